import type { Channel } from './channel.ts';
import { type Draft, isReply, isTombstone, type Message } from './message.ts';
import { timestamp } from './timestamp.ts';
import type { Workspace } from './workspace.ts';

/**
 * Stores a message and announces it. `thread_ts` may name a root or a reply; when the message it names is not there,
 * the post goes to the channel without a thread, as Slack does it (slack-go/slack#1571).
 */
export function post(
  workspace: Workspace,
  channel: Channel,
  draft: Draft,
  { thread_ts, reply_broadcast = false }: { thread_ts?: string; reply_broadcast?: boolean } = {},
): Message {
  const root = thread_ts === undefined ? undefined : rootOf(channel, thread_ts);
  const ts = workspace.ts();
  const message: Message = {
    type: 'message',
    ...draft,
    ts,
    team: workspace.team.id,
    ...(root && { thread_ts: root.ts }),
    ...(root?.user !== undefined && { parent_user_id: root.user }),
    ...(root && reply_broadcast && { subtype: 'thread_broadcast' }),
  };
  channel.messages.put(message);
  workspace.announce({ kind: 'posted', channel, message, ts });
  return message;
}

/** Stores what a message was edited into, marked as by `editor`; the mark has whole seconds, as Slack's has. */
export function edit(
  workspace: Workspace,
  channel: Channel,
  previous: Message,
  message: Message,
  editor: string,
): Message {
  const edited = { user: editor, ts: timestamp(workspace.seconds() * 1e6) };
  return replace(workspace, channel, previous, { ...message, edited });
}

/** Stores another value of a message without a mark, as a link preview does. */
export function replace(
  workspace: Workspace,
  channel: Channel,
  previous: Message,
  message: Message,
): Message {
  const before = channel.messages.view(previous);
  channel.messages.put(message);
  workspace.announce({ kind: 'changed', channel, message: channel.messages.view(message), previous: before });
  return message;
}

/**
 * Deletes a message. A root with replies stays as a tombstone, which Slack tells as a change; the tombstone goes with
 * the last of its replies. Seen in zhawtof's payload, slack-edge/slack-edge#10.
 */
export function remove(workspace: Workspace, channel: Channel, previous: Message): void {
  const { messages } = channel;
  if (!isReply(previous) && !isTombstone(previous) && messages.thread(previous.ts)?.replies.size) {
    replace(workspace, channel, previous, tombstone(previous));
    return;
  }
  const gone = messages.view(previous);
  messages.remove(previous);
  workspace.announce({ kind: 'deleted', channel, previous: gone });
  const root = messages.get(previous.thread_ts ?? '');
  if (root && isTombstone(root) && messages.thread(root.ts)?.replies.size === 0)
    remove(workspace, channel, root);
}

const tombstone = ({ ts, type }: Message): Message => ({
  type,
  subtype: 'tombstone',
  text: 'This message was deleted.',
  user: 'USLACKBOT',
  hidden: true,
  ts,
  thread_ts: ts,
  parent_user_id: 'USLACKBOT',
});

function rootOf(channel: Channel, ts: string): Message | undefined {
  const named = channel.messages.get(ts);
  return named && isReply(named) ? channel.messages.get(named.thread_ts ?? '') : named;
}
