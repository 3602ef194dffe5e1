import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { running } from '../flow/running.ts';
import { openBrowser } from './browser.ts';
import { type Watch, watch } from './watch.ts';

const { urls } = running();

let browser: Browser;
const pages = new Map<boolean, { page: Page; watched: Watch }>();
beforeAll(async () => {
  browser = await openBrowser();
  for (const bypassCSP of [true, false]) {
    const page = await browser.newPage({ bypassCSP });
    pages.set(bypassCSP, { page, watched: await watch(page, [urls.web]) });
  }
});
afterAll(() => browser.close());

/** What the watch finds when a payload comes into the page as HTML, with or without the Content-Security-Policy. */
const planted = async (html: string, withPolicy = false): Promise<string> => {
  const opened = pages.get(!withPolicy);
  if (!opened) throw new Error('No page is open.');
  const { page, watched } = opened;
  await page.goto(urls.web);
  await page.getByRole('button').first().waitFor();
  await page
    .evaluate((payload) => {
      const place = document.createElement('div');
      document.querySelector('#app')?.append(place);
      place.innerHTML = payload;
      // What stands in innerHTML does not run by itself; a copy of it does.
      for (const { textContent } of place.querySelectorAll('script')) {
        const script = document.createElement('script');
        script.textContent = textContent;
        place.append(script);
      }
      for (const link of place.querySelectorAll('a')) link.click();
    }, html)
    .catch((refused: unknown) => expect(String(refused)).toContain('TrustedHTML'));
  await page.waitForTimeout(200);
  return (await watched.found()).join('\n');
};

it.each([
  ['a script', '<script>alert(1)</script>', /it ran: alert/],
  ['a handler that runs', '<img src=/nothing onerror=alert(1)>', /it ran: alert/],
  ['a handler that does not', '<p onclick=alert(1)>', /a handler: p onclick/],
  ['a picture of somewhere', '<img src="https://evil.example/a.png">', /a request: https:\/\/evil\.example/],
  ['a style', '<p style="color:red">', /a handler: p style/],
  [
    'a frame',
    '<iframe srcdoc="<script>parent.alert(1)</script>">',
    /an element: iframe[^]*it ran|it ran[^]*an element: iframe/,
  ],
  ['an address', '<a href="javascript:alert(1)">x</a>', /an address: javascript:[^]*|it ran/],
  [
    'a way out',
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    /a way out: https:\/\/evil\.example|an element: meta/,
  ],
  ['a form', '<form action="https://evil.example"></form>', /an element: form/],
  ['a base', '<base href="https://evil.example">', /an element: base/],
  ['an object', '<object data="x"></object>', /an element: object/],
  [
    'a window',
    '<a href="https://evil.example" target=_blank>x</a>',
    /a window|a request: https:\/\/evil\.example/,
  ],
  [
    'a link of the app’s own window',
    '<a href="https://evil.example">x</a>',
    /a way out|a link out of the app/,
  ],
])('the watch sees %s', async (_, html, finding) => {
  expect(await planted(html)).toMatch(finding);
});

it('sees what the Content-Security-Policy stops', async () => {
  expect(await planted('<img src=/nothing onerror=alert(1)>', true)).toMatch(
    /^a violation: require-trusted-types-for.*innerHTML/,
  );
});

it('finds nothing in a page that is left alone', async () => {
  expect(await planted('')).toBe('');
});
