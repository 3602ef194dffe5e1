import { describe, expect, it } from 'vitest';
import { troubleOf } from '../../web/data/trouble.ts';

describe('what Slack refuses with', () => {
  it.each([
    ['access_denied', 'admins'],
    ['account_inactive', 'token'],
    ['cannot_reply_to_message', 'threadless'],
    ['cant_delete_message', 'kept'],
    ['cant_update_message', 'settled'],
    ['channel_not_found', 'absent'],
    ['compliance_exports_prevent_deletion', 'kept'],
    ['edit_window_closed', 'settled'],
    ['ekm_access_denied', 'admins'],
    ['external_channel_migrating', 'moving'],
    ['invalid_auth', 'token'],
    ['is_archived', 'archived'],
    ['message_limit_exceeded', 'full'],
    ['message_not_found', 'gone'],
    ['messages_tab_disabled', 'closed'],
    ['missing_scope', 'permission'],
    ['msg_too_long', 'length'],
    ['no answer from Slack', 'noAnswer'],
    ['not_in_channel', 'uninvited'],
    ['restricted_action', 'closed'],
    ['restricted_action_non_threadable_channel', 'threadless'],
    ['restricted_action_of_a_kind_to_come', 'closed'],
    ['restricted_action_read_only_channel', 'closed'],
    ['restricted_action_thread_locked', 'locked'],
    ['team_not_connected', 'workspace'],
    ['thread_locked', 'locked'],
    ['thread_not_found', 'threadGone'],
    ['token_revoked', 'token'],
    ['two_factor_setup_required', 'admins'],
  ])('%s is told as %s', (code, trouble) => expect(troubleOf(code)).toBe(trouble));

  it.each(['never_heard_of', '', 'constructor'])('“%s” is told as refused, and no more', (code) =>
    expect(troubleOf(code)).toBe('unknown'),
  );
});
