import * as v from 'valibot';
import { guard } from '#model/guard.ts';

/** Somebody an emulator knows: what Google would say of them. */
const Account = v.object({
  sub: v.pipe(v.string(), v.minLength(1)),
  email: v.pipe(v.string(), v.includes('@')),
  name: v.pipe(v.string(), v.minLength(1)),
  picture: v.optional(v.string()),
});
export type Account = v.InferOutput<typeof Account>;

const Emulators = v.object({
  /** URL of the Auth emulator. */
  auth: v.pipe(v.string(), v.url()),
  /** Firestore emulator, `<host>:<port>`. */
  firestore: v.pipe(v.string(), v.regex(/^[^:/]+:\d+$/, '<host>:<port>')),
  /** Functions emulator, `<host>:<port>`. */
  functions: v.pipe(v.string(), v.regex(/^[^:/]+:\d+$/, '<host>:<port>')),
  accounts: v.optional(v.array(Account), []),
});

/** `/config.json`: which Firebase project this app belongs to. Nothing in it is secret. */
const Config = v.object({
  projectId: v.pipe(v.string(), v.minLength(1)),
  apiKey: v.pipe(v.string(), v.minLength(1)),
  authDomain: v.string(),
  appId: v.optional(v.string()),
  /** reCAPTCHA Enterprise's site key: with it, App Check is on. docs/app-check.md */
  appCheckKey: v.optional(v.pipe(v.string(), v.minLength(1))),
  emulators: v.optional(Emulators),
});
export type Config = v.InferOutput<typeof Config>;

export const asConfig = guard('config', Config);

const load = async (): Promise<Config> => {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/config.json was answered with ${response.status}.`);
  const config = asConfig(await response.json());
  if (!config.ok) throw new Error(`/config.json cannot be used: ${config.wrong}.`);
  return config.value;
};

let loaded: Promise<Config> | undefined;

/** The configuration, fetched once. */
export const config = (): Promise<Config> => (loaded ??= load());
