import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { running } from '../flow/running.ts';
import { openBrowser, openWindow, picture, signInAs, type Window } from './browser.ts';

const { urls } = running();
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
    await page
      .getByText('lobby → T0TSUNAGI C0LOBBY')
      .or(page.getByText('T0TSUNAGI C0LOBBY'))
      .first()
      .waitFor(PATIENCE);
    await page.getByLabel('Id (letters and digits)').fill('studio');
    await page.getByLabel('Name', { exact: true }).fill('Studio');
    await page.getByRole('button', { name: 'Make it' }).click();
    await page.getByText('It is there, closed').waitFor(PATIENCE);
    await page.getByRole('link', { name: 'Studio' }).waitFor(PATIENCE);

    await page.getByLabel('Room (its id)').fill('studio');
    await page.getByLabel('Slack workspace (its id)').fill('T0TSUNAGI');
    await page.getByLabel('Slack channel (its id)').fill('C0LOBBY');
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByText('C0LOBBY is linked to lobby already.').waitFor(PATIENCE);
    await page.getByLabel('Slack channel (its id)').fill('C0RANDOM');
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
  it('is nobody else', async () => {
    const taro = await openWindow(browser, urls.web);
    await signInAs(taro.page, /太郎/);
    expect(await taro.page.getByRole('link', { name: 'Operations' }).count()).toBe(0);
    await taro.page.goto(`${urls.web}/operate`);
    await taro.page.getByText('Only operators come in here').waitFor(PATIENCE);
  });
});
