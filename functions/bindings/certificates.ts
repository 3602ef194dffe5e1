import { createPublicKey, type KeyObject } from 'node:crypto';
import * as v from 'valibot';
import { parsed } from '../model/bytes.ts';
import { guard } from '../model/guard.ts';
import { ask } from './ask.ts';

/** The public key of this id; undefined where Google has none. */
export type KeyOf = (id: string) => Promise<KeyObject | undefined>;

/** Milliseconds until a request for the keys is given up. */
const TIMEOUT = 3_000;
/** Seconds to keep keys whose answer does not say how long. */
const KEPT_SECONDS = 300;
/** Milliseconds between two looks for a key that is not known: whoever makes ids up does not make us ask Google each time. */
const LOOK_AGAIN = 60_000;

/** Google's keys, as far as they are read here: those of another kind sign nothing that we take. https://www.rfc-editor.org/rfc/rfc7517 */
const asKeySet = guard('key set', v.object({ keys: v.array(v.unknown()) }));
const asKey = guard(
  'key',
  v.object({ kty: v.literal('RSA'), kid: v.string(), n: v.string(), e: v.string() }),
);

type Known = {
  readonly keys: ReadonlyMap<string, KeyObject>;
  readonly since: number;
  readonly until: number;
};

/** The keys at an address, kept as long as their Cache-Control says, and looked for again when one is missing. */
export function certificatesAt(url: () => string, now: () => number = Date.now): KeyOf {
  let known: Promise<Known> | undefined;
  const fresh = (): Promise<Known> => {
    const coming = read(url(), now);
    known = coming;
    coming.catch(() => {
      if (known === coming) known = undefined;
    });
    return coming;
  };
  return async (id) => {
    const mine = known ?? fresh();
    const { keys, since, until } = await mine;
    const isMissing = !keys.has(id) && since + LOOK_AGAIN <= now();
    if (!isMissing && until > now()) return keys.get(id);
    const others = known === mine ? undefined : known;
    return (await (others ?? fresh())).keys.get(id);
  };
}

async function read(url: string, now: () => number): Promise<Known> {
  const { status, headers, body } = await ask("Whoever shows Google's keys", url, TIMEOUT);
  if (status !== 200)
    throw new Error(`Google's keys at ${url} were answered with ${status}: to be asked again.`);
  const seen = asKeySet(parsed(body));
  if (!seen.ok) throw new Error(`Google's keys at ${url} are not what they should be: ${seen.wrong}.`);
  const keys = new Map<string, KeyObject>();
  for (const one of seen.value.keys) {
    const key = asKey(one);
    if (key.ok) keys.set(key.value.kid, createPublicKey({ key: key.value, format: 'jwk' }));
  }
  return { keys, since: now(), until: now() + secondsOf(headers) * 1_000 };
}

/** How long an answer may still be kept. https://www.rfc-editor.org/rfc/rfc9111#section-4.2 */
function secondsOf(headers: Headers): number {
  const most = /max-age=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1];
  return most === undefined ? KEPT_SECONDS : Number(most) - Number(headers.get('age') ?? 0);
}
