import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const folder = new URL('page/', import.meta.url);
const get = (path: string) => fetch(`${app.slack.url}${path}`);

it('is served with its style and all of its scripts', async () => {
  const files = readdirSync(folder).filter((name) => name !== 'index.html');
  for (const name of files) {
    const response = await get(`/${name}`);
    expect([name, response.status]).toEqual([name, 200]);
    expect(response.headers.get('content-type')).toMatch(
      name.endsWith('.css') ? 'text/css' : 'text/javascript',
    );
    expect(await response.text()).toBe(readFileSync(new URL(name, folder), 'utf8'));
  }
});

it('loads scripts from nowhere else', async () => {
  const response = await get('/');
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
  expect(await response.text()).not.toMatch(/https?:\/\//);
});

it('never turns what people say into HTML', () => {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const name of scripts)
    expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
    );
});

it('draws a picture for whoever has none, whatever their name', async () => {
  await app.control.post('/users', { id: 'U0ODD', name: 'odd', display_name: '<script>' });
  const response = await get('/pictures/T0TSUNAGI/U0ODD.svg');
  expect(response.headers.get('content-type')).toMatch('image/svg+xml');
  expect(await response.text()).not.toContain('<script');
  expect((await get('/pictures/T0TSUNAGI/U0NOBODY.svg')).status).toBe(404);
});
