import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { collection, doc, limit, orderBy, query, serverTimestamp, where } from 'firebase/firestore';
import {
  asReaction,
  REACTIONS_SHOWN,
  type Reaction,
  reacting,
  reactionPath,
  reactionsPath,
} from '#model/reaction.ts';
import { listenToAll } from './listen.ts';
import { plain } from './plain.ts';
import { spend } from './spend.ts';
import { store } from './store.ts';
import { type Tally, tallied } from './tally.ts';

/** What is felt about one message. `more`: there is more than is counted here. `refused`: it is not told any more. */
export type Tallies = { readonly all: readonly Tally[]; readonly more: boolean; readonly refused?: boolean };

/** The reactions to the messages of one room. */
export type Reactions = {
  /** To one message, as far as they are known: kept when it is not followed any more. */
  readonly to: (message: string) => ReadonlySignal<Tallies>;
  /** Follows those to one message, as long as somebody looks at it. Returns how to stop. */
  readonly follow: (message: string) => () => void;
  /** Adds one's own, or takes it away. Rejects when it was refused. Absent for whoever may only read. */
  readonly react?: (message: string, emoji: string, on: boolean) => Promise<void>;
};

const NONE: Tallies = { all: [], more: false };

export const openReactions = (room: string, uid: string, readOnly: boolean): Reactions => {
  const known = new Map<string, Signal<Tallies>>();
  const to = (message: string): Signal<Tallies> => {
    const there = known.get(message) ?? signal(NONE);
    known.set(message, there);
    return there;
  };
  const react = (message: string, emoji: string, on: boolean): Promise<void> =>
    spend(room, uid, reacting(message, emoji, on), (batch) => {
      const place = doc(store, reactionPath(room, message, uid, emoji));
      const own = { by: { kind: 'person', id: uid }, emoji, on, at: serverTimestamp() };
      if (on) batch.set(place, own);
      else batch.delete(place);
    });
  return {
    to,
    follow: (message) =>
      listenToAll(
        query(
          collection(store, reactionsPath(room, message)),
          where('on', '==', true),
          orderBy('at'),
          limit(REACTIONS_SHOWN),
        ),
        ({ docs, size }) => {
          const reactions = docs.flatMap((one): Reaction[] => {
            const reaction = asReaction(plain(one.data({ serverTimestamps: 'estimate' })));
            return reaction.ok ? [reaction.value] : [];
          });
          to(message).value = { all: tallied(reactions, uid), more: size === REACTIONS_SHOWN };
        },
        () => {
          to(message).value = { ...to(message).peek(), refused: true };
        },
      ),
    ...(!readOnly && { react }),
  };
};
