import * as v from 'valibot';
import type { EventCallback } from './envelope.ts';
import { isTimestamp } from './timestamp.ts';

/** What a person in Slack did to a message, or why an event is none of our business. */
export type Happening =
  | { readonly kind: 'said'; readonly place: Place; readonly words: Words }
  | { readonly kind: 'edited'; readonly place: Place; readonly words: Words; readonly at: string }
  | { readonly kind: 'deleted'; readonly place: Place; readonly user: string; readonly at: string }
  | { readonly kind: 'ignored'; readonly reason: string };

/** Where a message is. `ts` and `thread` are Slack timestamps. */
export type Place = {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
};
/** What it says, in Slack's mrkdwn, and who says it. */
export type Words = { readonly user: string; readonly text: string };

const ts = v.pipe(v.string(), v.check(isTimestamp, 'a Slack timestamp'));
const user = v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,40}$/));

/** A message as Slack shows it within its events. https://docs.slack.dev/reference/events/message */
const Said = v.object({
  ts,
  user,
  text: v.string(),
  thread_ts: v.optional(ts),
  bot_id: v.optional(v.string()),
  app_id: v.optional(v.string()),
  edited: v.optional(v.object({ ts })),
});
type Said = v.InferOutput<typeof Said>;

const Message = v.object({
  type: v.literal('message'),
  subtype: v.optional(v.string()),
  channel: user,
  bot_id: v.optional(v.string()),
});
const Changed = v.object({ message: Said, ts, event_ts: v.optional(ts) });
const Deleted = v.object({
  deleted_ts: ts,
  event_ts: v.optional(ts),
  ts,
  previous_message: v.optional(v.object({ user: v.optional(user), bot_id: v.optional(v.string()) })),
});

/** Subtypes under which a person says something. */
const spoken = new Set([undefined, 'thread_broadcast', 'file_share', 'me_message']);

const ignored = (reason: string): Happening => ({ kind: 'ignored', reason });

const saidIn = (team: string, channel: string, { ts, thread_ts }: Said): Place => ({
  team,
  channel,
  ts,
  ...(thread_ts !== undefined && thread_ts !== ts && { thread: thread_ts }),
});

/** Reads a Slack event. Never throws: what is not understood is ignored, with the reason. */
export const happening = ({ team_id: team, event }: EventCallback): Happening => {
  const about = v.safeParse(Message, event);
  if (!about.success) return ignored(`event ${event.type}`);
  const { channel, subtype, bot_id } = about.output;

  if (subtype === 'message_changed') {
    const changed = v.safeParse(Changed, event);
    if (!changed.success) return ignored('a change of no message of a person');
    const { message, ts: told, event_ts } = changed.output;
    if (message.bot_id !== undefined) return ignored('a change of a message of a bot');
    // Slack reports previews of links and other changes of its own in the same way: only an edit carries `edited`.
    if (message.edited === undefined) return ignored('a change that nobody made');
    // `edited.ts` has whole seconds: two edits within one could not be told apart by it.
    return { kind: 'edited', place: saidIn(team, channel, message), words: message, at: event_ts ?? told };
  }
  if (subtype === 'message_deleted') {
    const deleted = v.safeParse(Deleted, event);
    if (!deleted.success) return ignored('a deletion of nothing');
    const { deleted_ts, event_ts, ts: at, previous_message: was } = deleted.output;
    if (was?.bot_id !== undefined) return ignored('a deletion of a message of a bot');
    return {
      kind: 'deleted',
      place: { team, channel, ts: deleted_ts },
      user: was?.user ?? 'UNKNOWN',
      at: event_ts ?? at,
    };
  }
  if (bot_id !== undefined || subtype === 'bot_message') return ignored('a message of a bot');
  if (!spoken.has(subtype)) return ignored(`message subtype ${subtype}`);
  const said = v.safeParse(Said, event);
  if (!said.success) return ignored('a message without a person, a text or a time');
  return { kind: 'said', place: saidIn(team, channel, said.output), words: said.output };
};
