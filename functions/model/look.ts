import * as v from 'valibot';
import { guard, slackId } from './guard.ts';

/** The type of an inbox entry that asks for a look. */
export const LOOK = 'look';

/** What `sweep` asks for: that a room's channel is looked through for what Slack did not tell. Kept like an event. */
const Look = v.object({
  type: v.literal(LOOK),
  room: v.string(),
  team: slackId(),
  channel: slackId(),
});
export type Look = v.InferOutput<typeof Look>;

export const asLook = guard('look', Look);
