import * as v from 'valibot';
import type { Found } from '../slack/port.ts';
import { METADATA_TYPE, type Origin } from '../slack/post.ts';

// What is read of Slack's answers; whatever else they hold is of no interest here.

/** The message as Slack has it: one that is in a thread says so. slack-go/slack#1571 */
export const Posted = v.object({
  ts: v.string(),
  message: v.optional(v.object({ thread_ts: v.optional(v.string()) })),
});
export const HistoryPage = v.object({
  messages: v.optional(v.array(v.unknown()), []),
  is_limited: v.optional(v.boolean(), false),
  response_metadata: v.optional(v.object({ next_cursor: v.optional(v.string()) })),
});
export const Page = v.object({
  messages: v.optional(
    v.array(
      v.looseObject({
        ts: v.string(),
        thread_ts: v.optional(v.string()),
        metadata: v.optional(v.unknown()),
      }),
    ),
    [],
  ),
  response_metadata: v.optional(v.object({ next_cursor: v.optional(v.string(), '') })),
});
const Metadata = v.object({
  event_type: v.literal(METADATA_TYPE),
  event_payload: v.object({ room: v.string(), message: v.string(), part: v.number() }),
});
export const User = v.object({ user: v.unknown() });
export const Channel = v.object({
  channel: v.object({
    name: v.string(),
    is_member: v.boolean(),
    is_archived: v.boolean(),
    // Of what Slack does not say so, nobody is told.
    is_private: v.optional(v.boolean(), true),
  }),
});
/** The client puts the scopes there, from the header `x-oauth-scopes`. */
export const Workspace = v.object({
  team_id: v.string(),
  bot_id: v.string(),
  user_id: v.string(),
  url: v.string(),
  response_metadata: v.optional(v.object({ scopes: v.optional(v.array(v.string())) })),
});

/** The post, if its metadata says that it shows this message. */
export function foundIn(
  ts: string,
  metadata: unknown,
  origin: Pick<Origin, 'room' | 'message'>,
): Found | undefined {
  const seen = v.safeParse(Metadata, metadata);
  if (!seen.success) return undefined;
  const { room, message, part } = seen.output.event_payload;
  return room === origin.room && message === origin.message ? { ts, part } : undefined;
}
