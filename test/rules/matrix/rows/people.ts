import type { Fields } from '#model/effect.ts';
import { personPath } from '#model/person.ts';
import { ago, get, list, remove, SERVER_TIME, set, update } from '../../wire/index.ts';
import { EVERYBODY } from '../figures.ts';
import { NONE, type Row, row } from '../row.ts';
import { page, SPEAKERS } from '../scene.ts';

const isGuest = (uid: string): boolean => ['gus', 'gwen'].includes(uid);
const own = (uid: string): Fields => page({ guest: isGuest(uid), changed: SERVER_TIME });
const pages = (fields: (uid: string) => Fields | undefined) => () =>
  Object.fromEntries(SPEAKERS.map((uid) => [personPath(uid), fields(uid)]));
const none = pages(() => undefined);

export const people: Row[] = [
  row('get', 'a page, by its uid', [...EVERYBODY, 'slackPost'], {
    ask: () => get(personPath('clara')),
    anywhere: true,
  }),
  row('list', 'pages', NONE, { ask: () => list('people', { limit: 1 }), anywhere: true }),
  row('create', 'their own page', EVERYBODY, {
    given: none,
    ask: ({ uid }) => set(personPath(uid), own(uid)),
    anywhere: true,
  }),
  row('create', 'the page of another', NONE, {
    given: none,
    ask: ({ uid }) => set(personPath('clara'), own(uid)),
    anywhere: true,
  }),
  row('create', 'their own page, which says what component they are', NONE, {
    given: none,
    ask: ({ uid }) => set(personPath(uid), { ...own(uid), component: 'reply' }),
    anywhere: true,
  }),
  row('update', 'their own page', EVERYBODY, {
    if: 'a second after its last change, and true in what it says of being a guest',
    ask: ({ uid }) => update(personPath(uid), { name: 'Anew', changed: SERVER_TIME }),
    anywhere: true,
  }),
  row('update', 'their own page, twice in a second', NONE, {
    given: pages((uid) => ({ ...own(uid), changed: ago(0.4) })),
    ask: ({ uid }) => update(personPath(uid), { name: 'Anew', changed: SERVER_TIME }),
    anywhere: true,
  }),
  row('update', 'the page of another', NONE, {
    ask: () => update(personPath('clara'), { name: 'Anew', changed: SERVER_TIME }),
    anywhere: true,
  }),
  row('delete', 'their own page', NONE, { ask: ({ uid }) => remove(personPath(uid)), anywhere: true }),
  row('delete', 'the page of another', NONE, { ask: () => remove(personPath('clara')), anywhere: true }),
];
