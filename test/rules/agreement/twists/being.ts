import { writesOf } from '../../wire/request.ts';
import type { Dice } from '../dice.ts';
import { canBeThere } from '../guards.ts';
import type { Scenario } from '../scenario.ts';
import { FIELD_NAMES, storable, valuesFor } from '../values.ts';
import { type Kind, label, namesIn, withDocument, withField } from './twist.ts';

/** How often the document that is asked for is otherwise, rather than one that is near. */
const OWN = 0.4;

/** The documents that a request is about: its own, and those of the same room. */
const concerned = (dice: Dice, { request, given, as }: Scenario): string | undefined => {
  const paths =
    request.do === 'list'
      ? [request.collection]
      : request.do === 'get'
        ? [request.path]
        : writesOf(request).map(({ path }) => path);
  const names = new Set(
    paths.flatMap((path) => path.split('/')).flatMap((name) => [name, ...name.split('-')]),
  );
  const uid = 'uid' in as ? as.uid : '';
  const near = Object.keys(given).filter((path) => {
    const [first = '', second = '', third, last = ''] = path.split('/');
    if (paths.includes(path)) return true;
    if (third === undefined) return names.has(second) || first === 'mirrors' || first === 'deadLetters';
    return names.has(second) && (last === uid || names.has(last) || third === 'invitations');
  });
  // What is written itself is looked at first by most rules.
  const own = near.filter((path) => paths.includes(path));
  if (own.length > 0 && dice.chance(OWN)) return dice.pick(own);
  return near.length === 0 ? undefined : dice.pick(near);
};

/** Something that is there is otherwise. */
export const being: Kind = (dice, scenario) => {
  const path = concerned(dice, scenario);
  const fields = path === undefined ? undefined : scenario.given[path];
  if (path === undefined || !fields) return undefined;
  if (dice.chance(0.1)) return { what: `without ${path}`, on: (one) => withDocument(one, path, undefined) };
  const held = namesIn(fields);
  const name = held.length > 0 && dice.chance(0.85) ? dice.pick(held) : dice.pick(FIELD_NAMES);
  const value = dice.chance(0.1) ? undefined : dice.pick(valuesFor(name).filter(storable));
  if (!canBeThere(path, withField(fields, name, value))) return undefined;
  return {
    what: `${path} has ${name} ${label(value)}`,
    on: (one) => {
      const there = one.given[path];
      return there ? withDocument(one, path, withField(there, name, value)) : one;
    },
  };
};
