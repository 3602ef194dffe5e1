import type { Channel } from '../workspace/channel.ts';
import { isReply, type Message } from '../workspace/message.ts';
import { edit, replace } from '../workspace/messages.ts';
import { type Call, joinedChannelOf, type Method, messageOf } from './call.ts';
import { type Content, content, isEmpty } from './content.ts';
import { Failure } from './failure.ts';
import { treated } from './parse.ts';
import { warned } from './warned.ts';

/** Bytes of UTF-8: chat.update was seen to count so. https://github.com/openclaw/openclaw/pull/115027 */
const LIMIT = 4000;

/** What an empty value takes away: https://docs.slack.dev/reference/methods/chat.update, "metadata" and "blocks". */
const EMPTY: Record<string, string> = { metadata: '{}', blocks: '[]', attachments: '[]' };

/** https://docs.slack.dev/reference/methods/chat.update: what is not given stays, but for blocks under a new text. */
export const update: Method = (call) => {
  const { workspace, args } = call;
  const channel = joinedChannelOf(call);
  const previous = messageOf(call, channel, 'ts');
  if (previous.bot_id !== workspace.app.bot_id) throw new Failure('cant_update_message');
  if (channel.is_archived) throw new Failure('is_inactive');
  if (Buffer.byteLength(args.text('text') ?? '') > LIMIT) throw new Failure('msg_too_long');
  const found = content(call);
  const isBroadcast =
    args.flag('reply_broadcast') && isReply(previous) && previous.subtype !== 'thread_broadcast';
  const message = isBroadcast
    ? broadcast(call, channel, previous, found)
    : changed(call, channel, previous, found);
  return { channel: channel.id, ts: message.ts, text: message.text, message, ...warned(found.warning) };
};

function broadcast({ workspace }: Call, channel: Channel, previous: Message, found: Content): Message {
  if (!isEmpty(found)) throw new Failure('no_dual_broadcast_content_update');
  return replace(workspace, channel, previous, { ...previous, subtype: 'thread_broadcast' });
}

/** An update by blocks bears no mark of having been edited. */
function changed({ workspace, args }: Call, channel: Channel, previous: Message, found: Content): Message {
  const { parts } = found;
  const text = found.text === undefined ? undefined : treated(found.text, args, workspace, 'client');
  const isGone = (name: string) => JSON.stringify(args.json(name, 'invalid_arguments')) === EMPTY[name];
  const { blocks, attachments, metadata, ...rest } = previous;
  if (isEmpty(found) && !Object.keys(EMPTY).some(isGone) && !parts.metadata) throw new Failure('no_text');
  const kept = {
    ...(blocks && text === undefined && !isGone('blocks') && { blocks }),
    ...(attachments && !isGone('attachments') && { attachments }),
    ...(metadata && !isGone('metadata') && { metadata }),
  };
  const next: Message = { ...rest, ...kept, ...parts, ...(text !== undefined && { text }) };
  if (parts.blocks) return replace(workspace, channel, previous, next);
  return edit(workspace, channel, previous, next, workspace.app.bot_id);
}
