import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkPath } from '#model/link.ts';
import { memberPath } from '#model/member.ts';
import { mirrorPath } from '#model/mirror.ts';
import { roomPath } from '#model/room.ts';
import { running } from '../flow/running.ts';
import { openBrowser, openWindow, picture, signInAs, type Window } from './browser.ts';
import { openAdmin, write } from './hostile-world.ts';

const { urls, projectId } = running();
const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let alice: Window;
beforeAll(async () => {
  browser = await openBrowser();
  alice = await openWindow(browser, urls.web);
  await signInAs(alice.page, /Alice/);
});
afterAll(() => browser.close());

describe('an operator', () => {
  it('makes a room, and ties it to Slack', async () => {
    const { page } = alice;
    await page.getByRole('link', { name: 'Operations' }).click(PATIENCE);
    const lobby = page.getByRole('listitem').filter({ hasText: 'T0TSUNAGI C0LOBBY' });
    await lobby.getByText('lobby → #lobby').waitFor(PATIENCE);
    // There, and empty, before it has something to say: a screen reader listens to what it knows.
    const silent = page.locator('output:empty');
    expect(await silent.count()).toBeGreaterThan(0);
    expect(await silent.evaluateAll((all) => all.map((one) => getComputedStyle(one).display))).not.toContain(
      'none',
    );
    await page.getByLabel('Id (letters and digits)').fill('studio');
    await page.getByLabel('Name', { exact: true }).fill('Studio');
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByText('It is there, closed').waitFor(PATIENCE);
    await page.getByRole('link', { name: 'Studio' }).waitFor(PATIENCE);

    const form = page.getByRole('form', { name: 'Link a room' });
    await form.getByLabel('Room (its id)').fill('studio');
    await form.getByLabel('Slack workspace (its id)').fill('T0TSUNAGI');
    await form.getByLabel('Slack channel (its id)').fill('C0LOBBY');
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByText('C0LOBBY is linked to lobby already.').waitFor(PATIENCE);
    await form.getByLabel('Slack channel (its id)').fill('C0RANDOM');
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByText('T0TSUNAGI C0RANDOM').waitFor(PATIENCE);
    await page.getByLabel('What the room is there').selectOption('A thread of it');
    await page.getByLabel('It is linked: point it here').check();
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByText(/T0TSUNAGI C0RANDOM thread \d+[.]\d+/).waitFor(PATIENCE);
    await picture(page, 'operate');
    const studio = page.getByRole('listitem').filter({ hasText: 'studio' });
    await studio.getByRole('button', { name: 'Unlink' }).click();
    await page.getByText('T0TSUNAGI C0RANDOM').waitFor({ ...PATIENCE, state: 'detached' });
    expect(alice.troubles).toEqual([]);
  });
  it('sees the links of all rooms, fifty at a time, and what waits in each', async () => {
    const { page } = alice;
    const admin = openAdmin({ projectId });
    const past = new Date();
    const name = (n: number) => `many${String(n).padStart(3, '0')}`;
    const desk = Array.from({ length: 60 }, (_, n): [string, object] => [
      linkPath(name(n)),
      {
        team: 'T0TSUNAGI',
        channel: 'C0MANY',
        mode: 'thread',
        thread: `${1_700_000_000 + n}.000100`,
        lease: { number: 1, held: false, since: past },
        pause: { since: past, seconds: 0 },
        settled: past,
        heard: past,
      },
    ]);
    const room = name(59);
    const waiting = { wanted: 1, sent: 0, state: 'wanted', attempts: 0, lease: 0 };
    const mark: [string, object] = [mirrorPath(room, 'm1'), { room, message: 'm1', at: past, ...waiting }];
    await write(admin, [...desk, mark]);
    const rows = page.getByRole('listitem').filter({ hasText: 'C0MANY' });
    const last = rows.filter({ hasText: room });
    const more = page.getByRole('button', { name: 'Show more rooms' });
    await more.waitFor(PATIENCE);
    expect(await last.count()).toBe(0);
    await more.click();
    await last.getByText('1 waits').waitFor(PATIENCE);
    expect(await rows.count()).toBe(60);
    expect(await more.count()).toBe(0);
    await picture(page, 'operate-many');
    await Promise.all([...desk, mark].map(([path]) => admin.doc(path).delete()));
    await rows.first().waitFor({ ...PATIENCE, state: 'detached' });
    expect(alice.troubles).toEqual([]);
  });
  it('lets a room’s owner link it, who then does, points it to a thread, and unlinks it', async () => {
    const admin = openAdmin({ projectId });
    const now = new Date();
    const settings = { name: 'Atelier', visibility: 'closed', reply: 'off', guests: false };
    const room = { ...settings, owners: ['taro'], created: now, changed: now };
    await write(admin, [
      [roomPath('atelier'), room],
      [memberPath('atelier', 'taro'), { person: 'taro', role: 'owner', joined: now }],
    ]);
    const { page } = alice;
    const form = page.getByRole('form', { name: 'What owners may link by themselves' });
    const allow = async (id: string) => {
      await form.getByLabel('Room (its id)').fill(id);
      await form.getByLabel('Slack workspace (its id)').fill('T0TSUNAGI');
      await form.getByLabel('Slack channel (its id)').fill('C0RANDOM');
      await form.getByRole('button', { name: 'Allow it' }).click();
    };
    await allow('nowhere');
    await page.getByText('There is no such room').waitFor(PATIENCE);
    await allow('atelier');
    const grant = page.getByRole('listitem').filter({ hasText: 'atelier' });
    await grant.getByText('T0TSUNAGI C0RANDOM').waitFor(PATIENCE);
    await picture(page, 'operate-grants');

    const owner = await openWindow(browser, urls.web);
    await signInAs(owner.page, /太郎/);
    await owner.page.goto(`${urls.web}/rooms/atelier`);
    await owner.page.getByRole('button', { name: 'Room and members' }).click(PATIENCE);
    const slack = owner.page.getByRole('form', { name: 'Slack' });
    await owner.page.getByText('This room is not shown in Slack.').waitFor(PATIENCE);
    await slack.getByRole('button', { name: 'Link' }).click();
    await owner.page.getByText('This room is a channel in Slack: T0TSUNAGI C0RANDOM.').waitFor(PATIENCE);
    await slack.getByLabel('What the room is there').selectOption('A thread of it');
    await slack.getByRole('button', { name: 'Point it there' }).click();
    await owner.page.getByText('This room is a thread in Slack: T0TSUNAGI C0RANDOM.').waitFor(PATIENCE);
    await picture(owner.page, 'owner-links');
    await owner.page.getByRole('button', { name: 'Unlink from Slack' }).click();
    await owner.page
      .getByRole('dialog', { name: 'Unlink from Slack' })
      .getByRole('button', { name: 'Unlink' })
      .click();
    await owner.page.getByText('This room is not shown in Slack.').waitFor(PATIENCE);
    expect(owner.troubles).toEqual([]);

    await page.getByRole('button', { name: 'Take it back from atelier' }).click();
    await grant.waitFor({ ...PATIENCE, state: 'detached' });
    expect(alice.troubles).toEqual([]);
  });
  it('is nobody else', async () => {
    const taro = await openWindow(browser, urls.web);
    await signInAs(taro.page, /太郎/);
    expect(await taro.page.getByRole('link', { name: 'Operations' }).count()).toBe(0);
    await taro.page.goto(`${urls.web}/operate`);
    await taro.page.getByText('Only operators come in here').waitFor(PATIENCE);
  });
});
