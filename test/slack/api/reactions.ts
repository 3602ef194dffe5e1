import { hasReacted, isEmojiName, react } from '../workspace/reactions.ts';
import { type Call, joinedChannelOf, type Method, messageOf } from './call.ts';
import { Failure } from './failure.ts';

export const add: Method = (call) => change(call, true);

export const remove: Method = (call) => change(call, false);

/** The bot's reactions are the bot's: nobody else's can be added or taken back. */
function change(call: Call, added: boolean): Record<string, unknown> {
  const { workspace, args } = call;
  const name = args.required('name');
  if (!isEmojiName(name)) throw new Failure('invalid_name');
  const channel = joinedChannelOf(call);
  const message = messageOf(call, channel, 'timestamp');
  if (channel.is_archived) throw new Failure('is_archived');
  const user = workspace.app.bot_user;
  if (hasReacted(message, user, name) === added) throw new Failure(added ? 'already_reacted' : 'no_reaction');
  react(workspace, channel, message, { user, name, added });
  return {};
}
