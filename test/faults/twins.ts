import { messagePath, slackMessageId } from '../../functions/model/message.ts';
import type { Post } from '../../scripts/client/slack-desk.ts';
import type { Ends } from '../simulation/checker.ts';
import type { Said } from '../simulation/plan.ts';

/** The other messages that Slack made of the gesture of one. */
export const twinsOf = (posts: readonly Post[], ts: string): readonly string[] => {
  const gesture = posts.find((one) => one.ts === ts)?.client_msg_id;
  if (gesture === undefined) return [];
  return posts.filter((one) => one.client_msg_id === gesture && one.ts !== ts).map((one) => one.ts);
};

/** What was said, each under the one of its twins that the room shows. Which that is, is by chance; that there is one more is a finding. */
export const asShown = (
  history: readonly Said[],
  { database, twins }: Pick<Ends, 'database'> & { readonly twins: ReadonlyMap<string, readonly string[]> },
): readonly Said[] =>
  history.map((said) => {
    const isThere = (ts: string): boolean =>
      database.documents.has(messagePath(said.room, slackMessageId(said.channel, ts)));
    const other = said.from === 'slack' && !isThere(said.id) ? twins.get(said.id)?.find(isThere) : undefined;
    return other === undefined ? said : { ...said, id: other };
  });
