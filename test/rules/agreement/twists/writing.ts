import { ABSENT } from '#model/effect.ts';
import { writesOf } from '../../wire/request.ts';
import { FIELD_NAMES, valuesFor } from '../values.ts';
import { type Kind, label, namesIn, withField, withWrites } from './twist.ts';

/** A field that is written is written otherwise, or left out, or one more is. */
export const writing: Kind = (dice, { request }) => {
  const writes = writesOf(request);
  const nth = Math.floor(dice.roll() * writes.length);
  const write = writes[nth];
  if (!write || write.do === 'delete') return undefined;
  const written = namesIn(write.fields);
  const name = written.length > 0 && dice.chance(0.8) ? dice.pick(written) : dice.pick(FIELD_NAMES);
  const value = dice.chance(0.15) ? undefined : dice.pick(valuesFor(name));
  const plain = write.do === 'update' || value !== ABSENT ? value : undefined;
  return {
    what: `${write.path} is written with ${name} ${label(plain)}`,
    on: (scenario) =>
      withWrites(
        scenario,
        writesOf(scenario.request).map((one, at) =>
          at === nth && one.do !== 'delete' ? { ...one, fields: withField(one.fields, name, plain) } : one,
        ),
      ),
  };
};

/** A write is left out, or another one in its place. */
export const doing: Kind = (dice, { request }) => {
  const writes = writesOf(request);
  if (writes.length === 0) return undefined;
  const nth = Math.floor(dice.roll() * writes.length);
  const how = dice.pick(['left out', 'a deletion', 'written whole', 'an update'] as const);
  return {
    what: `write ${nth + 1} is ${how}`,
    on: (scenario) => {
      const all = writesOf(scenario.request);
      const one = all[nth];
      if (!one) return scenario;
      const rest = all.filter((_, at) => at !== nth);
      if (how === 'left out') return withWrites(scenario, rest);
      if (how === 'a deletion') return withWrites(scenario, [...rest, { do: 'delete', path: one.path }]);
      if (one.do === 'delete' || Object.values(one.fields).includes(ABSENT)) return scenario;
      const fields = Object.fromEntries(Object.entries(one.fields).filter(([name]) => !name.includes('.')));
      return withWrites(scenario, [
        ...rest,
        { do: how === 'an update' ? 'update' : 'set', path: one.path, fields },
      ]);
    },
  };
};
