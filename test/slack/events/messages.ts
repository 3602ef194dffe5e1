import type { Settings } from '../settings.ts';
import type { Of } from '../workspace/change.ts';
import { type Channel, channelType } from '../workspace/channel.ts';
import { isReply, type Message } from '../workspace/message.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { SlackEvent } from './envelope.ts';

/** https://docs.slack.dev/reference/events/message; a reply also sent to the channel brings its root along. */
export function posted({ channel, message, ts }: Of<'posted'>, settings: Settings): SlackEvent[] {
  const named = message.subtype === 'thread_broadcast' && channel.messages.get(message.thread_ts ?? '');
  const root = named && { root: shown(channel.messages.view(named), settings) };
  return [{ ...shown(message, settings), ...root, ...place(channel), event_ts: ts }];
}

/** The root of a new reply, where the settings want that told: https://docs.slack.dev/reference/events/message/message_replied */
export function replied(change: Of<'posted'>, { ts }: Workspace, settings: Settings): SlackEvent[] {
  const { channel, message } = change;
  const root = isReply(message) && channel.messages.get(message.thread_ts ?? '');
  if (!root || settings.message_replied === 'never') return [];
  const { user } = message;
  const replies = [{ ...(user !== undefined && { user }), ts: message.ts }];
  const subtype = settings.message_replied === 'named' && { subtype: 'message_replied' };
  const withReplies = { ...shown(channel.messages.view(root), settings), replies };
  const at = ts();
  return [
    {
      type: 'message',
      ...subtype,
      hidden: true,
      message: withReplies,
      ...place(channel),
      ts: at,
      event_ts: at,
    },
  ];
}

/** https://docs.slack.dev/reference/events/message/message_changed */
export function changed(change: Of<'changed'>, { team }: Workspace, settings: Settings): SlackEvent {
  const { channel, message, previous, ts } = change;
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: { ...shown(message, settings), source_team: team.id, user_team: team.id },
    previous_message: shown(previous, settings),
    ...place(channel),
    ts,
    event_ts: ts,
  };
}

/** https://docs.slack.dev/reference/events/message/message_deleted */
export function deleted({ channel, previous, ts }: Of<'deleted'>, settings: Settings): SlackEvent {
  return {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: previous.ts,
    previous_message: shown(previous, settings),
    ...place(channel),
    ts,
    event_ts: ts,
  };
}

/** https://docs.slack.dev/reference/events/reaction_added; no `item_user` for a message without a user. */
export function reacted(change: Of<'reaction_added' | 'reaction_removed'>): SlackEvent {
  const { kind, channel, message, user, name, ts } = change;
  const item = { type: 'message', channel: channel.id, ts: message.ts };
  const item_user = message.user === undefined ? {} : { item_user: message.user };
  return { type: kind, user, reaction: name, item, ...item_user, event_ts: ts };
}

const place = (channel: Channel) => ({ channel: channel.id, channel_type: channelType(channel) });

/** Metadata only of the types the app's manifest subscribes to. */
function shown(message: Message, { metadata_events }: Settings): Message {
  if (!message.metadata || metadata_events.includes(message.metadata.event_type)) return message;
  const { metadata: _, ...rest } = message;
  return rest;
}
