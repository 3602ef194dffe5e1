import type { Channel } from '../workspace/channel.ts';
import { edit, post, remove } from '../workspace/messages.ts';
import { micros } from '../workspace/timestamp.ts';
import type { Call, Method } from './call.ts';
import { channelOf, joinedChannelOf, messageOf } from './call.ts';
import { content } from './content.ts';
import { Failure } from './failure.ts';
import { writer } from './writer.ts';

/**
 * chat.update counts the bytes of the text, entities included, and takes a tenth of what chat.postMessage takes:
 * https://docs.slack.dev/reference/methods/chat.update, `msg_too_long`.
 */
const UPDATE_LIMIT = 4000;

export const postMessage: Method = (call) => {
  const { workspace, settings, args } = call;
  const channel = postable(call);
  const { parts, warning } = content(call);
  const thread_ts = args.text('thread_ts');
  if (thread_ts !== undefined && micros(thread_ts) === undefined) throw new Failure('invalid_thread_ts');
  const client_msg_id = args.text('client_msg_id');
  const known = settings.deduplicate && client_msg_id !== undefined && sent(channel, client_msg_id);
  const draft = { ...parts, ...writer(call), ...(client_msg_id !== undefined && { client_msg_id }) };
  const thread = {
    reply_broadcast: args.flag('reply_broadcast'),
    ...(thread_ts !== undefined && { thread_ts }),
  };
  const message = known || post(workspace, channel, draft, thread);
  return { channel: channel.id, ts: message.ts, message, ...warned(warning) };
};

export const update: Method = (call) => {
  const { workspace } = call;
  const channel = joinedChannelOf(call);
  const previous = messageOf(call, channel, 'ts');
  if (previous.bot_id !== workspace.app.bot_id) throw new Failure('cant_update_message');
  if (channel.is_archived) throw new Failure('is_archived');
  const { parts, warning } = content(call, (text) => Buffer.byteLength(text) > UPDATE_LIMIT);
  const message = edit(workspace, channel, previous, parts, workspace.app.bot_id);
  return { channel: channel.id, ts: message.ts, text: message.text, message, ...warned(warning) };
};

export const deleteMessage: Method = (call) => {
  const channel = joinedChannelOf(call);
  const message = messageOf(call, channel, 'ts');
  if (message.bot_id !== call.workspace.app.bot_id) throw new Failure('cant_delete_message');
  remove(call.workspace, channel, message);
  return { channel: channel.id, ts: message.ts };
};

export const getPermalink: Method = (call) => {
  const channel = channelOf(call);
  const { ts, thread_ts } = messageOf(call, channel, 'message_ts');
  const thread =
    thread_ts !== undefined && thread_ts !== ts ? `?thread_ts=${thread_ts}&cid=${channel.id}` : '';
  const permalink = `${call.workspace.origin}/archives/${channel.id}/p${ts.replace('.', '')}${thread}`;
  return { channel: channel.id, permalink };
};

/** The channel a post goes to: by id, or by `#name`, which chat.postMessage alone understands. */
function postable(call: Call): Channel {
  const asked = call.args.required('channel');
  const named = [...call.workspace.channels.values()].find(
    ({ name }) => asked === `#${name}` || asked === name,
  );
  const channel = named ?? channelOf(call);
  if (channel.is_archived) throw new Failure('is_archived');
  if (!channel.members.has(call.workspace.app.bot_user)) throw new Failure('not_in_channel');
  return channel;
}

const sent = (channel: Channel, id: string) =>
  [...channel.messages.values()].find((message) => message.client_msg_id === id);

const warned = (warning: string | undefined): Record<string, unknown> =>
  warning === undefined ? {} : { warning, response_metadata: { warnings: [warning] } };
