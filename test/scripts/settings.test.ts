import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Declared } from '../../scripts/stack/manifest.ts';
import {
  dotenv,
  freshSecrets,
  ownSettings,
  type Values,
  writeSettings,
} from '../../scripts/stack/settings.ts';

/** The Functions emulator's own reader. */
const emulator: { parseStrict(data: string): Values } = createRequire(import.meta.url)(
  'firebase-tools/lib/functions/env',
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (file: string): Values => emulator.parseStrict(readFileSync(join(folder, file), 'utf8'));
const none = { parameters: {}, secrets: {} };

describe('a value in a file', () => {
  it.each([
    'plain',
    'with space',
    'a "quote"',
    "an 'apostrophe'",
    'back\\slash',
    'two\nlines',
    '#no comment',
    'a=b',
    '',
  ])('is read back by the emulator: %j', (value) => {
    expect(emulator.parseStrict(dotenv({ BEFORE: '1', VALUE: value, AFTER: '2' }))).toEqual({
      BEFORE: '1',
      VALUE: value,
      AFTER: '2',
    });
  });
});

describe('what functions declare', () => {
  it('has its default where nothing else is given', () => {
    const declared: Declared[] = [
      { name: 'URL', type: 'string', default: 'https://slack.com/api/' },
      { name: 'COUNT', type: 'int', default: 3 },
      { name: 'FLAG', type: 'boolean', default: false },
    ];
    writeSettings(folder, declared, { ...none, parameters: { URL: 'http://127.0.0.1/' } });
    expect(written('.env.local')).toEqual({ URL: 'http://127.0.0.1/', COUNT: '3', FLAG: 'false' });
  });

  it('is asked for in a sentence where it has no value at all', () => {
    expect(() => writeSettings(folder, [{ name: 'WEB_API_KEY', type: 'string' }], none)).toThrow(
      "The functions' parameter WEB_API_KEY has no value: set it in functions/.env.local.",
    );
  });

  it('is made up where it is a secret that nobody has set', () => {
    const declared: Declared[] = [
      { name: 'TOKEN', type: 'secret' },
      { name: 'KEY', type: 'secret' },
    ];
    writeSettings(folder, declared, { ...none, secrets: { TOKEN: 'mine' } });
    expect(written('.secret.local')).toEqual({ TOKEN: 'mine', KEY: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });
});

it('there is a token for each workspace', () => {
  const tokens = freshSecrets(3).SLACK_BOT_TOKEN.split(',');
  expect(new Set(tokens).size).toBe(3);
});

it('secrets differ from run to run', () => {
  expect(freshSecrets().SLACK_BOT_TOKEN).not.toBe(freshSecrets().SLACK_BOT_TOKEN);
  expect(freshSecrets().SLACK_SIGNING_SECRET).not.toBe(freshSecrets().SLACK_SIGNING_SECRET);
});

describe("a developer's own settings", () => {
  it('are those in .env.local and .secret.local', () => {
    writeFileSync(join(folder, '.env.local'), 'MODEL=small\nEMPTY=\n');
    writeFileSync(join(folder, '.secret.local'), 'MODEL_KEY="a b"\n');
    expect(ownSettings(folder)).toEqual({ parameters: { MODEL: 'small' }, secrets: { MODEL_KEY: 'a b' } });
  });

  it('are none where there are no such files', () => {
    expect(ownSettings(folder)).toEqual(none);
  });
});
