import type { Fields } from '#model/effect.ts';
import type { Case, Principal, Request } from '../wire/index.ts';
import { ELSEWHERE, FIGURES, type FigureName, forgersOf, isComponentName, namesake } from './figures.ts';
import { OTHER_ROOM, ROOM, sceneWith } from './scene.ts';

export type Operation = 'get' | 'list' | 'create' | 'update' | 'delete';

/** Who asks, and about which room. Whoever is not signed in has a uid that nobody has. */
export type Here = { readonly uid: string; readonly room: string };

/** One thing that might be done, and who may. Whoever is not named may not. */
export type Row = {
  readonly operation: Operation;
  /** What it is done to, in words that follow the operation: "get | a message". */
  readonly what: string;
  readonly may: readonly FigureName[];
  /** On which condition. */
  readonly if?: string;
  readonly ask: (here: Here) => Request;
  /** What is otherwise than in the scene; a document that is not there is `undefined`. */
  readonly given?: (room: string) => Readonly<Record<string, Fields | undefined>>;
  /** Has nothing to do with rooms: there is no wrong one. */
  readonly anywhere?: true;
};

type Told = Pick<Row, 'ask'> & Partial<Pick<Row, 'given' | 'if' | 'anywhere'>>;

/** A line of the table. */
export const row = (operation: Operation, what: string, may: readonly FigureName[], told: Told): Row => ({
  operation,
  what,
  may,
  ...told,
});

/** A row as a sentence's end: "update a reply". */
export const rowTitle = ({ operation, what }: Row): string => `${operation} ${what}`;

/** Nobody. */
export const NONE: readonly FigureName[] = [];

const cell = (about: string, row: Row, as: Principal, where: string, may: boolean): Case => {
  const here = { uid: 'uid' in as ? as.uid : 'nobody', room: where };
  const place = row.anywhere ? '' : where === ROOM ? '' : ', in a room they are not in';
  return {
    about,
    name: `${as.called} ${may ? 'may' : 'may not'} ${row.operation} ${row.what}${place}`,
    as,
    given: sceneWith(row.given?.(where)),
    ask: row.ask(here),
    may,
  };
};

/** Every cell of a row: everybody in their room, everybody who is in a room in another one, and whoever claims to be one who may. */
export const cellsOf = (about: string, row: Row): Case[] => {
  const may = (name: FigureName): boolean => row.may.includes(name);
  const here = [...FIGURES].map(([name, as]) => cell(about, row, as, ROOM, may(name)));
  const elsewhere = row.anywhere
    ? []
    : [...FIGURES].flatMap(([name, as]) => {
        const there = ELSEWHERE[name];
        return there ? [cell(about, row, as, OTHER_ROOM, may(there))] : [];
      });
  const forged = row.may.filter(isComponentName);
  const forgers = forged.length > 0 ? forged.flatMap(forgersOf) : forgersOf('operate');
  return [
    ...here,
    ...elsewhere,
    ...forgers.map((as) => cell(about, row, as, ROOM, false)),
    ...forged.map((name) => cell(about, row, namesake(name), ROOM, may('outsider'))),
  ];
};
