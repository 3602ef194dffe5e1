import { create, Refused, update, type Work } from '../model/effect.ts';
import { slackMessageId } from '../model/message.ts';
import { type Reaction, reactionId, reactionPath } from '../model/reaction.ts';
import { slackPersonId } from '../model/slack-person.ts';
import type { Slack } from '../slack/port.ts';
import type { Reacted } from '../slack/reaction.ts';
import { dateOf } from '../slack/timestamp.ts';
import type { Reading } from './reading.ts';
import { acquaint } from './slack-people.ts';

export type HearReactionPorts = {
  readonly store: Pick<Reading, 'mirrorAt' | 'reaction' | 'slackPerson'>;
  readonly slack: Pick<Slack, 'user'>;
};

/**
 * Writes down that somebody in Slack has reacted, or no longer does: `early`, if it is to a post of ours of which it is
 * not on record yet which message it shows.
 *
 * The latest word by Slack's own time wins, in whatever order they come; one that was taken back stays as a mark, so that
 * an older word finds it.
 */
export async function* hearReaction(
  ports: HearReactionPorts,
  room: string,
  what: Reacted,
): Work<'heard' | 'early'> {
  const { channel, team, ts } = what.place;
  const mirror = await ports.store.mirrorAt(room, channel, ts);
  if (!mirror && what.ours) return 'early';
  const message = mirror?.message ?? slackMessageId(channel, ts);
  yield* acquaint(ports, team, [{ id: what.user }]);

  const who = slackPersonId(team, what.user);
  const path = reactionPath(room, message, who, what.emoji);
  const word = { on: what.on, at: dateOf(what.told), told: what.told };
  const made = yield create(path, { by: { kind: 'slack', id: who }, emoji: what.emoji, ...word });
  if (made === 'exists')
    yield* advance(path, word, () => ports.store.reaction(room, message, reactionId(who, what.emoji)));
  return 'heard';
}

type Word = { readonly on: boolean; readonly at: Date; readonly told: string };

/** Writes newer word over older. Whoever writes in between is no obstacle: it is read and compared again. */
async function* advance(path: string, word: Word, read: () => Promise<Reaction | undefined>): Work {
  let before: string | undefined;
  for (;;) {
    const was = (await read())?.told;
    if (was === undefined) throw new Error(`${path} is there but cannot be read.`);
    if (was >= word.told) return;
    try {
      yield update(path, { ...word });
      return;
    } catch (error) {
      if (!(error instanceof Refused) || was === before) throw error;
      before = was;
    }
  }
}
