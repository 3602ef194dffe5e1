import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { UserError } from '../user-error.ts';
import type { Declared } from './manifest.ts';

export type Values = Record<string, string>;

/** The secrets that the functions share with Slack. */
export type Secrets = Readonly<{
  SLACK_SIGNING_SECRET: string;
  /** A token for each workspace, with commas between them. */
  SLACK_BOT_TOKEN: string;
  SLACK_WEBHOOK_TOKEN: string;
}>;

/** Secrets that are good for one run, with so many workspaces. */
export const freshSecrets = (workspaces = 1): Secrets => ({
  SLACK_SIGNING_SECRET: randomBytes(16).toString('hex'),
  SLACK_BOT_TOKEN: Array.from({ length: workspaces }, () => `xoxb-${randomBytes(12).toString('hex')}`).join(
    ',',
  ),
  SLACK_WEBHOOK_TOKEN: randomBytes(12).toString('hex'),
});

/** The key by which Google's place is taken in one run: RSA, PEM. */
export const freshKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });

/** What the developer has set for the emulators in `functions/`, by the files' usual names. */
export function ownSettings(source: string): { parameters: Values; secrets: Values } {
  return {
    parameters: readValues(join(source, '.env.local')),
    secrets: readValues(join(source, '.secret.local')),
  };
}

function readValues(file: string): Values {
  if (!existsSync(file)) return {};
  const values: Values = {};
  for (const [name, value] of Object.entries(parseEnv(readFileSync(file, 'utf8'))))
    if (value) values[name] = value;
  return values;
}

/**
 * Writes every declared parameter and secret where the Functions emulator looks for it: `.env.local`, `.secret.local`.
 *
 * Defaults are written too: the emulator asks at a prompt for whatever is missing there, also where there is a default.
 * A secret that nobody has set is made up: the emulator would ask Secret Manager for it otherwise.
 */
export function writeSettings(
  folder: string,
  declared: readonly Declared[],
  given: { parameters: Values; secrets: Values },
): void {
  const parameters: Values = { ...given.parameters };
  const secrets: Values = { ...given.secrets };
  for (const { name, type, default: value } of declared) {
    if (type === 'secret') secrets[name] ??= randomBytes(16).toString('hex');
    else if (parameters[name] !== undefined) continue;
    else if (value === undefined || value === null)
      throw new UserError(`The functions' parameter ${name} has no value: set it in functions/.env.local.`);
    else parameters[name] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  writeFileSync(join(folder, '.env.local'), dotenv(parameters));
  writeFileSync(join(folder, '.secret.local'), dotenv(secrets), { mode: 0o600 });
}

const escaped = (value: string): string => value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');

/** Lines as firebase-tools reads them (its `functions/env.js`): double quotes, in which backslashes escape. */
export function dotenv(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value)}"\n`)
    .join('');
}
