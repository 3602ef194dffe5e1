import { isComing, type Message } from '#model/message.ts';
import type { Line } from './line.ts';

const isWritten = (message: Message): boolean => !isComing(message) && !message.deleted;

/** Given a room's lines again and again, says each time what others have said since the last time; the latest, if much. */
export type News = (lines: readonly Line[]) => Message | undefined;

/** Hears what others say from now on. What was there at first is history, and so are older pages that are loaded later. */
export const openNews = (uid: string): News => {
  const heard = new Set<string>();
  let since: number | undefined;
  return (lines) => {
    const messages = lines.flatMap((line) => (line.kind === 'message' ? [line] : []));
    const fresh = messages.filter(({ id, message }) => !heard.has(id) && isWritten(message));
    for (const { id } of fresh) heard.add(id);
    if (since === undefined) {
      since = Math.max(0, ...messages.map(({ message }) => message.at.getTime()));
      return undefined;
    }
    const from = since;
    // A reply that was being written when the room was opened is news when it is done.
    return fresh.findLast(
      ({ message }) =>
        message.author.id !== uid && (message.at.getTime() > from || message.reply !== undefined),
    )?.message;
  };
};
