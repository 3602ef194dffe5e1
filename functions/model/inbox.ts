import * as v from 'valibot';
import { count, guard, text, words } from './guard.ts';
import { EVENT_BYTES_MAX, NUDGES_MAX, REASON_MAX, SLACK_ID_MAX, SLACK_TYPE_MAX } from './limits.ts';

export const INBOX_STATES = ['received', 'applied', 'ignored', 'failed'] as const;

/** `inbox/{event_id}`, or `inbox/{team}-{channel}-{user}-{client_msg_id}` of what a person said: a Slack event as it was received, and what came of it. */
export const InboxEntry = v.strictObject({
  team: words(SLACK_ID_MAX),
  app: words(SLACK_ID_MAX),
  /** Slack's type of the inner event. */
  type: words(SLACK_TYPE_MAX),
  /** The request's body, JSON text. */
  body: text(EVENT_BYTES_MAX),
  received: v.date(),
  expires: v.date(),
  state: v.picklist(INBOX_STATES),
  reason: v.optional(words(REASON_MAX)),
  /** How often `sweep` has brought it up again. */
  nudges: v.optional(v.pipe(count(1), v.maxValue(NUDGES_MAX))),
});
export type InboxEntry = v.InferOutput<typeof InboxEntry>;

export const asInboxEntry = guard('inbox entry', InboxEntry);
export const inboxesPath = 'inbox';
export const inboxPath = (event: string): string => `inbox/${event}`;
