import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { running } from '../flow/running.ts';
import { openBrowser, openWindow, picture, signInAs, type Window } from './browser.ts';

const { urls } = running();
const PATIENCE = { timeout: 30_000 };
const TEXT = `React to this ${Date.now()}`;

let browser: Browser;
let alice: Window;
let taro: Window;
let slack: Window;
beforeAll(async () => {
  browser = await openBrowser();
  alice = await openWindow(browser, urls.web);
  taro = await openWindow(browser, urls.web, {
    locale: 'ja-JP',
    colorScheme: 'dark',
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
  });
  slack = await openWindow(browser, urls.slack);
  await signInAs(alice.page, /Alice/);
  await signInAs(taro.page, /太郎/, { google: 'Google で続ける', message: 'メッセージ' });
  await alice.page.getByRole('textbox', { name: 'Message' }).fill(TEXT);
  await alice.page.keyboard.press('Enter');
  await article(alice.page).waitFor(PATIENCE);
  await article(taro.page).waitFor(PATIENCE);
});
afterAll(() => browser.close());

const article = (page: Page) =>
  page.getByRole('article').filter({ has: page.getByText(TEXT, { exact: true }) });
const chip = (page: Page, name: string | RegExp) => article(page).getByRole('button', { name });

describe('a reaction', () => {
  it('is added by keyboard, and seen by the other, who joins it', async () => {
    const { page } = alice;
    await article(page).hover();
    await article(page).getByRole('button', { name: 'Add a reaction' }).click();
    await page.getByRole('searchbox').waitFor(PATIENCE);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await chip(page, 'heart, 1: you').waitFor(PATIENCE);
    await chip(taro.page, 'ハート、1 件：Alice Weber').waitFor(PATIENCE);

    await chip(taro.page, /^ハート/).tap();
    await chip(page, 'heart, 2: you and 山田 太郎').waitFor(PATIENCE);
    expect(await chip(page, /^heart/).getAttribute('aria-pressed')).toBe('true');
  });
  it('is found by a Japanese name on a phone, and taken back', async () => {
    const { page } = taro;
    await article(page).getByRole('button', { name: 'リアクションを追加' }).first().tap();
    await page.getByRole('searchbox').fill('クラッカー');
    await picture(page, 'reactions-picker-phone-dark-ja');
    await page.getByRole('button', { name: 'クラッカー', exact: true }).tap();
    await chip(alice.page, 'tada, 1: 山田 太郎').waitFor(PATIENCE);
    expect(await chip(page, /^クラッカー/).innerText()).toMatch(/1/);
    await chip(page, /^クラッカー/).tap();
    await chip(alice.page, /^tada/).waitFor({ ...PATIENCE, state: 'detached' });
  });
  it('of somebody in Slack is seen in the web, until it is taken back there', async () => {
    const post = slack.page.getByRole('listitem').filter({ hasText: TEXT }).first();
    await post.waitFor(PATIENCE);
    await post.hover();
    await post.getByRole('button', { name: 'React with eyes' }).click();
    await chip(alice.page, 'eyes, 1: Hana').waitFor(PATIENCE);
    await chip(taro.page, '目、1 件：Hana').waitFor(PATIENCE);
    await picture(alice.page, 'reactions');
    await picture(taro.page, 'reactions-phone-dark-ja');
    expect(await chip(alice.page, /^eyes/).getAttribute('aria-pressed')).toBe('false');
    await post.getByRole('button', { name: /^eyes, 1/ }).click();
    await chip(alice.page, /^eyes/).waitFor({ ...PATIENCE, state: 'detached' });
  });
  it('of people in the web is the bot’s in Slack, which says under the message whose they are', async () => {
    const post = slack.page.getByRole('listitem').filter({ hasText: TEXT }).first();
    await post.getByRole('button', { name: /^heart, 1: tsunagi/i }).waitFor(PATIENCE);
    await post.getByText('❤️ Alice Weber (web), 山田 太郎 (web)').waitFor(PATIENCE);
    expect(await post.locator('.text').innerText()).toContain(TEXT);
    await picture(slack.page, 'reactions-slack');
  });
  it('is there again after a reload', async () => {
    await alice.page.reload();
    await chip(alice.page, 'heart, 2: you and 山田 太郎').waitFor(PATIENCE);
    expect(await chip(alice.page, /^heart/).getAttribute('aria-pressed')).toBe('true');
  });
  it('runs without errors and within its Content-Security-Policy', () => {
    expect([...alice.troubles, ...taro.troubles]).toEqual([]);
  });
});
