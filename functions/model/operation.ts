import * as v from 'valibot';
import { guard, slackTs } from './guard.ts';
import { LINK_MODES } from './link.ts';
import { roomId } from './room.ts';

const room = roomId();
const team = v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,40}$/, "a Slack workspace's id"));
const channel = v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,40}$/, "a Slack channel's id"));
const job = v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/, "a dead letter's id"));

/** What an operator may ask for, and of a room of theirs an owner: what was given up of it, and its link where operators allow that. */
export const Command = v.variant('do', [
  v.strictObject({
    do: v.picklist(['link', 'move']),
    room,
    team,
    channel,
    /** A whole channel, unless it says otherwise. */
    mode: v.optional(v.picklist(LINK_MODES)),
    /** In mode `thread`: a message of one that is there, its root or an answer; without it, one is begun. */
    thread: v.optional(slackTs()),
  }),
  v.strictObject({ do: v.literal('unlink'), room }),
  v.strictObject({ do: v.literal('mend'), room }),
  v.strictObject({ do: v.picklist(['redrive', 'discard']), job }),
  /** Of what was given up by now, or before (milliseconds since 1970). */
  v.strictObject({
    do: v.picklist(['redriveAll', 'discardAll']),
    before: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  }),
  /** Of the first rooms by their ids, or of the first after one. */
  v.strictObject({ do: v.literal('health'), after: v.optional(room) }),
  /** Of the same rooms. */
  v.strictObject({ do: v.literal('channels'), after: v.optional(room) }),
]);
export type Command = v.InferOutput<typeof Command>;

export const asCommand = guard('command', Command);

/** Documents of each kind that are counted or decided about at once: as many as the rules let be listed. */
export const AT_ONCE = 50;

/** How things stand between the rooms and Slack. */
export type Health = {
  /** Of {@link AT_ONCE} rooms. */
  readonly links: readonly {
    readonly room: string;
    readonly channel: string;
    readonly thread?: string;
    /** Messages that Slack should show and does not, and those to which it should show other reactions; each counted up to {@link AT_ONCE}. */
    readonly waiting: number;
    readonly paused: boolean;
    readonly error?: string;
  }[];
  /** Open dead letters, counted up to {@link AT_ONCE}. */
  readonly deadLetters: number;
  /** Why what Slack told lately was passed over or could not be applied, the most frequent first; of the last {@link AT_ONCE}. */
  readonly passedOver: readonly { readonly reason: string; readonly count: number }[];
  /** There is more than was counted. */
  readonly more: boolean;
};

/** How a channel is called in Slack. */
export type Called = { readonly team: string; readonly channel: string; readonly name: string };

/** What is answered: how many were decided about, how things stand, how channels are called, or nothing. */
export type Operated = {
  readonly decided?: number;
  /** More may be left that were given up before this time: they are decided about by asking again, with it. */
  readonly more?: number;
  readonly health?: Health;
  /** Of the channels of which Slack tells it. */
  readonly channels?: readonly Called[];
};
