import type { Change } from '../workspace/change.ts';
import { type Channel, channelType } from '../workspace/channel.ts';
import type { Message } from '../workspace/message.ts';
import { userView } from '../workspace/user.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { SlackEvent } from './envelope.ts';

/**
 * A change as the Events API tells it; nothing for what the app is not told: what happens in channels its bot is
 * not in. `metadataTypes` are those the app's manifest subscribes to; other metadata is left out.
 */
export function slackEvent(
  change: Change,
  workspace: Workspace,
  metadataTypes: string[],
): SlackEvent | undefined {
  if ('channel' in change && !isHeard(change, workspace)) return undefined;
  const shown = (message: Message) => withoutMetadata(message, metadataTypes);
  switch (change.kind) {
    case 'posted':
      return {
        ...shown(change.message),
        ...root(change, shown),
        ...place(change.channel),
        event_ts: change.ts,
      };
    case 'changed':
      return {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        message: { ...shown(change.message), source_team: workspace.team.id, user_team: workspace.team.id },
        previous_message: shown(change.previous),
        ...place(change.channel),
        ...times(change),
      };
    case 'deleted':
      return {
        type: 'message',
        subtype: 'message_deleted',
        hidden: true,
        deleted_ts: change.previous.ts,
        previous_message: shown(change.previous),
        ...place(change.channel),
        ...times(change),
      };
    case 'reaction_added':
    case 'reaction_removed':
      return reaction(change);
    case 'joined': {
      const { channel, user, ts } = change;
      const where = { channel: channel.id, channel_type: channel.is_private ? 'G' : 'C' };
      return { type: 'member_joined_channel', user, ...where, team: workspace.team.id, event_ts: ts };
    }
    case 'channel_created':
    case 'channel_rename': {
      const { id, name, created } = change.channel;
      return { type: change.kind, channel: { id, name, created }, event_ts: change.ts };
    }
    case 'channel_archive':
    case 'channel_unarchive':
      return { type: change.kind, channel: change.channel.id, user: change.user, event_ts: change.ts };
    case 'user_change':
    case 'team_join': {
      const user = userView(change.user, workspace.team.id, workspace.origin);
      return { type: change.kind, user, cache_ts: change.user.updated, event_ts: change.ts };
    }
    case 'reset':
      return undefined;
  }
}

const isHeard = (
  { kind, channel }: { kind: Change['kind']; channel: Channel },
  { app }: Workspace,
): boolean => kind === 'channel_created' || channel.members.has(app.bot_user);

const place = (channel: Channel) => ({ channel: channel.id, channel_type: channelType(channel) });

const times = ({ ts }: Change) => ({ ts, event_ts: ts });

/** A reply that was also sent to the channel brings its root along. */
function root({ channel, message }: Change & { kind: 'posted' }, shown: (message: Message) => Message) {
  const named = message.subtype === 'thread_broadcast' && channel.messages.get(message.thread_ts ?? '');
  return named ? { root: shown(named) } : {};
}

function reaction(change: Change & { kind: 'reaction_added' | 'reaction_removed' }): SlackEvent {
  const { kind, channel, message, user, name, ts } = change;
  const item = { type: 'message', channel: channel.id, ts: message.ts };
  const item_user = message.user === undefined ? {} : { item_user: message.user };
  return { type: kind, user, reaction: name, item, ...item_user, event_ts: ts };
}

function withoutMetadata(message: Message, types: string[]): Message {
  if (!message.metadata || types.includes(message.metadata.event_type)) return message;
  const { metadata: _, ...rest } = message;
  return rest;
}
