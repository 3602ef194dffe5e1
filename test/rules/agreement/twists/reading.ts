import type { Kind } from './twist.ts';

/** A list is longer, less narrow, or of another collection. */
export const listing: Kind = (dice, { request }) => {
  if (request.do !== 'list') return undefined;
  type List = typeof request;
  const { limit: _, ...endless } = request.narrowed;
  const ways: readonly (readonly [string, Partial<List>])[] = [
    ['without a limit', { narrowed: endless }],
    ...[1, 20, 21, 50, 51].map(
      (limit) => [`with a limit of ${limit}`, { narrowed: { ...request.narrowed, limit } }] as const,
    ),
    ['with some skipped', { narrowed: { ...request.narrowed, offset: dice.pick([0, 1, 50]) } }],
    ['without filters', { narrowed: { ...request.narrowed, where: [] } }],
    [
      'of all collections of its name',
      { group: true, collection: request.collection.split('/').at(-1) ?? '' },
    ],
    ...[
      'rooms',
      'people',
      'links',
      'mirrors',
      'inbox',
      'deadLetters',
      'rooms/lobby/members',
      'rooms/lobby/messages',
      'rooms/lobby/invitations',
    ].map((collection) => [`of ${collection}`, { collection, group: false }] as const),
  ];
  const [what, change] = dice.pick(ways);
  return {
    what: `a list ${what}`,
    on: (scenario) =>
      scenario.request.do === 'list'
        ? { ...scenario, request: { ...scenario.request, ...change } }
        : scenario,
  };
};

/** Another document is asked for. */
export const getting: Kind = (dice, { request, given }) => {
  if (request.do !== 'get') return undefined;
  const path = dice.pick(Object.keys(given));
  return { what: `${path} instead`, on: (scenario) => ({ ...scenario, request: { do: 'get', path } }) };
};
