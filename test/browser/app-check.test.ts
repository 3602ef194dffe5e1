import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { running } from '../flow/running.ts';
import { openBrowser } from './browser.ts';

const { urls } = running();

/** What docs/app-check.md says to add to the policy, by directive. */
const ADDED = new Map(
  (
    /```csp\n([^`]+)```/.exec(
      readFileSync(new URL('../../docs/app-check.md', import.meta.url), 'utf8'),
    )?.[1] ?? ''
  )
    .split('\n')
    .map((line) => line.trim().split(/ (.*)/))
    .filter(([directive]) => directive !== '')
    .map(([directive = '', sources = '']) => [directive, sources]),
);

/** Google's script as Firebase uses it: it loads another one, and says in the end that the browser is a browser. */
const ENTERPRISE = `(() => {
  const script = document.createElement('script');
  script.src = 'https://www.gstatic.com/recaptcha/releases/Abc-1_2/recaptcha__en.js';
  const loaded = new Promise((resolve) => { script.onload = resolve; });
  document.head.append(script);
  let told;
  window.grecaptcha = { enterprise: {
    ready: (call) => { loaded.then(call); },
    render: (place, { callback }) => { told = callback; return 0; },
    execute: async () => { told(); return 'looked at'; },
  } };
})();`;

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

/** The hosting, with these additions to its configuration and its policy. A page that a test makes up may not reach emulators. */
async function host(config: object, added: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer((request, response) => void answer(request.url ?? '/', response));
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    const served = await fetch(urls.web + path);
    const policy = (served.headers.get('content-security-policy') ?? '')
      .split('; ')
      .map((directive) => `${directive} ${added.get(directive.split(' ')[0] ?? '') ?? ''}`.trim())
      .join('; ');
    const body =
      path === '/config.json'
        ? JSON.stringify({ ...((await served.json()) as object), ...config })
        : new Uint8Array(await served.arrayBuffer());
    response.writeHead(served.status, {
      'content-type': served.headers.get('content-type') ?? '',
      'content-security-policy': policy,
    });
    response.end(body);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

type Seen = { asked: string[]; tokens: Set<string | undefined>; troubles: string[] };

/** Signs Sam in where things are so, and tells what was seen of it. */
async function signedIn(config: object, added: ReadonlyMap<string, string>): Promise<Seen> {
  const server = await host(config, added);
  const page = await browser.newPage({ locale: 'en-GB' });
  const seen: Seen = { asked: [], tokens: new Set(), troubles: [] };
  page.on('console', (line) => {
    if (/Content Security Policy|TrustedScript/.test(line.text())) seen.troubles.push(line.text());
  });
  page.on('request', (request) => {
    seen.asked.push(request.url());
    if (request.url().includes(':signInWithIdp') && request.method() === 'POST')
      seen.tokens.add(request.headers()['x-firebase-appcheck']);
  });
  const script = (body: string) => ({ contentType: 'text/javascript', body });
  await page.route('https://www.google.com/recaptcha/**', (route) => route.fulfill(script(ENTERPRISE)));
  await page.route('https://www.gstatic.com/recaptcha/**', (route) => route.fulfill(script('')));
  await page.route('https://content-firebaseappcheck.googleapis.com/**', (route) =>
    route.fulfill({
      json: { token: 'from this app', ttl: '3600s' },
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Sam/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await page.context().close();
  server.close();
  return seen;
}

const SWITCHED_ON = { appId: '1:2:web:3', appCheckKey: 'site-key' };

it('switched on as docs/app-check.md says, lets requests carry its token', async () => {
  expect([...ADDED.keys()]).toEqual(['script-src', 'frame-src', 'connect-src']);
  const { tokens, troubles } = await signedIn(SWITCHED_ON, ADDED);
  expect([...tokens]).toEqual(['from this app']);
  expect(troubles).toEqual([]);
});

it('is stopped by the policy where that was not changed, and people can sign in all the same', async () => {
  const { tokens, troubles } = await signedIn(SWITCHED_ON, new Map());
  expect([...tokens]).not.toContain('from this app');
  expect(troubles.join('\n')).toMatch(/www\.google\.com\/recaptcha\/enterprise\.js/);
});

it('is not loaded at all without a key', async () => {
  const { asked, tokens } = await signedIn({}, ADDED);
  expect([...tokens]).toEqual([undefined]);
  expect(asked.filter((url) => /app-check|recaptcha|appcheck/i.test(url))).toEqual([]);
});
