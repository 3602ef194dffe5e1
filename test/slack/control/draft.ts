import { randomUUID } from 'node:crypto';
import type { Channel } from '../workspace/channel.ts';
import { type File, hosted } from '../workspace/file.ts';
import type { Draft } from '../workspace/message.ts';
import { pieces, richText, stored } from '../workspace/text.ts';
import type { User } from '../workspace/user.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Input } from './input.ts';

/** Text as typed, with its block; or, when `raw`, text that is in Slack's form already. A file needs no text. */
export function words(input: Input, workspace: Workspace): Pick<Draft, 'text' | 'blocks'> {
  const text = input.has('files') ? (input.optionalText('text') ?? '') : input.text('text');
  if (input.flag('raw') || text === '') return { text };
  const found = pieces(text, workspace);
  return { text: stored(found, workspace), blocks: richText(found) };
}

/** The marks a message bears: a person's client gives it an id; an app's post has the app's. */
export function hand(user: User, input: Input): Omit<Draft, 'text'> {
  const { bot } = user;
  if (!bot) return { user: user.id, client_msg_id: input.optionalText('client_msg_id') ?? randomUUID() };
  const bot_profile = { id: bot.id, app_id: bot.app_id, name: user.name, deleted: false };
  return { user: user.id, bot_id: bot.id, app_id: bot.app_id, bot_profile };
}

/** The files shared with a message: https://docs.slack.dev/reference/events/message/file_share */
export function share(
  input: Input,
  workspace: Workspace,
  channel: Channel,
  user: User,
): { subtype?: string; upload?: boolean; files?: File[] } {
  if (!input.has('files')) return {};
  const files = input.records('files').map((record) => {
    const about = new Input(record, ['name', 'title', 'mimetype', 'size', 'mode']);
    const mimetype = about.optionalText('mimetype') ?? 'text/plain';
    const shared = { name: about.text('name'), mimetype, size: about.whole('size', 0) };
    const file = hosted(workspace, channel, user, { ...shared, ...about.texts('title') });
    const mode = about.word('mode', ['hosted', 'hidden_by_limit', 'tombstone']);
    return mode === undefined || mode === 'hosted' ? file : { id: file.id, mode };
  });
  return { subtype: 'file_share', upload: false, files };
}
