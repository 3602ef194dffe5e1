import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replyId } from '#model/message.ts';
import { slackDesk } from '../../scripts/client/slack-desk.ts';
import { running } from '../flow/running.ts';
import { openBrowser, openWindow, picture, signInAs, type Window } from './browser.ts';

const { urls } = running();
const desk = slackDesk(urls.slack);
const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let alice: Window;
let taro: Window;
beforeAll(async () => {
  browser = await openBrowser();
  alice = await openWindow(browser, urls.web);
  taro = await openWindow(browser, urls.web, {
    locale: 'ja-JP',
    colorScheme: 'dark',
    viewport: { width: 390, height: 800 },
  });
  await signInAs(alice.page, /Alice/);
  await signInAs(taro.page, /太郎/, { google: 'Google で続ける', message: 'メッセージ' });
});
afterAll(() => browser.close());

const say = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.keyboard.press('Enter');
};
const article = (page: Page, text: string) =>
  page.getByRole('article').filter({ has: page.getByText(text, { exact: true }) });

describe('a message on its way to Slack', () => {
  it('leads to where it is there, for everybody in the room', async () => {
    const text = `/help ${Date.now()}`;
    await say(alice.page, text);
    const leads = article(alice.page, text).getByRole('link', { name: 'Open in Slack' });
    await leads.waitFor(PATIENCE);
    await article(taro.page, text).getByRole('link', { name: 'Slack で開く' }).waitFor(PATIENCE);
    const post = (await desk.posts('C0LOBBY')).find((one) => one.text === text);
    expect(await leads.getAttribute('href')).toBe(
      `${urls.slack}/archives/C0LOBBY/p${post?.ts.replace('.', '')}`,
    );
    // What Slack refuses next is not to be the answer to this.
    await desk.shows('C0LOBBY', replyId(post?.metadata?.event_payload?.message ?? ''));
  });
  it('says why it is not there, and is sent again by an owner and nobody else', async () => {
    const text = `given up ${Date.now()}`;
    await desk.fail({ method: 'chat.postMessage', times: 1, fault: 'error', error: 'msg_too_long' });
    await say(alice.page, text);
    const hers = article(alice.page, text);
    await hers.getByText('Not in Slack: it is too long').waitFor(PATIENCE);
    const seen = article(taro.page, text);
    await seen.getByText('Slack に届いていません：長すぎます').waitFor(PATIENCE);
    expect(await seen.getByRole('button', { name: 'もう一度送る' }).count()).toBe(0);
    await picture(alice.page, 'delivery');
    await picture(taro.page, 'delivery-phone-dark-ja');

    await hers.getByRole('button', { name: 'Try again' }).click();
    await hers.getByRole('link', { name: 'Open in Slack' }).waitFor(PATIENCE);
    await seen.getByRole('link', { name: 'Slack で開く' }).waitFor(PATIENCE);
    expect([...alice.troubles, ...taro.troubles]).toEqual([]);
  });
  it('that was deleted is told as still in Slack, until it is deleted there', async () => {
    const text = `/help ${Date.now()} withdrawn`;
    await say(alice.page, text);
    const hers = article(alice.page, text);
    await hers.getByRole('link', { name: 'Open in Slack' }).waitFor(PATIENCE);
    await desk.fail({ method: 'chat.delete', times: 1, fault: 'error', error: 'cant_delete_message' });
    await hers.hover();
    await hers.getByRole('button', { name: 'Delete' }).click();
    await alice.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    const left = alice.page.getByText(/^Not deleted in Slack/);
    await left.waitFor(PATIENCE);
    await taro.page.getByText(/^Slack では削除できませんでした/).waitFor(PATIENCE);
    await picture(alice.page, 'undeleted');

    await alice.page
      .getByRole('article')
      .filter({ has: left })
      .getByRole('button', { name: 'Try again' })
      .click();
    await left.waitFor({ ...PATIENCE, state: 'detached' });
    await expect.poll(async () => (await desk.posts('C0LOBBY')).some((one) => one.text === text)).toBe(false);
    expect([...alice.troubles, ...taro.troubles]).toEqual([]);
  });
  it('is told of once its room is linked, and no more once it is unlinked, while the room stays open', async () => {
    const operator = await openWindow(browser, urls.web);
    await signInAs(operator.page, /Alice/);
    const { page } = operator;
    await page.getByRole('link', { name: 'Operations' }).click(PATIENCE);
    await page.getByLabel('Id (letters and digits)').fill('annex');
    await page.getByLabel('Name', { exact: true }).fill('Annex');
    await page.getByRole('button', { name: 'Make it' }).click();
    await alice.page.getByRole('link', { name: 'Annex' }).click(PATIENCE);
    await alice.page.getByText('Nothing has been said here yet.').waitFor(PATIENCE);

    const form = page.getByRole('form', { name: 'Link a room' });
    await form.getByLabel('Room (its id)').fill('annex');
    await form.getByLabel('Slack workspace (its id)').fill('T0TSUNAGI');
    await form.getByLabel('Slack channel (its id)').fill('C0RANDOM');
    await form.getByRole('button', { name: 'Link', exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'annex →' });
    await row.waitFor(PATIENCE);
    const text = `/help ${Date.now()} annex`;
    await say(alice.page, text);
    const leads = article(alice.page, text).getByRole('link', { name: 'Open in Slack' });
    await leads.waitFor(PATIENCE);

    await row.getByRole('button', { name: 'Unlink' }).click();
    await row.waitFor({ ...PATIENCE, state: 'detached' });
    await leads.waitFor({ state: 'detached', timeout: 90_000 });
    await article(alice.page, text).waitFor(PATIENCE);
    expect([...alice.troubles, ...operator.troubles]).toEqual([]);
  });
});
