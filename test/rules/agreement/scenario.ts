import { judge } from '../authority/judge.ts';
import { CELLS } from '../matrix/table.ts';
import { SPECIMENS } from '../specimens/index.ts';
import { specimenCase } from '../specimens/specimen.ts';
import { stepsOf } from '../wire/case.ts';
import type { Documents, Principal, Request } from '../wire/index.ts';
import { Epoch, Moment } from '../wire/value.ts';

/** Somebody asks something of some documents. */
export type Scenario = { readonly as: Principal; readonly given: Documents; readonly request: Request };

/** The same with all times that are reckoned from the moment of asking as they are then, in milliseconds. */
export function atMoment<Thing>(thing: Thing, now: number): Thing {
  const resolved = (value: unknown): unknown => {
    if (value instanceof Epoch) return now + value.offset;
    if (value instanceof Moment) return new Date(now + value.offset);
    if (Array.isArray(value)) return value.map(resolved);
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolved(inner)]));
  };
  return resolved(thing) as Thing;
}

/** What the model says, at a time of the server's. */
export const judged = ({ as, given, request }: Scenario, now: number, time: number) =>
  judge(as, atMoment(request, now), new Map(Object.entries(atMoment(given, now))), new Date(time));

/** What is allowed, by the clauses that allow it. */
export function allowedByClause(): ReadonlyMap<string, readonly Scenario[]> {
  const allowed = [...CELLS, ...SPECIMENS.map(specimenCase)].filter(({ may }) => may);
  const found = new Map<string, Scenario[]>();
  const now = Date.now();
  for (const one of allowed) {
    const [request] = stepsOf(one);
    if (!request) continue;
    const scenario = { as: one.as, given: one.given ?? {}, request };
    const judgement = judged(scenario, now, now);
    if (judgement.verdict === 'denied')
      throw new Error(`The model denies what the table allows: ${one.name}.`);
    const clauses = [...new Set(judgement.by)].join(' + ');
    found.set(clauses, [...(found.get(clauses) ?? []), scenario]);
  }
  return found;
}
