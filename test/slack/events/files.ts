import type { Of } from '../workspace/change.ts';
import type { SlackEvent } from './envelope.ts';

/** https://docs.slack.dev/reference/events/file_shared: ids, and no more, beside the message that has the file. */
export const shared = ({ channel, file, user, ts }: Of<'file_shared' | 'file_deleted'>): SlackEvent => ({
  type: 'file_shared',
  channel_id: channel.id,
  file_id: file.id,
  user_id: user,
  file: { id: file.id },
  event_ts: ts,
});

/** https://docs.slack.dev/reference/events/file_deleted */
export const deleted = ({ channel, file, ts }: Of<'file_shared' | 'file_deleted'>): SlackEvent => ({
  type: 'file_deleted',
  file_id: file.id,
  channel_ids: [channel.id],
  event_ts: ts,
});
