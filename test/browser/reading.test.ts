import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { running } from '../flow/running.ts';
import { openBrowser, openWindow, picture, signInAs, type Window } from './browser.ts';

const { urls } = running();
const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let alice: Window;
let taro: Window;
beforeAll(async () => {
  browser = await openBrowser();
  alice = await openWindow(browser, urls.web, { viewport: { width: 1100, height: 360 } });
  taro = await openWindow(browser, urls.web, { viewport: { width: 390, height: 500 } });
  await signInAs(alice.page, /Alice/);
  await signInAs(taro.page, /太郎/);
});
afterAll(() => browser.close());

const view = ({ page }: Window) => page.getByRole('log');

/** Pixels between what is seen and the end of the list, when it has come to rest. */
const fromEnd = (window: Window): Promise<number> =>
  view(window).evaluate(
    (log) =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(log.scrollHeight - log.scrollTop - log.clientHeight)),
        );
      }),
  );

const toLatest = ({ page }: Window) => page.getByRole('button', { name: 'Jump to latest' });

/** Alice writes, and both have it and its reply. */
async function write(text: string): Promise<void> {
  await alice.page.getByRole('textbox', { name: 'Message' }).fill(text);
  await alice.page.keyboard.press('Enter');
  for (const { page } of [alice, taro])
    await page.getByText(`Hello ${text}`, { exact: true }).waitFor({ ...PATIENCE, state: 'attached' });
}

describe('a reader at the end', () => {
  it('sees each new message', async () => {
    for (let nth = 0; nth < 4; nth += 1) await write(`To be read ${Date.now()}`);
    expect(await fromEnd(taro)).toBeLessThan(1);
    expect(await toLatest(taro).count()).toBe(0);
  });
  it('stays there when what is there grows, also between a scroll and the word of it', async () => {
    await view(taro).evaluate((log) => {
      const last = [...log.querySelectorAll('article')].at(-1);
      if (last) last.style.paddingBottom = '120px';
      log.dispatchEvent(new Event('scroll'));
    });
    expect(await fromEnd(taro)).toBeLessThan(1);
    expect(await toLatest(taro).count()).toBe(0);
  });
  it('stays there when it shrinks and grows at once', async () => {
    const taken = await view(taro).evaluate((log) => {
      const last = [...log.querySelectorAll('article')].at(-1);
      const before = log.scrollTop;
      if (last) last.style.paddingBottom = '';
      const back = before - log.scrollTop;
      if (last) last.style.paddingBottom = '200px';
      log.dispatchEvent(new Event('scroll'));
      return back;
    });
    expect(taken).toBeGreaterThan(50);
    expect(await fromEnd(taro)).toBeLessThan(1);
    expect(await toLatest(taro).count()).toBe(0);
  });
});

describe('a reader further up', () => {
  it('is not moved by what comes, is told how much it is, and gets there by one press', async () => {
    const top = await view(taro).evaluate((log) => {
      log.scrollTo(0, log.scrollHeight - log.clientHeight - 300);
      return log.scrollTop;
    });
    await toLatest(taro).waitFor(PATIENCE);
    await write(`Not to be seen yet ${Date.now()}`);
    await toLatest(taro).getByText('2 new messages').waitFor(PATIENCE);
    expect(Math.abs((await view(taro).evaluate((log) => log.scrollTop)) - top)).toBeLessThan(1);
    await picture(taro.page, 'reading-phone');
    await toLatest(taro).click();
    expect(await fromEnd(taro)).toBeLessThan(1);
    expect(await toLatest(taro).count()).toBe(0);
  });
});
