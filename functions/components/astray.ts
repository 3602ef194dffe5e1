import type { Link } from '../model/link.ts';
import { type SlackTrouble, THREAD_GONE } from '../slack/port.ts';
import { isIn, type Place } from './place.ts';

/** Slack's codes for a post into a thread, where Slack refuses it because the root is gone. */
const goneCodes: ReadonlySet<string> = new Set([THREAD_GONE, 'message_not_found']);

/** Whether what belongs in a thread may stand in its channel: where that is the room's own, and as a whole. */
export const mayStandOutside = (at: Place, link: Link): boolean => link.mode === 'channel' && isIn(at, link);

/** Whether the room's own thread was gone when last something was sent: it is looked for before anything is posted. */
export const isSuspect = (at: Place, link: Link): boolean =>
  at.thread !== undefined && link.error === THREAD_GONE;

/** A thread that is gone is the room's trouble where the room is that thread; elsewhere it is the message's own. */
export const troubleIn = (trouble: SlackTrouble, at: Place, link: Link): SlackTrouble =>
  trouble.kind === 'final' &&
  goneCodes.has(trouble.code) &&
  link.mode === 'thread' &&
  at.thread === link.thread &&
  isIn(at, link)
    ? { kind: 'configuration', code: THREAD_GONE }
    : trouble;
