import { COMPONENTS } from '#model/component.ts';
import { EVENT_BYTES_MAX, REASON_MAX } from '#model/limits.ts';
import {
  ABSENT,
  ago,
  ahead,
  but,
  type Case,
  component,
  create,
  FAR_OFF,
  get,
  LONG_AGO,
  list,
  nobody,
  person,
  remove,
  SERVER_TIME,
  STRANGER,
  set,
  update,
} from '../wire/index.ts';

const about = 'inbox';
const path = 'inbox/Ev1';
const receive = component('slackReceive');
const apply = component('slackApply');
const entry = {
  team: 'T1',
  app: 'A1',
  type: 'message',
  body: '{}',
  received: SERVER_TIME,
  expires: FAR_OFF,
  state: 'received',
};
const stored = { ...entry, received: LONG_AGO };
const given = { [path]: stored };

const others = (mine: string) => [
  nobody,
  person('alice'),
  ...COMPONENTS.filter((name) => name !== mine).map((name) => component(name)),
];
const byOthers = (mine: string) => Object.fromEntries(others(mine).map((as) => [`as ${as.called}`, { as }]));

const finds: Case = {
  name: 'slackReceive finds an entry again',
  about,
  as: receive,
  given,
  ask: get(path),
  may: true,
};
const reading: Case[] = [
  finds,
  ...but(finds, {
    ...byOthers('slackReceive'),
    'in a list': { ask: list('inbox', { limit: 1 }) },
    'below one': { ask: get(`${path}/parts/p`) },
  }),
];

const stores: Case = {
  name: 'slackReceive stores an entry',
  about,
  as: receive,
  ask: create(path, entry),
  may: true,
};
const storing = (changed: object) => ({ ask: create(path, { ...entry, ...changed }) });
/** The longest texts that are stored. */
const longest = {
  team: 'T'.repeat(40),
  app: 'A'.repeat(40),
  type: 't'.repeat(100),
  body: 'b'.repeat(EVENT_BYTES_MAX),
};
const without = (name: keyof typeof entry) => {
  const { [name]: _, ...rest } = entry;
  return { ask: create(path, rest) };
};
const creating: Case[] = [
  stores,
  { ...stores, name: 'slackReceive stores an entry as large as they get', ...storing(longest) },
  { ...stores, name: 'slackReceive stores an entry that soon expires', ...storing({ expires: ahead(0.5) }) },
  ...but(stores, {
    ...byOthers('slackReceive'),
    'without a team': without('team'),
    'without an app': without('app'),
    'without a type': without('type'),
    'without a body': without('body'),
    'without its time': without('received'),
    'without its end': without('expires'),
    'without a state': without('state'),
    'with too long a team': storing({ team: `${longest.team}T` }),
    'with too long an app': storing({ app: `${longest.app}A` }),
    'with too long a type': storing({ type: `${longest.type}t` }),
    'with too long a body': storing({ body: `${longest.body}b` }),
    'with a body that is no text': storing({ body: {} }),
    'at another time': storing({ received: LONG_AGO }),
    'with no time for its end': storing({ expires: null }),
    'that expires at once': storing({ expires: SERVER_TIME }),
    'that has expired': storing({ expires: ago(0.5) }),
    'in another state': storing({ state: 'applied' }),
    'with a reason': storing({ reason: 'because' }),
    'with an unknown field': storing({ [STRANGER]: true }),
    'over the one that is there': { given, ask: set(path, entry) },
    'removes one': { given, ask: remove(path) },
  }),
];

const settles: Case = {
  name: 'slackApply writes what came of an entry',
  about,
  as: apply,
  given,
  ask: update(path, { state: 'applied', reason: 'x'.repeat(REASON_MAX) }),
  may: true,
};
const settling = (changed: object) => ({ ask: update(path, { state: 'applied', ...changed }) });
const updating: Case[] = [
  settles,
  ...['applied', 'ignored', 'failed'].map((state) => ({
    ...settles,
    name: `slackApply writes that an entry was ${state}`,
    ...settling({ state }),
  })),
  ...but(settles, {
    ...byOthers('slackApply'),
    'in an unknown state': settling({ state: STRANGER }),
    'in the state it has': settling({ state: 'received', reason: 'because' }),
    'for a second time': { given: { [path]: { ...stored, state: 'ignored' } } },
    'with too long a reason': settling({ reason: 'x'.repeat(REASON_MAX + 1) }),
    'with a reason that is no text': settling({ reason: 5 }),
    'and changes its team': settling({ team: 'T2' }),
    'and changes its app': settling({ app: 'A2' }),
    'and changes its type': settling({ type: 'other' }),
    'and changes its body': settling({ body: '' }),
    'and changes its time': settling({ received: SERVER_TIME }),
    'and changes its end': settling({ expires: SERVER_TIME }),
    'and takes away its end': settling({ expires: ABSENT }),
    'adds an unknown field': settling({ [STRANGER]: true }),
    'makes one': { given: {}, ask: set(path, { ...stored, state: 'applied' }) },
    'removes one': { ask: remove(path) },
  }),
];

export const inbox: readonly Case[] = [...reading, ...creating, ...updating];
