import { ABSENT, create, enqueue, Refused, SERVER_TIME, update, type Work } from '../model/effect.ts';
import type { Felt } from '../model/event.ts';
import { type ReactionMirror, reactionMirrorPath } from '../model/reaction-mirror.ts';
import type { Reading } from './reading.ts';

type Ports = { readonly store: Pick<Reading, 'link' | 'reactionMirror'> };

/**
 * Marks that Slack should show other reactions of the web than it does, and gives the room a turn.
 *
 * The mark says that something has changed, and not what: whoever works it off looks how things stand. So an event that comes
 * twice, late or out of order costs a look and no more. What came from Slack is passed over.
 */
export const mirrorReactions = (ports: Ports) =>
  async function* ({ room, message, reaction }: Felt): Work {
    if (reaction.by.kind !== 'person' || !(await ports.store.link(room))) return;
    const marked = yield create(reactionMirrorPath(room, message), {
      room,
      message,
      at: SERVER_TIME,
      wanted: 1,
      sent: 0,
      state: 'wanted',
      attempts: 0,
      lease: 0,
      shown: [],
    });
    if (marked === 'exists') yield* raise(ports, room, message);
    yield enqueue('slackPost', { room });
  };

/** Wants one more. Whoever moves the mark in between is no obstacle: it is read and raised again. */
async function* raise({ store }: Ports, room: string, message: string): Work {
  let before: ReactionMirror | undefined;
  for (;;) {
    const there = await store.reactionMirror(room, message);
    if (!there) throw new Error(`The mark of the reactions to ${message} in ${room} cannot be read.`);
    const isGivenUp = there.state === 'failed';
    const raised = {
      wanted: there.wanted + 1,
      // What may be half done stays so: the next attempt trusts nothing that is on record.
      state: there.state === 'sending' || isGivenUp ? 'sending' : 'wanted',
      at: SERVER_TIME,
      // It has all attempts before it again.
      ...(isGivenUp && { attempts: 0, error: ABSENT }),
    };
    try {
      yield update(reactionMirrorPath(room, message), raised);
      return;
    } catch (error) {
      const isMoved = before === undefined || before.wanted !== there.wanted || before.state !== there.state;
      if (!(error instanceof Refused) || !isMoved) throw error;
      before = there;
    }
  }
}
