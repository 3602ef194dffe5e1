import type { Reacting, Reaction } from '#model/reaction.ts';

/** Everybody's reactions with one emoji, who came first first. */
export type Tally = { readonly emoji: string; readonly by: readonly Reacting[]; readonly mine: boolean };

/** Reactions to one message, counted emoji by emoji: the one that came first is first, and stays there. */
export const tallied = (reactions: readonly Reaction[], uid: string): Tally[] => {
  const found = new Map<string, Reacting[]>();
  const inOrder = reactions
    .filter(({ on }) => on)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.by.id < b.by.id ? -1 : 1));
  for (const { by, emoji } of inOrder) found.set(emoji, [...(found.get(emoji) ?? []), by]);
  return [...found].map(([emoji, by]) => ({
    emoji,
    by,
    mine: by.some(({ kind, id }) => kind === 'person' && id === uid),
  }));
};
