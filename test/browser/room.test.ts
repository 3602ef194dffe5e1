import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackDesk } from '../../scripts/client/slack-desk.ts';
import { running } from '../flow/running.ts';
import { openBrowser, openWindow, picture, signInAs, type Window } from './browser.ts';

const { urls } = running();
const desk = slackDesk(urls.slack);
const PATIENCE = { timeout: 30_000 };

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
  });
  slack = await openWindow(browser, urls.slack);
});
afterAll(() => browser.close());

describe('the web app', () => {
  it('lets two people sign in, each in their language', async () => {
    await picture(alice.page, 'sign-in');
    await signInAs(alice.page, /Alice/);
    await signInAs(taro.page, /太郎/, { google: 'Google で続ける', message: 'メッセージ' });
    expect(await alice.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await taro.page.locator('html').getAttribute('lang')).toBe('ja');
    await alice.page.getByText('Is the office open on Friday?').first().waitFor(PATIENCE);
  });
  it('shows what one writes to the other, the reply to both, and both to Slack', async () => {
    const text = `From one browser ${Date.now()}`;
    await alice.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await alice.page.keyboard.press('Enter');
    for (const { page } of [alice, taro]) {
      await page.getByText(text, { exact: true }).waitFor(PATIENCE);
      await page.getByText(`Hello ${text}`, { exact: true }).waitFor(PATIENCE);
    }
    const mine = alice.page.getByRole('article').filter({ has: alice.page.getByText(text, { exact: true }) });
    await mine.getByText('Sent', { exact: true }).waitFor({ ...PATIENCE, state: 'attached' });
    await slack.page.getByText(text, { exact: true }).waitFor(PATIENCE);
    await slack.page.getByText('Alice Weber (web)').first().waitFor(PATIENCE);
    await slack.page.getByText(`Hello ${text}`, { exact: true }).waitFor(PATIENCE);
    expect(await slack.page.getByText(text, { exact: true }).count()).toBe(1);
  });
  it('shows what is written in Slack, under the name it has there', async () => {
    const text = `スラックから ${Date.now()}`;
    await slack.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await slack.page.getByRole('button', { name: 'Send' }).click();
    for (const { page } of [alice, taro]) {
      await page.getByText(text, { exact: true }).waitFor(PATIENCE);
      await page.getByText(`Hello ${text}`, { exact: true }).waitFor(PATIENCE);
    }
    const heard = alice.page
      .getByRole('article')
      .filter({ has: alice.page.getByText(text, { exact: true }) });
    expect(
      (await heard.getAttribute('aria-labelledby').then((ids) => ids !== null)) ||
        (await heard.getAttribute('aria-label')),
    ).toBeTruthy();
    expect(await heard.innerText()).toMatch(/Slack/);
    await picture(alice.page, 'room');
    await picture(taro.page, 'room-phone-dark-ja');
    await picture(slack.page, 'slack');
  });
  it('answers in a thread that began in Slack, and the answer stands in that thread there', async () => {
    const asked = `who will come? ${Date.now()}`;
    const root = await desk.say('U0HANA', 'C0LOBBY', asked);
    const { page } = alice;
    const question = page.getByRole('article').filter({ hasText: asked }).first();
    await question.waitFor(PATIENCE);
    await question.hover();
    await question.getByRole('button', { name: 'Reply in a thread' }).click(PATIENCE);
    await page.getByText('Your reply goes into the thread:').waitFor(PATIENCE);
    await picture(page, 'thread');
    const answer = `all of us ${Date.now()}`;
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
    const answered = page.getByRole('article').filter({ has: page.getByText(answer, { exact: true }) });
    await answered.getByText(asked).waitFor(PATIENCE);
    expect(await page.getByText('Your reply goes into the thread:').count()).toBe(0);
    await answered.getByRole('link', { name: 'Open in Slack' }).waitFor(PATIENCE);
    const post = (await desk.posts('C0LOBBY')).find(({ text }) => text === answer);
    expect(post?.thread_ts).toBe(root);
  });
  it('does not send with the Enter that ends a composition', async () => {
    const { page } = taro;
    const box = page.getByRole('textbox', { name: 'メッセージ' });
    await box.click();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
    const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    await devtools.send('Input.insertText', { text: '日本' });
    expect(await box.inputValue()).toBe('日本');
    await page.keyboard.press('Enter');
    await page.getByText('Hello 日本', { exact: true }).waitFor(PATIENCE);
    expect(await box.inputValue()).toBe('');
  });
  it('says before sending that a text is too long', async () => {
    const { page } = alice;
    await page.getByRole('textbox', { name: 'Message' }).fill('x'.repeat(4_001));
    expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Message' }).fill('');
  });
  it('lets a guest in, who joins the Lobby and is a guest in Slack', async () => {
    const guest = await openWindow(browser, urls.web);
    const { page } = guest;
    await page.getByRole('button', { name: 'Continue as guest' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Gus');
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('button', { name: 'Join' }).click(PATIENCE);
    await page.getByRole('textbox', { name: 'Message' }).fill('/hello from a guest');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Hello from a guest', { exact: true }).waitFor(PATIENCE);
    await slack.page.getByText('Gus (guest)').first().waitFor(PATIENCE);
    expect(guest.troubles).toEqual([]);
  });
  it('lets a person sign out', async () => {
    await alice.page.getByRole('button', { name: 'Sign out' }).click();
    await alice.page.getByRole('button', { name: 'Continue with Google' }).waitFor(PATIENCE);
    expect(await alice.page.getByRole('textbox', { name: 'Message' }).count()).toBe(0);
  });
  it('runs without errors and within its Content-Security-Policy', () => {
    expect([...alice.troubles, ...taro.troubles]).toEqual([]);
  });
});
