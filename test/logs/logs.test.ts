import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '#model/message.ts';
import { seedDocuments } from '../../scripts/seed/documents.ts';
import { running } from '../flow/running.ts';
import { saidIn } from '../flow/said.ts';

const { runFolder, secrets } = running();
const logs = globSync('**/*.log', { cwd: runFolder, exclude: ['functions/**', 'public/**'] });
const textOf = (log: string) => readFileSync(join(runFolder, log), 'utf8');

/** The forms in which a text may be found in a log: as it is, in JSON, in Slack's escapes, in a URL. */
const formsOf = (text: string) => [
  text,
  JSON.stringify(text).slice(1, -1),
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  encodeURIComponent(text),
  new URLSearchParams({ text }).toString().slice('text='.length),
];
const seeded = [...seedDocuments(new Date(), 'http://localhost')].flatMap(
  ([, document]) => (document as Partial<Message>).text ?? [],
);
const said = [...new Set([...saidIn(runFolder), ...seeded])];

/** Where one of these is found: never more of it than its beginning, for this is a log too. */
const foundIn = (log: string, texts: readonly string[]) => {
  const content = textOf(log);
  return texts.filter((text) => content.includes(text)).map((text) => `${text.slice(0, 12)}… in ${log}`);
};

describe('after a whole run', () => {
  it('there is something to read, and something that was said', () => {
    expect(logs.sort()).toEqual(
      expect.arrayContaining(['emulators.log', 'identity.log', 'metadata.log', 'slack.log']),
    );
    expect(textOf('emulators.log')).toContain('asia-northeast1-reply');
    expect(textOf('identity.log')).toContain('"message":"minted"');
    expect(saidIn(runFolder).length).toBeGreaterThan(20);
    expect(said.filter((text) => text.length < 5)).toEqual([]);
  });

  it.each(logs)('nothing that was said is in %s', (log) => {
    expect(foundIn(log, said.flatMap(formsOf))).toEqual([]);
  });
  it.each(logs)('no secret is in %s', (log) => {
    expect(foundIn(log, Object.values(secrets))).toEqual([]);
    expect(textOf(log)).not.toMatch(/xox[a-z]-|PRIVATE KEY/);
  });
  it.each(logs)('no token is in %s', (log) => {
    expect(
      textOf(log)
        .match(/eyJ[\w-]{8,}/)?.[0]
        .slice(0, 8),
    ).toBeUndefined();
  });
});
