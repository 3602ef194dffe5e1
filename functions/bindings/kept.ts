import { SlackError } from '../slack/port.ts';

/** Milliseconds for which nobody asks again after no answer. */
const PAUSE = 10_000;

/** Answers that one process keeps: more are not worth the memory. */
const MOST = 1_000;

/**
 * Asks Slack by a key, and keeps the answer for so many milliseconds. A refusal is kept as well: what Slack does not tell it will not
 * tell a moment later. What passes, as that Slack wants us to wait, is kept for as long as that takes.
 */
export const kept = <Value>(
  ask: (key: string) => Promise<Value>,
  milliseconds: number,
  now: () => number = () => performance.now(),
): ((key: string) => Promise<Value>) => {
  const known = new Map<string, { readonly value: Promise<Value>; until: number }>();
  return async (key) => {
    const found = known.get(key);
    if (found && found.until > now()) return found.value;
    if (known.size >= MOST) known.clear();
    const asking = { value: ask(key), until: now() + milliseconds };
    known.set(key, asking);
    try {
      return await asking.value;
    } catch (error) {
      asking.until = Math.min(asking.until, now() + (passesIn(error) ?? milliseconds));
      throw error;
    }
  };
};

/** Milliseconds after which it may be otherwise; nothing where that is not foreseen. */
function passesIn(error: unknown): number | undefined {
  if (!(error instanceof SlackError)) return PAUSE;
  const { trouble } = error;
  if (trouble.kind === 'limited') return trouble.seconds * 1_000;
  return trouble.kind === 'unknown' ? PAUSE : undefined;
}
