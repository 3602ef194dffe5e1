import { FIGURES, forgersOf } from '../../matrix/figures.ts';
import { writesOf } from '../../wire/request.ts';
import { type Kind, withWrites } from './twist.ts';

const SOMEBODY = [...FIGURES.values(), ...forgersOf('slackPost'), ...forgersOf('reply')];

/** Somebody else asks. */
export const another: Kind = (dice) => {
  const as = dice.pick(SOMEBODY);
  return { what: `as ${as.called}`, on: (scenario) => ({ ...scenario, as }) };
};

const swap = (from: string, to: string) => (path: string) =>
  path
    .split('/')
    .map((name) =>
      name
        .split('-')
        .map((part) => (part === from ? to : part))
        .join('-'),
    )
    .join('/');

/** The same elsewhere. */
export const place: Kind = (dice) => {
  const [from, to] = dice.pick([
    ['lobby', 'attic'],
    ['lobby', 'nowhere'],
    ['mia', 'olga'],
    ['olga', 'mia'],
    ['otto', 'clara'],
    ['claraSaid00000000000', 'oscarSaid00000000000'],
  ] as const);
  const other = swap(from, to);
  return {
    what: `${to} for ${from}`,
    on: (scenario) => {
      const { request } = scenario;
      if (request.do === 'list')
        return { ...scenario, request: { ...request, collection: other(request.collection) } };
      if (request.do === 'get') return { ...scenario, request: { ...request, path: other(request.path) } };
      return withWrites(
        scenario,
        writesOf(request).map((write) => ({ ...write, path: other(write.path) })),
      );
    },
  };
};
