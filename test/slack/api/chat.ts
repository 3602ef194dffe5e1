import type { Channel } from '../workspace/channel.ts';
import { whisper } from '../workspace/ephemeral.ts';
import { post, remove } from '../workspace/messages.ts';
import { micros } from '../workspace/timestamp.ts';
import type { Call, Method } from './call.ts';
import { channelOf, joinedChannelOf, messageOf } from './call.ts';
import { type Content, content, isEmpty } from './content.ts';
import { Failure } from './failure.ts';
import { treated } from './parse.ts';
import { permalink } from './permalink.ts';
import { warned } from './warned.ts';
import { writer } from './writer.ts';

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export const postMessage: Method = (call) => {
  const { workspace, settings, args } = call;
  const channel = postable(call);
  const { text, parts, warning } = said(call);
  const thread_ts = args.text('thread_ts');
  if (thread_ts !== undefined && micros(thread_ts) === undefined) throw new Failure('invalid_thread_ts');
  const client_msg_id = args.text('client_msg_id');
  const known = settings.deduplicate && client_msg_id !== undefined && channel.messages.sentAs(client_msg_id);
  const draft = { text, ...parts, ...writer(call), ...(client_msg_id !== undefined && { client_msg_id }) };
  const thread = {
    reply_broadcast: args.flag('reply_broadcast'),
    ...(thread_ts !== undefined && { thread_ts }),
  };
  const message = known || post(workspace, channel, draft, thread);
  return { channel: channel.id, ts: message.ts, message, ...warned(warning) };
};

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
export const postEphemeral: Method = (call) => {
  const { workspace, args } = call;
  const channel = postable(call);
  const user = args.required('user');
  if (!channel.members.has(user)) throw new Failure('user_not_in_channel');
  const { text, parts } = said(call);
  const { metadata: _, ...shown } = parts;
  const from = writer(call).username ?? workspace.app.name;
  return {
    message_ts: whisper(workspace, {
      channel: channel.id,
      user,
      from,
      by: workspace.app.bot_user,
      text,
      ...shown,
    }).ts,
  };
};

/** https://docs.slack.dev/reference/methods/chat.delete */
export const deleteMessage: Method = (call) => {
  const channel = joinedChannelOf(call);
  const message = messageOf(call, channel, 'ts');
  if (message.bot_id !== call.workspace.app.bot_id) throw new Failure('cant_delete_message');
  remove(call.workspace, channel, message);
  return { channel: channel.id, ts: message.ts };
};

export const getPermalink: Method = (call) => {
  const channel = channelOf(call);
  const message = messageOf(call, channel, 'message_ts');
  return { channel: channel.id, permalink: permalink(call.workspace, channel, message) };
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

/** What a post says; it must say something. */
function said(call: Call): Content & { text: string } {
  const found = content(call);
  if (isEmpty(found)) throw new Failure('no_text');
  return { ...found, text: treated(found.text ?? '', call.args, call.workspace, 'links') };
}
