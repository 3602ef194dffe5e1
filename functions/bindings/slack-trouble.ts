import { ErrorCode } from '@slack/web-api';
import * as v from 'valibot';
import { SlackError, type SlackTrouble } from '../slack/port.ts';

/**
 * Slack's codes for what somebody has to mend, or what passes: the token and its scopes, the workspace, the channel. What
 * Slack says of the message itself is final. The errors of chat.postMessage, chat.update, chat.delete,
 * conversations.history and conversations.replies: https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const configuration = new Set([
  // The token
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'token_expired',
  'token_revoked',
  // The workspace
  'access_denied',
  'accesslimited',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'message_limit_exceeded',
  'org_login_required',
  'team_access_not_granted',
  'team_added_to_org',
  'team_not_found',
  'two_factor_setup_required',
  // The channel. Where one thread alone is closed, the room's other messages need not wait: those codes are not among these.
  'channel_not_found',
  'external_channel_migrating',
  'is_archived',
  'is_inactive',
  'messages_tab_disabled',
  'method_not_supported_for_channel_type',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  // What we are built with
  'deprecated_endpoint',
  'method_deprecated',
]);
/** Slack's codes that leave open whether it was done. */
const unclear = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'update_failed',
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

/** A failure without its cause's text: the client's errors may carry what was sent. */
export async function asked<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw new SlackError(troubleOf(error));
  }
}
