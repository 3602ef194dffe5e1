/** Why Slack does not show something, by what is to be done about it. */
export type Trouble =
  | 'absent'
  | 'admins'
  | 'archived'
  | 'closed'
  | 'full'
  | 'gone'
  | 'kept'
  | 'length'
  | 'locked'
  | 'moving'
  | 'noAnswer'
  | 'permission'
  | 'settled'
  | 'threadGone'
  | 'threadless'
  | 'token'
  | 'uninvited'
  | 'unknown'
  | 'workspace';

/**
 * Slack's codes, and ours, by what is to be done about it and by whom. The errors of chat.postMessage, chat.update,
 * chat.delete and reactions.add: https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const TROUBLES: readonly (readonly [Trouble, ...string[]])[] = [
  ['absent', 'channel_not_found'],
  [
    'admins',
    'access_denied',
    'accesslimited',
    'ekm_access_denied',
    'enterprise_is_restricted',
    'org_login_required',
    'team_access_not_granted',
    'two_factor_setup_required',
  ],
  ['archived', 'is_archived', 'is_inactive'],
  ['closed', 'messages_tab_disabled', 'method_not_supported_for_channel_type', 'restricted_action'],
  ['full', 'message_limit_exceeded'],
  ['gone', 'message_not_found', 'the message cannot be read'],
  ['kept', 'cant_delete_message', 'compliance_exports_prevent_deletion'],
  ['length', 'msg_too_long', 'msg_blocks_too_long'],
  ['locked', 'restricted_action_thread_locked', 'thread_locked'],
  ['moving', 'external_channel_migrating', 'team_added_to_org'],
  ['noAnswer', 'no_answer', 'no answer from Slack'],
  ['permission', 'missing_scope', 'no_permission', 'not_allowed_token_type'],
  ['settled', 'cant_update_message', 'edit_window_closed'],
  ['threadGone', 'thread_not_found'],
  ['threadless', 'cannot_reply_to_message', 'restricted_action_non_threadable_channel'],
  ['token', 'invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'],
  ['uninvited', 'not_in_channel'],
  ['workspace', 'team_not_connected', 'team_not_found'],
];

const troubles: ReadonlyMap<string, Trouble> = new Map(
  TROUBLES.flatMap(([trouble, ...codes]) => codes.map((code) => [code, trouble] as const)),
);

export const troubleOf = (code: string): Trouble =>
  troubles.get(code) ?? (code.startsWith('restricted_action') ? 'closed' : 'unknown');
