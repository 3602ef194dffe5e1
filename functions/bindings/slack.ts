import { ErrorCode, LogLevel, WebClient } from '@slack/web-api';
import * as v from 'valibot';
import { URL_MAX } from '../model/limits.ts';
import { slackApiUrl, slackBotToken } from '../params.ts';
import { type Found, type Slack, SlackError, type SlackTrouble } from '../slack/port.ts';
import { METADATA_TYPE, type Origin, type Post } from '../slack/post.ts';
import { timestampOf } from '../slack/timestamp.ts';
import { valueOf } from './secret.ts';

/** Milliseconds until a call without an answer is in doubt. */
const TIMEOUT = 8_000;
/** Posts that are looked through for one that may be there, a page at a time. */
const PAGE = 200;
const PAGES = 5;

/** Slack's codes for what somebody has to mend; what it says of the message itself is final. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const configuration = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'no_permission',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'team_access_not_granted',
  'ekm_access_denied',
  'org_login_required',
  'access_denied',
  'two_factor_setup_required',
]);
/** Slack's codes that leave open whether it was done. */
const unclear = new Set([
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

const Failure = v.variant('code', [
  v.object({ code: v.literal(ErrorCode.RateLimitedError), retryAfter: v.number() }),
  v.object({ code: v.literal(ErrorCode.PlatformError), data: v.object({ error: v.string() }) }),
]);

const troubleOf = (error: unknown): SlackTrouble => {
  const seen = v.safeParse(Failure, error);
  if (!seen.success) return { kind: 'unknown' };
  if (seen.output.code === ErrorCode.RateLimitedError)
    return { kind: 'limited', seconds: seen.output.retryAfter };
  const code = seen.output.data.error;
  if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'limited', seconds: 30 };
  if (unclear.has(code)) return { kind: 'unknown' };
  return { kind: configuration.has(code) ? 'configuration' : 'final', code };
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof SlackError && 'code' in error.trouble ? error.trouble.code : undefined;

/** A failure without its cause's text: the client's errors may carry what was sent. */
async function asked<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw new SlackError(troubleOf(error));
  }
}

const Posted = v.object({ ts: v.string() });
const Page = v.object({
  messages: v.optional(v.array(v.looseObject({ ts: v.string(), metadata: v.optional(v.unknown()) })), []),
  response_metadata: v.optional(v.object({ next_cursor: v.optional(v.string(), '') })),
});
const Metadata = v.object({
  event_type: v.literal(METADATA_TYPE),
  event_payload: v.object({ room: v.string(), message: v.string(), revision: v.number() }),
});
const User = v.object({
  user: v.object({
    name: v.string(),
    real_name: v.optional(v.string()),
    profile: v.optional(
      v.object({
        display_name: v.optional(v.string()),
        real_name: v.optional(v.string()),
        image_72: v.optional(v.string()),
      }),
    ),
  }),
});

/** Slack over HTTP, through its own client, without the client's retries: what a lost answer means is decided elsewhere. */
export function slackOver({ token, url }: { token: string; url: string }): Slack {
  const client = new WebClient(token, {
    slackApiUrl: url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT,
    logLevel: LogLevel.ERROR,
  });
  const metadata = (origin: Origin) => ({ event_type: METADATA_TYPE, event_payload: { ...origin } });
  const look = ({ text, username, icon_url }: Post) => ({
    text,
    username,
    ...(icon_url !== undefined && { icon_url }),
  });

  return {
    async post(channel, post, origin, thread) {
      const place = { channel, unfurl_links: false, unfurl_media: false };
      const answer = await asked(
        client.chat.postMessage({
          ...place,
          ...look(post),
          metadata: metadata(origin),
          ...(thread !== undefined && { thread_ts: thread }),
        }),
      );
      return { ts: v.parse(Posted, answer).ts };
    },
    async update(channel, ts, { text }, origin) {
      await asked(client.chat.update({ channel, ts, text, metadata: metadata(origin) }));
    },
    async remove(channel, ts) {
      try {
        await asked(client.chat.delete({ channel, ts }));
      } catch (error) {
        if (codeOf(error) !== 'message_not_found') throw error;
      }
    },
    async find(channel, origin, since, thread) {
      const oldest = timestampOf(since);
      let cursor = '';
      for (let page = 0; page < PAGES; page += 1) {
        const where = {
          channel,
          oldest,
          limit: PAGE,
          include_all_metadata: true,
          ...(cursor !== '' && { cursor }),
        };
        const answer = await asked(
          thread === undefined
            ? client.conversations.history(where)
            : client.conversations.replies({ ...where, ts: thread }),
        );
        const { messages, response_metadata } = v.parse(Page, answer);
        for (const { ts, metadata: said } of messages) {
          const found = foundIn(ts, said, origin);
          if (found) return found;
        }
        cursor = response_metadata?.next_cursor ?? '';
        if (cursor === '') return undefined;
      }
      throw new SlackError({ kind: 'unknown' });
    },
    async user(id) {
      const { user } = v.parse(User, await asked(client.users.info({ user: id })));
      const picture = user.profile?.image_72;
      return {
        name: user.profile?.display_name || user.profile?.real_name || user.real_name || user.name,
        ...(picture?.startsWith('https://') && picture.length <= URL_MAX && { picture }),
      };
    },
  };
}

function foundIn(ts: string, metadata: unknown, origin: Pick<Origin, 'room' | 'message'>): Found | undefined {
  const seen = v.safeParse(Metadata, metadata);
  if (!seen.success) return undefined;
  const { room, message, revision } = seen.output.event_payload;
  return room === origin.room && message === origin.message ? { ts, revision } : undefined;
}

/** Slack, connected when first used: only then is the token needed, and only by who declared it. */
export function slack(): Slack {
  let connected: Slack | undefined;
  const connect = () => {
    connected ??= slackOver({ token: valueOf(slackBotToken), url: slackApiUrl.value() });
    return connected;
  };
  return {
    post: async (...call) => connect().post(...call),
    update: async (...call) => connect().update(...call),
    remove: async (...call) => connect().remove(...call),
    find: async (...call) => connect().find(...call),
    user: async (...call) => connect().user(...call),
  };
}
