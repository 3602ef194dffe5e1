import { entriesPath, entryPath } from '#model/entry.ts';
import { memberPath } from '#model/member.ts';
import { batch, get, list, remove, SERVER_TIME, set } from '../../wire/index.ts';
import { EVERYBODY } from '../figures.ts';
import { NONE, type Row, row } from '../row.ts';
import { code, member, SPEAKERS } from '../scene.ts';
import { HALL, hall } from './entering.ts';

const says = (where: string, uid: string) => set(entryPath(where, uid), { invitation: code('h') });
const CLOSED = { visibility: 'closed' };
const joins = (uid: string) => set(memberPath(HALL, uid), member(uid, 'member', { joined: SERVER_TIME }));
const said = (where: string) =>
  Object.fromEntries(SPEAKERS.map((uid) => [entryPath(where, uid), { invitation: code('x') }]));

export const entries: Row[] = [
  row('get', 'their own entry', NONE, {
    given: said,
    ask: (here) => get(entryPath(here.room, here.uid)),
  }),
  row('list', 'the entries of a room', NONE, {
    given: said,
    ask: (here) => list(entriesPath(here.room), { limit: 1 }),
  }),
  row('create', 'their own entry, as they come in', EVERYBODY, {
    given: () => hall(CLOSED),
    ask: ({ uid }) => batch(says(HALL, uid), joins(uid)),
    anywhere: true,
  }),
  row('create', 'their own entry, without coming in', NONE, { ask: (here) => says(here.room, here.uid) }),
  row('create', "another's entry, as they come in", NONE, {
    given: () => hall(),
    ask: ({ uid }) => batch(says(HALL, 'max'), joins(uid)),
    anywhere: true,
  }),
  row('update', 'their own entry, as they come in again', EVERYBODY, {
    given: () => ({ ...hall(CLOSED), ...said(HALL) }),
    ask: ({ uid }) => batch(says(HALL, uid), joins(uid)),
    anywhere: true,
  }),
  row('update', 'their own entry, while they are inside', NONE, {
    given: said,
    ask: (here) => says(here.room, here.uid),
  }),
  row('delete', 'their own entry', NONE, {
    given: said,
    ask: (here) => remove(entryPath(here.room, here.uid)),
  }),
];
