import type { Channel } from './channel.ts';
import { type Draft, isReply, type Message } from './message.ts';
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
  channel.messages.set(ts, message);
  workspace.announce({ kind: 'posted', channel, message, ts });
  return message;
}

/** Replaces parts of a message and marks it as edited by `editor`; the mark has whole seconds, as Slack's has. */
export function edit(
  workspace: Workspace,
  channel: Channel,
  previous: Message,
  parts: Partial<Draft>,
  editor: string,
): Message {
  const edited = { user: editor, ts: timestamp(workspace.seconds() * 1e6) };
  return replace(workspace, channel, previous, { ...previous, ...parts, edited });
}

/** Stores another value of a message without a mark, as a link preview does. */
export function replace(
  workspace: Workspace,
  channel: Channel,
  previous: Message,
  message: Message,
): Message {
  channel.messages.set(message.ts, message);
  workspace.announce({ kind: 'changed', channel, message, previous });
  return message;
}

/** Deletes a message. A root with replies stays as a tombstone, which Slack tells as a change. */
export function remove(workspace: Workspace, channel: Channel, previous: Message): void {
  if (replies(channel, previous.ts).length > 0 && !isReply(previous)) {
    const { ts, type } = previous;
    const text = 'This message was deleted.';
    const tombstone: Message = { type, subtype: 'tombstone', user: 'USLACKBOT', text, ts, hidden: true };
    replace(workspace, channel, previous, { ...tombstone, thread_ts: ts });
    return;
  }
  channel.messages.delete(previous.ts);
  workspace.announce({ kind: 'deleted', channel, previous });
}

/** The replies of a thread, oldest first. */
export const replies = (channel: Channel, root: string): Message[] =>
  [...channel.messages.values()].filter((message) => isReply(message) && message.thread_ts === root);

function rootOf(channel: Channel, ts: string): Message | undefined {
  const named = channel.messages.get(ts);
  return named && isReply(named) ? channel.messages.get(named.thread_ts ?? '') : named;
}
