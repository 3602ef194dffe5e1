import type { Channel } from '../workspace/channel.ts';
import type { Message } from '../workspace/message.ts';
import { hasReacted, isEmojiName, react } from '../workspace/reactions.ts';
import { micros } from '../workspace/timestamp.ts';
import { type Call, joinedChannelOf, type Method, messageOf } from './call.ts';
import { Failure } from './failure.ts';
import { permalink } from './permalink.ts';

/** https://docs.slack.dev/reference/methods/reactions.add */
export const add: Method = (call) => change(call, true);

/** https://docs.slack.dev/reference/methods/reactions.remove */
export const remove: Method = (call) => change(call, false);

/** https://docs.slack.dev/reference/methods/reactions.get */
export const get: Method = (call) => {
  const { channel, message } = item(call);
  const link = permalink(call.workspace, channel, message);
  return { type: 'message', channel: channel.id, message: { ...message, permalink: link } };
};

/** The bot's reactions are the bot's: nobody else's can be added or taken back. */
function change(call: Call, added: boolean): Record<string, unknown> {
  const { workspace, settings, args } = call;
  const name = args.required('name');
  if (!isEmojiName(name, settings.emoji)) throw new Failure('invalid_name');
  const { channel, message } = item(call);
  if (channel.is_archived) throw new Failure('is_archived');
  const user = workspace.app.bot_user;
  if (hasReacted(message, user, name) === added) throw new Failure(added ? 'already_reacted' : 'no_reaction');
  react(workspace, channel, message, { user, name, added });
  return {};
}

/** The message a reaction is about. */
function item(call: Call): { channel: Channel; message: Message } {
  const timestamp = call.args.text('timestamp');
  if (timestamp === undefined || call.args.text('channel') === undefined)
    throw new Failure('no_item_specified');
  if (micros(timestamp) === undefined) throw new Failure('bad_timestamp');
  const channel = joinedChannelOf(call);
  return { channel, message: messageOf(call, channel, 'timestamp') };
}
