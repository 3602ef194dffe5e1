import { FIGURES, type FigureName, figure } from '../matrix/figures.ts';
import { SCENE } from '../matrix/scene.ts';
import type { Case, Request } from '../wire/index.ts';

type List = Extract<Request, { do: 'list' }>;
type Narrowed = List['narrowed'];

/** A list that somebody asks for. */
export type Listing = {
  readonly name: string;
  readonly request: Request;
  /** Whose it is. */
  readonly by: readonly FigureName[];
  /** Who else may have it. */
  readonly also?: readonly FigureName[] | undefined;
  /** Who may have it of all collections of that name. */
  readonly everywhere?: readonly FigureName[] | undefined;
  /** The most that may be asked for at once. */
  readonly most: number;
  /** The fields on whose filters the permission hangs. */
  readonly needs: readonly string[];
};

const endless = ({ limit: _limit, ...narrowed }: Narrowed): Narrowed => narrowed;
const filtered = (
  narrowed: Narrowed,
  change: (filter: NonNullable<Narrowed['where']>[number]) => Narrowed['where'],
) => ({
  ...narrowed,
  where: (narrowed.where ?? []).flatMap((filter) => change(filter) ?? []),
});

/** The same list in every way that is to be denied, and in those that are to be allowed. */
export function variationsOf({
  name,
  request,
  by,
  also = [],
  everywhere = [],
  most,
  needs,
}: Listing): Case[] {
  if (request.do !== 'list') throw new Error(`${name} is no list.`);
  const { narrowed, collection, group } = request;
  const about = collection.split('/').at(-1) ?? '';
  const row = (how: string, who: FigureName, changed: Partial<List>, may: boolean): Case => ({
    name: `${figure(who).called} lists ${name}${how}`,
    about,
    as: figure(who),
    given: SCENE,
    ask: { ...request, ...changed },
    may,
  });
  const asIts = (how: string, who: FigureName, changed: Narrowed, may: boolean) =>
    row(how, who, { narrowed: changed }, may);
  const may = new Set([...by, ...also]);
  const forEach = by.flatMap((who) => [
    row(', as it is', who, {}, true),
    asIts(', as long as it may be', who, { ...narrowed, limit: most }, true),
    asIts(', without a limit', who, endless(narrowed), false),
    asIts(', by one longer', who, { ...narrowed, limit: most + 1 }, false),
    asIts(', with one skipped', who, { ...narrowed, offset: 1 }, false),
    ...(group
      ? []
      : [
          row(
            ', of all collections of that name',
            who,
            { group: true, collection: about },
            everywhere.includes(who),
          ),
        ]),
    ...(narrowed.where ?? []).map((filter) =>
      asIts(
        `, without ${filter[0]} ${filter[1]}`,
        who,
        filtered(narrowed, (one) => (one === filter ? [] : [one])),
        !needs.includes(filter[0]),
      ),
    ),
    ...needs.flatMap((field) => [
      asIts(
        `, with one of two for ${field}`,
        who,
        filtered(narrowed, (one) => (one[0] === field ? [[field, 'in', [one[2], 'stranger']]] : [one])),
        false,
      ),
      asIts(
        `, with anything but for ${field}`,
        who,
        filtered(narrowed, (one) => (one[0] === field ? [[field, '!=', 'stranger']] : [one])),
        false,
      ),
    ]),
  ]);
  const others = [...FIGURES.keys()].filter((who) => !by.includes(who));
  return [...forEach, ...others.map((who) => row('', who, {}, may.has(who)))];
}
