import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ban, banPath } from '#model/ban.ts';
import { type Invitation, invitationPath } from '#model/invitation.ts';
import { type Member, memberPath } from '#model/member.ts';
import { type Room, roomPath } from '#model/room.ts';
import { running } from '../flow/running.ts';
import { openBrowser, openWindow, picture, signInAs, type Window } from './browser.ts';
import { openAdmin, write } from './hostile-world.ts';

const { urls, projectId } = running();
const PATIENCE = { timeout: 30_000 };
const HOUR = 3_600_000;

/** More than may be listed at once. */
const MANY = 60;
const number = (nth: number): string => String(nth).padStart(2, '0');
const upTo = <Value>(make: (nth: number) => Value): Value[] =>
  Array.from({ length: MANY }, (_, nth) => make(nth));
const ago = (hours: number) => new Date(Date.now() - hours * HOUR);

const roomOf = (name: string, visibility: Room['visibility']): Room => ({
  name,
  visibility,
  reply: 'off',
  guests: false,
  owners: ['sam'],
  created: ago(100),
  changed: ago(100),
});
const memberOf = (person: string, role: Member['role'], joined: Date): Member => ({ person, role, joined });
const codeOf = (nth: number): string => `code${number(nth)}`.padEnd(32, 'x');
const invitationUntil = (until: Date): Invitation => ({
  by: 'sam',
  at: ago(100),
  name: 'Crowd',
  role: 'member',
  until,
  single: true,
  state: 'open',
});
const banAt = (at: Date): Ban => ({ by: 'sam', at });

/** Open rooms in which nobody is; closed ones in which Sam is; and one of his with many people, who came before him. */
const WORLD: [string, object][] = [
  ...upTo((nth): [string, object] => [
    roomPath(`plaza${number(nth)}`),
    roomOf(`Plaza ${number(nth)}`, 'open'),
  ]),
  ...upTo((nth): [string, object][] => [
    [roomPath(`vault${number(nth)}`), roomOf(`Vault ${number(nth)}`, 'closed')],
    [memberPath(`vault${number(nth)}`, 'sam'), memberOf('sam', 'owner', ago(50))],
  ]).flat(),
  [roomPath('crowd'), roomOf('Crowd', 'closed')],
  [memberPath('crowd', 'sam'), memberOf('sam', 'owner', ago(1))],
  ...upTo((nth): [string, object] => [
    memberPath('crowd', `p${number(nth)}`),
    memberOf(`p${number(nth)}`, 'member', ago(90 - nth)),
  ]),
  ...upTo((nth): [string, object] => [invitationPath('crowd', codeOf(nth)), invitationUntil(ago(nth + 1))]),
  [invitationPath('crowd', codeOf(MANY)), invitationUntil(ago(-24))],
  ...upTo((nth): [string, object] => [banPath('crowd', `banned${number(nth)}`), banAt(ago(10))]),
  // Two who are in the room to read, and banned from it for that: one of those who came first, and one of the last.
  [banPath('crowd', 'p00'), banAt(ago(10))],
  [banPath('crowd', 'aya'), banAt(ago(10))],
  [memberPath('crowd', 'aya'), memberOf('aya', 'reader', ago(2))],
];

let browser: Browser;
let sam: Window;
const admin = openAdmin({ projectId });
beforeAll(async () => {
  await write(admin, WORLD);
  browser = await openBrowser();
  sam = await openWindow(browser, urls.web);
  await signInAs(sam.page, /Sam/);
}, 60_000);
afterAll(async () => {
  await Promise.all(WORLD.map(([path]) => admin.doc(path).delete()));
  await browser.close();
});

const linkTo = ({ page }: Window, name: string) => page.getByRole('link', { name, exact: true });

describe('rooms beyond what may be listed at once', () => {
  it('are all there where they are one’s own', async () => {
    await linkTo(sam, `Vault ${number(MANY - 1)}`).waitFor(PATIENCE);
    expect(await sam.page.getByRole('link', { name: /^Vault/ }).count()).toBe(MANY);
  });
  it('are shown, of those that are open, when they are asked for', async () => {
    const { page } = sam;
    const last = linkTo(sam, `Plaza ${number(MANY - 1)}`);
    const more = page.getByRole('button', { name: 'Show more open rooms' });
    await more.waitFor(PATIENCE);
    expect(await last.count()).toBe(0);
    await more.click();
    await last.waitFor(PATIENCE);
    await more.waitFor({ ...PATIENCE, state: 'detached' });
  });
  it('open by their address, and say to whom they are closed', async () => {
    const { page } = sam;
    await page.goto(`${urls.web}/rooms/plaza${number(MANY - 1)}`);
    await page.getByRole('button', { name: 'Join', exact: true }).waitFor(PATIENCE);
    for (const address of ['nowhere', 'no%2Fwhere', '__no__']) {
      await page.goto(`${urls.web}/rooms/${address}`);
      await page.getByText('You are not in this room').waitFor(PATIENCE);
    }
    expect(await page.getByRole('button', { name: 'Join', exact: true }).count()).toBe(0);
  });
});

describe('a room of more people than may be listed at once', () => {
  const menu = () => sam.page.getByRole('dialog', { name: 'Crowd' });
  const lifting = () => menu().getByRole('button', { name: /^Let .* in again$/ });
  const removing = (person: RegExp) => menu().getByRole('button', { name: person });

  it('has its owners first, and may be left by whoever came last', async () => {
    await linkTo(sam, 'Crowd').click(PATIENCE);
    await sam.page.getByRole('button', { name: 'Room and members' }).click(PATIENCE);
    await menu().getByText('Sam Okafor').waitFor(PATIENCE);
    await menu().getByRole('button', { name: 'Leave this room' }).waitFor(PATIENCE);
    await picture(sam.page, 'many-members');
    expect(await removing(/^Remove/).count()).toBe(50);
    await expect.poll(() => lifting().count(), PATIENCE).toBe(49);
  });
  it('shows the others when they are asked for', async () => {
    await menu().getByRole('button', { name: 'Show more members' }).click();
    await expect.poll(() => removing(/^Remove/).count(), PATIENCE).toBe(MANY + 1);
    expect(await menu().getByRole('button', { name: 'Show more members' }).count()).toBe(0);
    expect(await menu().getByText('Sam Okafor').count()).toBe(1);
  });
  it('shows an invitation that works, however many are too old', async () => {
    expect(await menu().getByRole('button', { name: 'Revoke' }).count()).toBe(1);
  });
  it('shows all who are kept out, and nobody who is in it', async () => {
    expect(await lifting().count()).toBe(49);
    await menu().getByRole('button', { name: 'Show more who are kept out' }).click();
    await expect.poll(() => lifting().count(), PATIENCE).toBe(MANY);
  });
});

it('is all shown without errors', () => {
  expect(sam.troubles).toEqual([]);
});
