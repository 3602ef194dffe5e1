import type { Of } from '../workspace/change.ts';
import type { Channel } from '../workspace/channel.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { SlackEvent } from './envelope.ts';

/** https://docs.slack.dev/reference/events/member_joined_channel */
export function joined({ channel, user, actor, ts }: Of<'joined' | 'left'>, { team }: Workspace): SlackEvent {
  const inviter = actor === user ? {} : { inviter: actor };
  return { type: 'member_joined_channel', user, ...letter(channel), team: team.id, ...inviter, event_ts: ts };
}

/**
 * https://docs.slack.dev/reference/events/member_left_channel; the bot is also told of itself, by
 * https://docs.slack.dev/reference/events/channel_left or `group_left`.
 */
export function left(
  { channel, user, actor, ts }: Of<'joined' | 'left'>,
  { team, app }: Workspace,
): SlackEvent[] {
  const gone = { type: 'member_left_channel', user, ...letter(channel), team: team.id, event_ts: ts };
  if (user !== app.bot_user) return [gone];
  return [
    gone,
    { type: kindOf(channel, 'channel_left'), channel: channel.id, actor_id: actor, event_ts: ts },
  ];
}

/** https://docs.slack.dev/reference/events/channel_rename and `channel_created` */
export function named(change: Of<'channel_created' | 'channel_rename'>, { team }: Workspace): SlackEvent {
  const { id, name, created, is_private } = change.channel;
  const channel = {
    id,
    name,
    name_normalized: name,
    created,
    is_channel: !is_private,
    is_mpim: false,
    ...(change.kind === 'channel_created' && { creator: '', context_team_id: team.id }),
  };
  return { type: kindOf(change.channel, change.kind), channel, event_ts: change.ts };
}

/** https://docs.slack.dev/reference/events/channel_archive, `channel_unarchive` and `channel_deleted` */
export function closed(change: Of<'channel_archive' | 'channel_unarchive' | 'channel_deleted'>): SlackEvent {
  const { kind, channel, user, ts } = change;
  const who = kind === 'channel_deleted' ? { actor_id: user } : { user };
  return { type: kindOf(channel, kind), channel: channel.id, ...who, event_ts: ts };
}

/** Private channels have events of their own: `group_archive` for `channel_archive`. */
const kindOf = ({ is_private }: Channel, kind: string): string =>
  is_private ? kind.replace('channel', 'group') : kind;

/** The channel with the letter its id begins with, which Slack gives as its type here. */
const letter = ({ id }: Channel) => ({ channel: id, channel_type: id.slice(0, 1) });
