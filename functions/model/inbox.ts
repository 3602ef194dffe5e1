import * as v from 'valibot';
import { guard, text } from './guard.ts';
import { REASON_MAX } from './limits.ts';

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
  state: v.picklist(['received', 'applied', 'ignored', 'failed']),
  reason: v.optional(text(REASON_MAX)),
});
export type InboxEntry = v.InferOutput<typeof InboxEntry>;

export const asInboxEntry = guard('inbox entry', InboxEntry);
export const inboxPath = (event: string): string => `inbox/${event}`;
