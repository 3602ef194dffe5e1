import type { Channel } from '../workspace/channel.ts';
import { isReply, type Message } from '../workspace/message.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The address of a message, in Slack's form: https://docs.slack.dev/reference/methods/chat.getPermalink */
export function permalink({ origin }: Workspace, channel: Channel, message: Message): string {
  const thread = isReply(message) ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : '';
  return `${origin}/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
}
