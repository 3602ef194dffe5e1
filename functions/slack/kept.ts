import * as v from 'valibot';
import { isTimestamp } from './timestamp.ts';

const ts = v.pipe(v.string(), v.check(isTimestamp, 'a Slack timestamp'));

/** What is read of a message in a channel's history first; the rest is read as of one in an event. */
const Kept = v.looseObject({
  ts,
  thread_ts: v.nullish(ts),
  subtype: v.nullish(v.string()),
  edited: v.nullish(v.object({ ts })),
  latest_reply: v.nullish(v.string()),
  reactions: v.optional(v.unknown()),
});
export type Kept = v.InferOutput<typeof Kept>;

/** The messages among what a history holds. */
export const keptIn = (messages: readonly unknown[]): Kept[] =>
  messages.flatMap((message) => {
    const seen = v.safeParse(Kept, message);
    return seen.success ? [seen.output] : [];
  });
