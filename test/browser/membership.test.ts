import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, memberPath } from '#model/member.ts';
import { type Room, roomPath } from '#model/room.ts';
import { running } from '../flow/running.ts';
import { openBrowser, openWindow, picture, signInAs, type Window } from './browser.ts';

const { urls, projectId } = running();
const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let alice: Window;
let sam: Window;
beforeAll(async () => {
  browser = await openBrowser();
  await openGarden();
  alice = await openWindow(browser, urls.web);
  sam = await openWindow(browser, urls.web);
  await signInAs(alice.page, /Alice/);
  await signInAs(sam.page, /Sam/);
});
afterAll(() => browser.close());

/** An open room of Alice's, with Sam in it: what is done to it is not done to the Lobby of the other tests. */
async function openGarden(): Promise<void> {
  const app = initializeApp({ projectId }, 'garden');
  const now = new Date();
  const room: Room = {
    name: 'Garden',
    visibility: 'open',
    reply: 'off',
    guests: false,
    owners: ['alice'],
    created: now,
    changed: now,
  };
  const firestore = getFirestore(app);
  await firestore.doc(roomPath('garden')).set(room);
  for (const person of ['alice', 'sam']) {
    const member: Member = { person, role: person === 'alice' ? 'owner' : 'member', joined: now };
    await firestore.doc(memberPath('garden', person)).set(member);
  }
  await deleteApp(app);
}

const say = async ({ page }: Window, text: string) => {
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill(text);
  await page.keyboard.press('Enter');
  await page.getByText(text, { exact: true }).waitFor(PATIENCE);
};
const messageOf = ({ page }: Window, text: string) =>
  page.getByRole('article').filter({ has: page.getByText(text, { exact: true }) });

describe('a message of one’s own', () => {
  it('is edited by keyboard, for everybody', async () => {
    const [before, after] = [`first ${Date.now()}`, `second ${Date.now()}`];
    await say(alice, before);
    await messageOf(alice, before)
      .getByText('Sent', { exact: true })
      .waitFor({ ...PATIENCE, state: 'attached' });
    await alice.page.keyboard.press('ArrowUp');
    const box = alice.page.getByRole('textbox', { name: 'Edit the message' });
    await box.waitFor(PATIENCE);
    await box.fill(after);
    await picture(alice.page, 'editing');
    await alice.page.keyboard.press('Enter');
    await messageOf(sam, after).getByText('(edited)').waitFor(PATIENCE);
    expect(await sam.page.getByText(before, { exact: true }).count()).toBe(0);
  });
  it('is deleted, for everybody, after a question', async () => {
    const text = `not for long ${Date.now()}`;
    await say(alice, text);
    const mine = messageOf(alice, text);
    await mine.getByText('Sent', { exact: true }).waitFor({ ...PATIENCE, state: 'attached' });
    await mine.hover();
    await mine.getByRole('button', { name: 'Delete' }).click(PATIENCE);
    await alice.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click(PATIENCE);
    await sam.page.getByText(text, { exact: true }).waitFor({ ...PATIENCE, state: 'detached' });
    await sam.page.getByText('Message deleted').first().waitFor(PATIENCE);
    expect(await alice.page.getByText(text, { exact: true }).count()).toBe(0);
  });
});

describe('a room', () => {
  it('is closed by its owner, who invites by a link that works once', async () => {
    const { page } = alice;
    for (const one of [alice, sam]) await one.page.getByRole('link', { name: /Garden/ }).click(PATIENCE);
    await page.getByRole('heading', { name: 'Garden' }).waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Room and members' }).click();
    const menu = page.getByRole('dialog', { name: 'Garden' });
    await menu.getByText('Sam Okafor').waitFor(PATIENCE);
    expect(await menu.getByRole('combobox', { name: 'Tsunagi answers' }).inputValue()).toBe('off');
    await menu.getByLabel('Guests may take part').check();
    await menu.getByLabel('Who can find it').selectOption('closed');
    await menu.getByRole('button', { name: 'Save' }).click();
    await menu.getByText('Saved.').waitFor(PATIENCE);
    await menu.getByRole('combobox', { name: 'As' }).selectOption('reader');
    await menu.getByRole('button', { name: 'Make a link' }).click();
    const link = await menu.getByLabel('Invitation link').inputValue(PATIENCE);
    await picture(page, 'room-menu');
    expect(link).toMatch(new RegExp(`^${urls.web}/join/garden/[A-Za-z0-9]{32}$`));

    const guest = await openWindow(browser, link);
    await guest.page.getByRole('button', { name: 'Continue as guest' }).click();
    await guest.page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Gina');
    await guest.page.getByRole('button', { name: 'Start' }).click();
    await guest.page.getByText('You are invited to Garden').waitFor(PATIENCE);
    await guest.page.getByRole('button', { name: 'Enter' }).click();
    await guest.page.getByText('You can read in this room, but not write.').waitFor(PATIENCE);

    const late = await openWindow(browser, link);
    await late.page.getByRole('button', { name: 'Continue as guest' }).click();
    await late.page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Larry');
    await late.page.getByRole('button', { name: 'Start' }).click();
    await late.page.getByText('This invitation does not work').waitFor(PATIENCE);
    expect([...guest.troubles, ...late.troubles]).toEqual([]);
  });
  it('gains an owner, and is left by the first', async () => {
    const menu = alice.page.getByRole('dialog', { name: 'Garden' });
    await menu.getByLabel('Role of Sam Okafor').selectOption('owner');
    await alice.page.getByRole('button', { name: 'Close' }).click();
    await sam.page.getByRole('button', { name: 'Room and members' }).click();
    const his = sam.page.getByRole('dialog', { name: 'Garden' });
    await his.getByRole('button', { name: 'Make a link' }).waitFor(PATIENCE);
    await his.getByRole('button', { name: 'Remove Gina' }).click(PATIENCE);
    await sam.page
      .getByRole('dialog', { name: 'Remove Gina' })
      .getByRole('button', { name: 'Remove', exact: true })
      .click();
    await his.getByRole('button', { name: 'Remove Gina' }).waitFor({ ...PATIENCE, state: 'detached' });
    await his.getByText('Kept out').waitFor(PATIENCE);
    await picture(sam.page, 'kept-out');
    await his.getByRole('button', { name: 'Let Gina in again' }).click(PATIENCE);
    await his.getByText('Gina').waitFor({ ...PATIENCE, state: 'detached' });

    await alice.page.getByRole('button', { name: 'Room and members' }).click();
    await menu.getByRole('button', { name: 'Leave this room' }).click(PATIENCE);
    await alice.page
      .getByRole('dialog', { name: 'Leave this room' })
      .getByRole('button', { name: 'Leave', exact: true })
      .click();
    await alice.page.getByText('You are not in this room').waitFor(PATIENCE);
    expect(await alice.page.getByRole('textbox', { name: 'Message', exact: true }).count()).toBe(0);
  });
  it('shows all this without errors', () => {
    expect([...alice.troubles, ...sam.troubles]).toEqual([]);
  });
});
