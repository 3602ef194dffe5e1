import { channelView } from '../workspace/channel.ts';
import { post } from '../workspace/messages.ts';
import { channelOf, type Method } from './call.ts';
import { page } from './cursor.ts';
import { Failure } from './failure.ts';

export const list: Method = ({ workspace, args }) => {
  const { bot_user } = workspace.app;
  const types = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
  const all = [...workspace.channels.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const shown = all.filter(
    (channel) =>
      types.includes(channel.is_private ? 'private_channel' : 'public_channel') &&
      (!channel.is_private || channel.members.has(bot_user)) &&
      !(args.flag('exclude_archived') && channel.is_archived),
  );
  const { items, next_cursor } = page(
    shown,
    args.limit('limit', 100, 1000),
    args.text('cursor'),
    ({ id }) => id,
  );
  return {
    channels: items.map((channel) => channelView(channel, bot_user)),
    response_metadata: { next_cursor },
  };
};

export const info: Method = (call) => ({
  channel: channelView(channelOf(call), call.workspace.app.bot_user),
});

/** The bot joins; the channel gets the line that says so, as Slack's do. */
export const join: Method = (call) => {
  const { workspace } = call;
  const { bot_user } = workspace.app;
  const channel = channelOf(call);
  if (channel.is_private) throw new Failure('method_not_supported_for_channel_type');
  if (channel.is_archived) throw new Failure('is_archived');
  if (channel.members.has(bot_user)) {
    const response_metadata = { warnings: ['already_in_channel'] };
    return { channel: channelView(channel, bot_user), warning: 'already_in_channel', response_metadata };
  }
  channel.members.add(bot_user);
  workspace.announce({ kind: 'joined', channel, user: bot_user });
  const text = `<@${bot_user}> has joined the channel`;
  post(workspace, channel, { subtype: 'channel_join', user: bot_user, text });
  return { channel: channelView(channel, bot_user) };
};
