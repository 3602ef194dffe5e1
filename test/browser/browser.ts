import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Where browsers lie that a machine may have. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SCREENSHOTS = join(import.meta.dirname, 'screenshots');

/** The machine's Chromium or Chrome, else the one inside an npm package. `--no-sandbox` alone: its own list of flags ends at the second context. */
export async function openBrowser(): Promise<Browser> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const executablePath = INSTALLED.find((path) => existsSync(path)) ?? (await sparticuz.executablePath());
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/**
 * A page of its own, and what went wrong in it: errors, and what the Content-Security-Policy stopped. `lines`: all that its console
 * has said.
 */
export type Window = { readonly page: Page; readonly troubles: string[]; readonly lines: readonly string[] };

/** All that were opened, for whoever wants to know how they look when a test has failed. */
export const windows: Window[] = [];

export async function openWindow(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1100, height: 760 },
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  const lines: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => {
    lines.push(`${line.type()}: ${line.text()}`);
    if (/Content Security Policy|Uncaught/.test(line.text())) troubles.push(line.text());
  });
  const window = { page, troubles, lines };
  windows.push(window);
  await page.goto(url);
  return window;
}

export const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });

/** Signs in through the picker that stands in for Google's popup on the emulators, and opens the Lobby. */
export async function signInAs(
  page: Page,
  name: RegExp,
  words = { google: 'Continue with Google', message: 'Message' },
): Promise<void> {
  await page.getByRole('button', { name: words.google }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await page.getByRole('link', { name: /Lobby/ }).click();
  await page.getByRole('textbox', { name: words.message }).waitFor();
}
