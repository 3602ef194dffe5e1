import type { Timeline } from './timeline.ts';

/** A channel and all that was said in it. */
export interface Channel {
  id: string;
  name: string;
  is_private: boolean;
  is_archived: boolean;
  /** Shared with another organization by Slack Connect. */
  is_ext_shared: boolean;
  /** Seconds since 1970. */
  created: number;
  /** Ids of users, the app's bot among them when it is a member. */
  members: Set<string>;
  /** The latest first. */
  previous_names: string[];
  messages: Timeline;
}

/** The channel object of conversations.list and .info, as `viewer` sees it: https://docs.slack.dev/reference/objects/conversation-object */
export function channelView(channel: Channel, viewer: string): Record<string, unknown> {
  const note = { value: '', creator: '', last_set: 0 };
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.is_private,
    is_group: channel.is_private,
    is_im: false,
    is_mpim: false,
    is_private: channel.is_private,
    is_archived: channel.is_archived,
    is_general: false,
    is_shared: channel.is_ext_shared,
    is_ext_shared: channel.is_ext_shared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    is_member: channel.members.has(viewer),
    created: channel.created,
    topic: note,
    purpose: note,
    previous_names: channel.previous_names,
    num_members: channel.members.size,
  };
}

/** Slack's `channel_type` of message events. */
export const channelType = (channel: Channel): 'channel' | 'group' =>
  channel.is_private ? 'group' : 'channel';
