import { channelView } from '../workspace/channel.ts';
import * as channels from '../workspace/channels.ts';
import { channelOf, type Method } from './call.ts';
import { page } from './cursor.ts';
import { Failure } from './failure.ts';

/** https://docs.slack.dev/reference/methods/conversations.list */
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
  const size = args.limit('limit', 100, 1000);
  const { items, next_cursor } = page(shown, size, args.text('cursor'), ({ id }) => id);
  return {
    channels: items.map((channel) => channelView(channel, bot_user)),
    response_metadata: { next_cursor },
  };
};

/** https://docs.slack.dev/reference/methods/conversations.info */
export const info: Method = (call) => {
  const { num_members, ...view } = channelView(channelOf(call), call.workspace.app.bot_user);
  return { channel: { ...view, ...(call.args.flag('include_num_members') && { num_members }) } };
};

/** https://docs.slack.dev/reference/methods/conversations.members */
export const members: Method = (call) => {
  const ids = [...channelOf(call).members].sort();
  const size = call.args.limit('limit', 100, 1000);
  const { items, next_cursor } = page(ids, size, call.args.text('cursor'), (id) => id);
  return { members: items, response_metadata: { next_cursor } };
};

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
  channels.join(workspace, channel, bot_user);
  return { channel: channelView(channel, bot_user) };
};
