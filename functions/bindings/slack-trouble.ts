import { ErrorCode } from '@slack/web-api';
import * as v from 'valibot';
import { SlackError, type SlackTrouble } from '../slack/port.ts';

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

/** Slack's own code for what went wrong, where there is one. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof SlackError && 'code' in error.trouble ? error.trouble.code : undefined;

/** A failure without its cause's text: the client's errors may carry what was sent. */
export async function asked<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw new SlackError(troubleOf(error));
  }
}
