import * as v from 'valibot';
import { guard, slackId } from '../model/guard.ts';

/** An id of Slack's: capital letters and digits. */
const id = slackId();

/** An event's id: `Ev` and more. It becomes a document's. */
const eventId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{2,40}$/));

/** A type of Slack's events: words with underlines. It is stored and quoted, so it is nothing that a store or a log could stumble over. */
const eventType = v.pipe(v.string(), v.regex(/^[!-~]{1,100}$/));

/** Slack's handshake when the events URL is set. https://docs.slack.dev/reference/events/url_verification */
const UrlVerification = v.object({
  type: v.literal('url_verification'),
  challenge: v.pipe(v.string(), v.maxLength(1_000)),
});

/**
 * For whom an event is told: of this app the bot, of whom Slack gives one, and the workspace in which it is installed. Left out, nobody can
 * be told apart from it.
 */
const Authorizations = v.array(
  v.object({ team_id: v.nullish(id), user_id: v.string(), is_bot: v.optional(v.boolean()) }),
);

/** What wraps every event. https://docs.slack.dev/apis/events-api#events-JSON */
const EventCallback = v.object({
  type: v.literal('event_callback'),
  event_id: eventId,
  team_id: id,
  api_app_id: id,
  authorizations: v.fallback(v.optional(Authorizations), undefined),
  event: v.looseObject({ type: eventType }),
});

/** Slack held events back because there were too many. https://docs.slack.dev/apis/events-api#rate-limits */
const RateLimited = v.object({
  type: v.literal('app_rate_limited'),
  team_id: id,
  api_app_id: id,
  /** Since when, in whole seconds since 1970. */
  minute_rate_limited: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999_999_999)),
});

const Envelope = v.variant('type', [UrlVerification, EventCallback, RateLimited]);
export type Envelope = v.InferOutput<typeof Envelope>;
export type EventCallback = v.InferOutput<typeof EventCallback>;

export const asEnvelope = guard('Slack request', Envelope);
export const isHeldBack = (body: unknown): boolean => v.is(RateLimited, body);
export const asEventCallback = guard('Slack event', EventCallback);

/**
 * The workspace that an event is told to. In a channel that is shared with another one (Slack Connect), `team_id` is whichever the event comes
 * from, where our app need not be: https://github.com/slackapi/bolt-js/issues/687
 */
export const teamOf = ({
  authorizations,
  team_id,
}: Pick<EventCallback, 'authorizations' | 'team_id'>): string => authorizations?.[0]?.team_id ?? team_id;
