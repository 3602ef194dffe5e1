import * as v from 'valibot';
import { slackId } from '../model/guard.ts';

/** What a person's client names a message before it is sent, and Slack keeps. Slack documents no form; seen are UUIDs. */
const named = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/));

/** A message that a person typed. Changes, and what Slack says of its own, have a subtype. */
const Typed = v.object({ client_msg_id: named, user: slackId(), subtype: v.nullish(v.never()) });
const Told = v.object({ type: v.literal('message'), channel: slackId() });

/**
 * By which of a person's gestures a message came about; nothing where Slack does not say. Slack may make two messages of one, each
 * with a `ts` of its own, and tell them as two events. Whose it is belongs to it: nobody can take another's.
 */
export const gestureOf = (message: unknown): string | undefined => {
  const typed = v.safeParse(Typed, message);
  return typed.success ? `${typed.output.user}-${typed.output.client_msg_id}` : undefined;
};

/** The gesture that an event tells of, with the channel it was made in. */
export const gestureTold = (event: unknown): string | undefined => {
  const told = v.safeParse(Told, event);
  const gesture = gestureOf(event);
  return told.success && gesture !== undefined ? `${told.output.channel}-${gesture}` : undefined;
};
