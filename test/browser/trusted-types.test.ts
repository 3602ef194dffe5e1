import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { running } from '../flow/running.ts';
import { openBrowser, openWindow, type Window } from './browser.ts';
import { standInForGoogle } from './google.ts';

const { urls } = running();

let browser: Browser;
let window: Window;
beforeAll(async () => {
  browser = await openBrowser();
  window = await openWindow(browser, urls.web);
  await window.page.getByRole('button', { name: 'Continue with Google' }).waitFor();
});
afterAll(() => browser.close());

/** What comes of a sentence of JavaScript in the page. */
const trying = (code: string): Promise<string> =>
  window.page.evaluate((text) => {
    const refused = (error: unknown): string => (error instanceof Error ? error.name : String(error));
    const tries: Record<string, () => unknown> = {
      'HTML in an element': () => (document.createElement('p').innerHTML = '<b>x</b>'),
      'HTML around an element': () =>
        (document.body.appendChild(document.createElement('p')).outerHTML = 'x'),
      'HTML beside an element': () => document.body.insertAdjacentHTML('beforeend', 'x'),
      'HTML into the page': () => document.write('x'),
      'HTML for a frame': () => (document.createElement('iframe').srcdoc = 'x'),
      'HTML to be read': () => new DOMParser().parseFromString('x', 'text/html'),
      'code for later': () => Reflect.apply(setTimeout, window, ['x']),
      'code in a script': () => (document.createElement('script').text = 'x'),
      'a script of somewhere': () => (document.createElement('script').src = 'https://evil.example/x.js'),
      'a script of ours': () => (document.createElement('script').src = '/theme.js'),
      'another script of Google’s': () =>
        (document.createElement('script').src = 'https://apis.google.com/js/client.js'),
      'a script like Google’s': () =>
        (document.createElement('script').src =
          'https://apis.google.com.evil.example/js/api.js?onload=__iframefcb1'),
      'Google’s script with a call of one’s own': () =>
        (document.createElement('script').src = 'https://apis.google.com/js/api.js?onload=alert'),
      'a worker': () => new Worker('https://evil.example/x.js'),
      'another policy': () => trustedTypes?.createPolicy('mine', { createScriptURL: (url) => url }),
      'our policy once more': () => trustedTypes?.createPolicy('default', { createScriptURL: (url) => url }),
      'Google’s script': () =>
        (document.createElement('script').src = 'https://apis.google.com/js/api.js?onload=__iframefcb123456'),
    };
    try {
      const attempt = tries[text];
      if (!attempt) return 'no such attempt';
      attempt();
      return 'done';
    } catch (error) {
      return refused(error);
    }
  }, code);

describe('the page', () => {
  it.each([
    'HTML in an element',
    'HTML around an element',
    'HTML beside an element',
    'HTML into the page',
    'HTML for a frame',
    'HTML to be read',
    'code for later',
    'code in a script',
    'a script of somewhere',
    'a script of ours',
    'another script of Google’s',
    'a script like Google’s',
    'Google’s script with a call of one’s own',
    'a worker',
    'another policy',
    'our policy once more',
  ])('refuses %s', async (what) => {
    expect(await trying(what)).toBe('TypeError');
  });

  it('takes the script of Google’s sign-in', async () => {
    expect(await trying('Google’s script')).toBe('done');
  });
});

it('a sign-in with Google loads its script, and what that loads, within the policy', async () => {
  const page = await browser.newPage({ locale: 'en-GB' });
  const troubles: string[] = [];
  page.on('console', (line) => {
    if (/Content Security Policy|TrustedScript|TrustedHTML|createPolicy/.test(line.text()))
      troubles.push(line.text());
  });
  // As in production: no emulators, no accounts to choose from.
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { projectId: 'demo', apiKey: 'demo', authDomain: 'demo.firebaseapp.com' } }),
  );
  const asked = await standInForGoogle(page);
  await page.goto(urls.web);
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await page.waitForFunction(() => 'gapiLoaded' in globalThis);
  expect(asked).toEqual([
    expect.stringMatching(/^https:\/\/apis\.google\.com\/js\/api\.js\?onload=__iframefcb\d+$/),
    'https://apis.google.com/_/scs/abc-static/_/js/k=gapi.lb.en/m=gapi.iframes',
  ]);
  expect(troubles).toEqual([]);
  await page.context().close();
});
