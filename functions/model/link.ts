import * as v from 'valibot';
import { count, guard, slackId, slackTs, words } from './guard.ts';
import { LEASE_SECONDS, REASON_MAX, URL_MAX } from './limits.ts';
import { Pause } from './pause.ts';

/** Who may post for a room: the number grows with every holder, so a holder that was overtaken is known by its number. */
export const Lease = v.strictObject({
  number: count(0),
  held: v.boolean(),
  /** Server time of the claim: it ends LEASE_SECONDS later, by the server's clock. */
  since: v.date(),
});
export type Lease = v.InferOutput<typeof Lease>;

/** A room is a whole channel, or one thread of it: many rooms can share a channel, each with a thread of its own. */
export const LINK_MODES = ['channel', 'thread'] as const;

/** `links/{room}`: a room's tie to a Slack channel. */
export const Link = v.pipe(
  v.strictObject({
    team: slackId(),
    channel: slackId(),
    mode: v.picklist(LINK_MODES),
    /** The thread's root, in mode `thread`. */
    thread: v.optional(slackTs()),
    /** Where the workspace is in a browser, with a slash at its end, as Slack's auth.test says. */
    url: v.optional(v.pipe(v.string(), v.maxLength(URL_MAX), v.regex(/^https?:[/][/][^/\s]+[/]$/))),
    lease: Lease,
    pause: Pause,
    /** Every message up to this one's time has been dealt with; a lower bound, moved once a run. */
    settled: v.date(),
    /** What was said in the channel up to then is held: told by Slack, or found by looking. */
    heard: v.date(),
    /** What Slack last refused, by Slack's own code; absent when all is well. */
    error: v.optional(words(REASON_MAX)),
  }),
  v.check(
    ({ mode, thread }) => (mode === 'thread') === (thread !== undefined),
    'a channel, or a thread with its root',
  ),
);
export type Link = v.InferOutput<typeof Link>;

export const asLink = guard('link', Link);
/** Whether nobody holds the room, or whoever did has had their time. The rules ask the server's clock; `now` is a guess of it. */
export const isFree = ({ lease }: Link, now: Date): boolean =>
  !lease.held || now.getTime() > lease.since.getTime() + LEASE_SECONDS * 1_000;

/** The address of a post in Slack, for a browser. https://docs.slack.dev/reference/methods/chat.getPermalink */
export const permalink = (
  { url }: Pick<Link, 'url'>,
  {
    channel,
    ts,
    thread,
  }: { readonly channel: string; readonly ts: string; readonly thread?: string | undefined },
): string | undefined => {
  if (url === undefined) return undefined;
  const within = thread === undefined || thread === ts ? '' : `?thread_ts=${thread}&cid=${channel}`;
  return `${url}archives/${channel}/p${ts.replace('.', '')}${within}`;
};

export const linksPath = 'links';
export const linkPath = (room: string): string => `links/${room}`;
