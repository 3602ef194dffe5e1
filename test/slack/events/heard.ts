import type { Settings } from '../settings.ts';
import type { Change } from '../workspace/change.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { SlackEvent } from './envelope.ts';

/** The scopes of which an event needs one, by the beginning of its subscription's name. */
const NEEDED: readonly [event: string, ...scopes: string[]][] = [
  ['message.channels', 'channels:history'],
  ['message.groups', 'groups:history'],
  ['reaction_', 'reactions:read'],
  ['file_', 'files:read'],
  ['user_change', 'users:read'],
  ['team_join', 'users:read'],
  ['channel_', 'channels:read'],
  ['group_', 'groups:read'],
  ['member_', 'channels:read', 'groups:read'],
];

/** Tells of the app itself, and needs no subscription to speak of, no scope and no good token. */
const OWN = ['app_uninstalled', 'tokens_revoked'];

/**
 * Whether the app is told: it must be installed, have the event's scope and subscription, and its bot must be in the
 * channel. Source: https://docs.slack.dev/apis/events-api, "Permissions & scopes".
 */
export function isHeard(
  event: SlackEvent,
  change: Change,
  workspace: Workspace,
  { subscriptions }: Settings,
): boolean {
  const name = subscription(event);
  if (subscriptions && !subscriptions.includes(name)) return false;
  if (OWN.includes(event.type)) return true;
  const { lapse, scopes } = workspace.installation;
  const needed = NEEDED.find(([start]) => name.startsWith(start))?.slice(1) ?? [];
  const isGranted = needed.length === 0 || needed.some((scope) => scopes.has(scope));
  return lapse === undefined && isGranted && isPresent(change, workspace);
}

/** What stands in the manifest for an event: https://docs.slack.dev/reference/events */
function subscription({ type, channel_type }: SlackEvent): string {
  return type === 'message' ? `message.${channel_type === 'group' ? 'groups' : 'channels'}` : type;
}

/**
 * Whether the bot sees where it happened. Everybody sees what becomes of a public channel itself, and the bot is told
 * that it was removed although it has gone.
 */
function isPresent(change: Change, { app }: Workspace): boolean {
  if (!('channel' in change)) return true;
  const { channel, kind } = change;
  if (kind.startsWith('channel_') && !channel.is_private) return true;
  return channel.members.has(app.bot_user) || (kind === 'left' && change.user === app.bot_user);
}
