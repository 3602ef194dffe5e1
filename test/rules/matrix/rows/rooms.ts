import type { Fields } from '#model/effect.ts';
import { deciding, memberPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { ago, batch, get, LONG_AGO, list, remove, SERVER_TIME, set, update } from '../../wire/index.ts';
import { EVERYBODY, INSIDE, NO_GUESTS } from '../figures.ts';
import { type Here, NONE, type Row, row } from '../row.ts';
import { member, room } from '../scene.ts';
import { spends } from './messages.ts';

const SETTINGS = ['reply', 'slackPost', 'sweep', 'operate'] as const;
const MEMBERS = ['reader', 'member', 'owner'] as const;
const NEW = 'newroom';

const as = (over: Fields) => (name: string) => ({ [roomPath(name)]: room(over) });
const founded = (uid: string, over: Fields = {}) =>
  set(roomPath(NEW), room({ owners: [uid], created: SERVER_TIME, changed: SERVER_TIME, ...over }));
const enthroned = (uid: string) => set(memberPath(NEW, uid), member(uid, 'owner', { joined: SERVER_TIME }));
const changed = (where: string, over: Fields) => update(roomPath(where), { ...over, changed: SERVER_TIME });
const made = (here: Here, uid: string, role: string) => [
  update(memberPath(here.room, uid), { role, changed: SERVER_TIME }),
  spends(here, deciding(uid)),
];
/** The owners of the room, whichever it is. */
const owners = (where: string, ...more: string[]) => [
  ...(where === 'lobby' ? ['olga', 'oscar'] : ['clara']),
  ...more,
];

const reading: Row[] = [
  row('get', 'an open room that takes guests', [...EVERYBODY, ...SETTINGS], {
    ask: (here) => get(roomPath(here.room)),
  }),
  row('get', 'an open room that takes none', [...NO_GUESTS, ...SETTINGS], {
    given: as({ guests: false }),
    ask: (here) => get(roomPath(here.room)),
  }),
  row('get', 'a closed room that takes guests', [...INSIDE, ...SETTINGS], {
    given: as({ visibility: 'closed' }),
    ask: (here) => get(roomPath(here.room)),
  }),
  row('get', 'a closed room that takes none', [...MEMBERS, ...SETTINGS], {
    given: as({ visibility: 'closed', guests: false }),
    ask: (here) => get(roomPath(here.room)),
  }),
  row('list', 'open rooms', NO_GUESTS, {
    if: '50 at a time',
    ask: () => list('rooms', { where: [['visibility', '==', 'open']], limit: 50 }),
    anywhere: true,
  }),
  row('list', 'open rooms that take guests', EVERYBODY, {
    if: '50 at a time',
    ask: () =>
      list('rooms', {
        where: [
          ['visibility', '==', 'open'],
          ['guests', '==', true],
        ],
        limit: 50,
      }),
    anywhere: true,
  }),
  row('list', 'rooms, closed ones among them', NONE, {
    ask: () => list('rooms', { where: [['guests', '==', true]], limit: 50 }),
    anywhere: true,
  }),
];

const founding: Row[] = [
  row('create', 'a room, and in the same batch their place in it as its owner', ['operator'], {
    ask: ({ uid }) => batch(founded(uid), enthroned(uid)),
    anywhere: true,
  }),
  row('create', 'a room without a place in it', NONE, { ask: ({ uid }) => founded(uid), anywhere: true }),
  row('create', 'a room that belongs to another', NONE, {
    ask: ({ uid }) => batch(founded(uid, { owners: ['clara'] }), enthroned(uid)),
    anywhere: true,
  }),
  row('create', 'a room with a second owner', NONE, {
    ask: ({ uid }) => batch(founded(uid, { owners: [uid, 'clara'] }), enthroned(uid)),
    anywhere: true,
  }),
];

const keeping: Row[] = [
  row('update', 'its name, who sees it, whom reply answers, whether guests come', ['owner'], {
    if: 'a second after its last change',
    ask: (here) => changed(here.room, { name: 'Anew', visibility: 'closed', reply: 'off', guests: false }),
  }),
  row('update', 'it twice in a second', NONE, {
    given: (name) => as({ owners: owners(name), changed: ago(0.4) })(name),
    ask: (here) => changed(here.room, { name: 'Anew' }),
  }),
  row('update', 'its owners, by one more, who is made one in the same batch', ['owner'], {
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'member') }),
    ask: (here) =>
      batch(changed(here.room, { owners: owners(here.room, 'max') }), ...made(here, 'max', 'owner')),
  }),
  row('update', 'its owners, by one more, who is none', NONE, {
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'member') }),
    ask: (here) => changed(here.room, { owners: owners(here.room, 'max') }),
  }),
  row('update', 'its owners, by one less, who is made a member in the same batch', ['owner'], {
    given: (name) => ({
      [memberPath(name, 'ora')]: member('ora', 'owner'),
      ...as({ owners: owners(name, 'ora') })(name),
    }),
    ask: (here) => batch(changed(here.room, { owners: owners(here.room) }), ...made(here, 'ora', 'member')),
  }),
  row('update', 'its owners, by one less, who stays one', NONE, {
    given: (name) => ({
      [memberPath(name, 'ora')]: member('ora', 'owner'),
      ...as({ owners: owners(name, 'ora') })(name),
    }),
    ask: (here) => changed(here.room, { owners: owners(here.room) }),
  }),
  row('update', 'when it was made', NONE, {
    ask: (here) => changed(here.room, { created: new Date(LONG_AGO.getTime() - 1_000) }),
  }),
  row('delete', 'a room', NONE, { ask: (here) => remove(roomPath(here.room)) }),
];

export const rooms: Row[] = [...reading, ...founding, ...keeping];
