import type { Method } from './call.ts';
import { Failure } from './failure.ts';

/** https://docs.slack.dev/reference/methods/files.info; only of files in channels that the bot is in. */
export const info: Method = ({ workspace, args }) => {
  const id = args.required('file');
  for (const channel of workspace.channels.values()) {
    if (!channel.members.has(workspace.app.bot_user)) continue;
    const file = channel.messages.file(id);
    if (file?.mode === 'tombstone') throw new Failure('file_deleted');
    if (file) return { file, comments: [], response_metadata: { next_cursor: '' } };
  }
  throw new Failure('file_not_found');
};
