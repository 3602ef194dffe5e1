import * as v from 'valibot';
import { guard } from '../model/guard.ts';
import { isTimestamp } from './timestamp.ts';

const id = v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,40}$/));

/** The type of an inbox entry that asks for a look. */
export const LOOK = 'look';

/** What `sweep` asks for: that a room's channel is looked through for what Slack did not tell. Kept like an event. */
const Look = v.object({
  type: v.literal(LOOK),
  room: v.string(),
  team: id,
  channel: id,
});
export type Look = v.InferOutput<typeof Look>;

export const asLook = guard('look', Look);

const ts = v.pipe(v.string(), v.check(isTimestamp, 'a Slack timestamp'));

/** What is read of a message in a channel's history first; the rest is read as of one in an event. */
const Kept = v.looseObject({
  ts,
  thread_ts: v.nullish(ts),
  subtype: v.nullish(v.string()),
  edited: v.nullish(v.object({ ts })),
  latest_reply: v.nullish(v.string()),
});
export type Kept = v.InferOutput<typeof Kept>;

/** The messages among what a history holds. */
export const keptIn = (messages: readonly unknown[]): Kept[] =>
  messages.flatMap((message) => {
    const seen = v.safeParse(Kept, message);
    return seen.success ? [seen.output] : [];
  });
