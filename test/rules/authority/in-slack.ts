import type { Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { messagePath, slackOrigin } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import type { Situation } from './situation.ts';

/** Whether Slack has a message of the room in a workspace: it was said there, or sent there. */
export function isInTeam({ room, was }: Situation, message: string, team: string): boolean {
  const author = was.get(messagePath(room, message))?.author as Fields | undefined;
  const isSaid = author?.kind === 'slack' && teamIn(author.id) === team;
  return isSaid || was.get(mirrorPath(room, message))?.team === team;
}

/** Whether it is in this channel, as its id or its mirror says. */
export const isInChannel = (
  { room, was }: Situation,
  message: string,
  channel: string | undefined,
): boolean =>
  channel !== undefined &&
  (slackOrigin(message)?.channel === channel || was.get(mirrorPath(room, message))?.channel === channel);

export const linkOf = ({ room, was }: Situation): Fields | undefined => was.get(linkPath(room));

/** The workspace of somebody in Slack. */
export const teamIn = (id: unknown): string => String(id).split('-')[0] ?? '';
