import type { Settings } from '../settings.ts';
import type { Channel } from '../workspace/channel.ts';
import { isTombstone, type Message } from '../workspace/message.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Arguments } from './arguments.ts';
import { Failure } from './failure.ts';

/** A call that has passed the token's check. */
export interface Call {
  workspace: Workspace;
  settings: Settings;
  args: Arguments;
}

/** A Web API method: returns what stands beside `ok: true`, or throws a {@link Failure}. */
export type Method = (call: Call) => Record<string, unknown>;

/** The channel `name` names by id; a private one that the bot is not in is as good as absent. */
export function channelOf({ workspace, args }: Call, name = 'channel'): Channel {
  const channel = workspace.channels.get(args.required(name));
  if (!channel || (channel.is_private && !channel.members.has(workspace.app.bot_user)))
    throw new Failure('channel_not_found');
  return channel;
}

/** The same, where the bot must be a member. */
export function joinedChannelOf(call: Call): Channel {
  const channel = channelOf(call);
  if (!channel.members.has(call.workspace.app.bot_user)) throw new Failure('not_in_channel');
  return channel;
}

/** The message that `name` names by its `ts`. */
export function messageOf({ args }: Call, channel: Channel, name: string): Message {
  const message = channel.messages.get(args.required(name));
  if (!message || isTombstone(message)) throw new Failure('message_not_found');
  return message;
}
