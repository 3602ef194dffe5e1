import * as v from 'valibot';
import { count, guard, text } from './guard.ts';
import { NUDGES_MAX, REASON_MAX } from './limits.ts';

export const INBOX_STATES = ['received', 'applied', 'ignored', 'failed'] as const;

/** `inbox/{event_id}`: a Slack event as it was received, and what came of it. */
export const InboxEntry = v.strictObject({
  team: v.string(),
  app: v.string(),
  /** Slack's type of the inner event. */
  type: v.string(),
  /** The request's body, JSON text. */
  body: v.string(),
  received: v.date(),
  expires: v.date(),
  state: v.picklist(INBOX_STATES),
  reason: v.optional(text(REASON_MAX)),
  /** How often `sweep` has brought it up again. */
  nudges: v.optional(v.pipe(count(1), v.maxValue(NUDGES_MAX))),
});
export type InboxEntry = v.InferOutput<typeof InboxEntry>;

export const asInboxEntry = guard('inbox entry', InboxEntry);
export const inboxesPath = 'inbox';
export const inboxPath = (event: string): string => `inbox/${event}`;
