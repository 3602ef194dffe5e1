import { FIGURES, type FigureName } from '../matrix/figures.ts';
import type { Case, Documents, Request } from '../wire/index.ts';

/** From one state to another. */
export type Move = readonly [from: string, to: string];

/** A document's states, and who moves it from which to which. */
export type Machine = {
  /** What moves, in words: "a reply". */
  readonly of: string;
  /** Its collection, as cases name it. */
  readonly about: string;
  readonly states: readonly string[];
  /** Everything that is there when it is in a state. */
  readonly given: (state: string) => Documents;
  /** Who may move it, how they would go about each move in good faith, and which moves are theirs. The first one's way is tried by everybody else. */
  readonly movers: readonly {
    readonly who: FigureName;
    readonly ask: (from: string, to: string) => Request;
    readonly may: readonly Move[];
  }[];
};

/** All moves from some states to some others. */
export const moves = (from: readonly string[], to: readonly string[]): Move[] =>
  from.flatMap((one) => to.map((other): Move => [one, other]));

/** Every move of a machine, by everybody. */
export function movesOf({ of, about, states, given, movers }: Machine): Case[] {
  const [first] = movers;
  return moves(states, states).flatMap(([from, to]) =>
    [...FIGURES].flatMap(([name, as]) => {
      const mover = movers.find(({ who }) => who === name);
      const ask = (mover ?? first)?.ask(from, to);
      if (!ask) return [];
      const may = mover?.may.some((move) => move[0] === from && move[1] === to) ?? false;
      return [
        { name: `${as.called} moves ${of} from ${from} to ${to}`, about, as, given: given(from), ask, may },
      ];
    }),
  );
}
