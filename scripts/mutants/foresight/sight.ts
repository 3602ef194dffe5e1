import { atMoment } from '../../../test/rules/agreement/scenario.ts';
import { type Documents, documentsAfter } from '../../../test/rules/authority/written.ts';
import {
  type Case,
  type Principal,
  type Request,
  stepsOf,
  writesOf,
} from '../../../test/rules/wire/index.ts';
import { type Asked, askedIn } from '../clauses.ts';
import { Narrowed } from './value.ts';

/** Milliseconds from reckoning a case's times to the request. */
const DELAY = 20;

/** A case as the rules see it: what is asked, and all that stands in `request` and `resource`. */
export type Sight = {
  readonly asked: Asked;
  readonly names: Readonly<Record<string, unknown>>;
  readonly before: (path: string) => Readonly<Record<string, unknown>> | undefined;
  readonly after: (path: string) => Readonly<Record<string, unknown>> | undefined;
};

const authOf = (as: Principal): unknown =>
  'uid' in as ? { uid: as.uid, token: { sub: as.uid, user_id: as.uid, ...as.claims } } : null;

/** A case as the rules see it, each of its documents by itself; nothing where it takes the emulator to say. */
export function sightsOf(one: Case, now: number): readonly Sight[] | undefined {
  const [request, ...more] = stepsOf(one);
  if (!request || more.length > 0) return undefined;
  const { as, given = {} } = one;
  const time = new Date(now + DELAY);
  const was: Documents = { get: (path) => given[path] && atMoment(given[path], now) };
  const before = (path: string) => was.get(path);
  const asked = askedIn(one);
  const auth = authOf(as);
  if (request.do === 'list') return asked.map((what) => listed(request, what, { auth, time }, before));
  if (request.do === 'get') {
    const data = was.get(request.path);
    const names = { request: { auth, time }, resource: data ? { data } : null };
    return asked.map((what) => ({ asked: what, names, before, after: before }));
  }
  const writes = writesOf(request);
  const isPlain = writes.every(
    (write) =>
      writes.filter(({ path }) => path === write.path).length === 1 &&
      (write.do !== 'create' || was.get(write.path) === undefined),
  );
  if (!isPlain) return undefined;
  const will = documentsAfter(was, atMoment(request, now), time);
  return writes.flatMap(({ path }, nth) => {
    const what = asked[nth];
    const [old, fresh] = [was.get(path), will.get(path)];
    const names = {
      request: { auth, time, resource: fresh ? { data: fresh } : null },
      resource: old ? { data: old } : null,
    };
    return what ? [{ asked: what, names, before, after: (at: string) => will.get(at) }] : [];
  });
}

/** A list is judged by what all that it can bring has in common. */
function listed(
  { narrowed: { where = [], limit } }: Extract<Request, { do: 'list' }>,
  asked: Asked,
  request: Readonly<Record<string, unknown>>,
  before: Sight['before'],
): Sight {
  const alike = where.filter(([, operator]) => operator === '==').map(([field, , value]) => [field, value]);
  const names = {
    request: { ...request, query: limit === undefined ? {} : { limit } },
    resource: { data: new Narrowed(Object.fromEntries(alike)) },
  };
  return { asked, names, before, after: before };
}
