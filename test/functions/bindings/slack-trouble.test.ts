import { ErrorCode } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { asked } from '../../../functions/bindings/slack-trouble.ts';

/** What the client throws. */
class Thrown extends Error {
  readonly code: ErrorCode;
  readonly data: unknown;
  readonly retryAfter: number | undefined;
  constructor(code: ErrorCode, { data, retryAfter }: { data?: unknown; retryAfter?: number }) {
    super('with what was said');
    this.code = code;
    this.data = data;
    this.retryAfter = retryAfter;
  }
}
const refusal = (code: string) =>
  asked(Promise.reject(new Thrown(ErrorCode.PlatformError, { data: { error: code } })));

/** What Slack's pages say of chat.postMessage, .update, .delete and of conversations.history and .replies, by what is to be done. */
const CODES = {
  configuration:
    `account_inactive invalid_auth missing_scope no_permission not_allowed_token_type not_authed token_expired
    token_revoked access_denied accesslimited ekm_access_denied enterprise_is_restricted message_limit_exceeded
    org_login_required team_access_not_granted team_added_to_org team_not_found two_factor_setup_required
    channel_not_found external_channel_migrating is_archived is_inactive messages_tab_disabled
    method_not_supported_for_channel_type not_in_channel restricted_action
    restricted_action_read_only_channel restricted_action_thread_only_channel
    deprecated_endpoint method_deprecated`.split(/\s+/),
  unknown: ['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable', 'update_failed'],
  limited: ['ratelimited', 'rate_limited'],
  final:
    `msg_too_long msg_blocks_too_long no_text markdown_text_conflict too_many_attachments cannot_reply_to_message
    invalid_blocks invalid_metadata_format metadata_too_large cant_update_message cant_delete_message edit_window_closed
    message_not_found compliance_exports_prevent_deletion thread_not_found streaming_state_conflict
    restricted_action_thread_locked restricted_action_non_threadable_channel
    invalid_arguments invalid_ts_oldest a_code_to_come`.split(/\s+/),
};

describe('what Slack refuses', () => {
  it.each(Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind])))(
    'with %s is %s',
    async (code, kind) => {
      await expect(refusal(code)).rejects.toMatchObject({ trouble: { kind } });
    },
  );
  it('is told by its code where somebody has to act on it', async () => {
    await expect(refusal('is_inactive')).rejects.toMatchObject({ trouble: { code: 'is_inactive' } });
    await expect(refusal('no_text')).rejects.toMatchObject({ trouble: { code: 'no_text' } });
  });
  it('with a time to wait is limited for so long', async () => {
    const limited = new Thrown(ErrorCode.RateLimitedError, { retryAfter: 7 });
    await expect(asked(Promise.reject(limited))).rejects.toMatchObject({
      trouble: { kind: 'limited', seconds: 7 },
    });
  });
  it('without an answer is unknown, and its cause is not passed on', async () => {
    const failed = asked(Promise.reject(new Error('what was said')));
    await expect(failed).rejects.toMatchObject({ message: 'Slack: unknown', trouble: { kind: 'unknown' } });
    await expect(failed).rejects.not.toHaveProperty('cause');
  });
});
