import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { running } from '../flow/running.ts';

type Rule = { source: string; headers: { key: string; value: string }[] };

const { urls } = running();
const firebase: { hosting: { headers: Rule[] } } = JSON.parse(
  readFileSync(new URL('../../firebase.json', import.meta.url), 'utf8'),
);
const rule = (source: string): Record<string, string> =>
  Object.fromEntries(
    firebase.hosting.headers
      .filter((one) => one.source === source)
      .flatMap(({ headers }) => headers.map(({ key, value }) => [key.toLowerCase(), value])),
  );

/** What is served, without the addresses of this run's emulators. */
const served = async (path: string): Promise<Record<string, string>> => {
  const { headers } = await fetch(urls.web + path);
  return Object.fromEntries(
    [...headers].map(([key, value]) => [
      key,
      value.replace(/ (https?|ws):\/\/(127\.0\.0\.1|localhost):\*/g, ''),
    ]),
  );
};

describe('the hosting', () => {
  it.each(['/', '/index.html', '/rooms/lobby', '/config.json', '/theme.js', '/icon.svg', '/not/there'])(
    'sends %s with every header of firebase.json',
    async (path) => {
      expect(await served(path)).toMatchObject(rule('**'));
    },
  );

  it('sends the parts of the app with them too, and lets browsers keep them', async () => {
    const page = await (await fetch(urls.web)).text();
    const [, part = ''] = /src="(\/assets\/[^"]+)"/.exec(page) ?? [];
    expect(await served(part)).toMatchObject({ ...rule('**'), ...rule('/assets/**') });
  });
});
