import { banPath } from '#model/ban.ts';
import type { Fields } from '#model/effect.ts';
import { deciding, memberPath, membersPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import {
  ago,
  batch,
  FAR_OFF,
  get,
  LONG_AGO,
  list,
  listGroup,
  remove,
  SERVER_TIME,
  set,
  update,
} from '../../wire/index.ts';
import { EVERYBODY, INSIDE } from '../figures.ts';
import { type Here, NONE, type Row, row } from '../row.ts';
import { member, room, SPEAKERS } from '../scene.ts';
import { spends } from './messages.ts';

const MEMBERS = ['reader', 'member', 'owner'] as const;

const reading: Row[] = [
  row('get', 'their own membership', EVERYBODY, { ask: (here) => get(memberPath(here.room, here.uid)) }),
  row('get', 'the membership of another', INSIDE, {
    ask: (here) => get(memberPath(here.room, 'nobodyelse')),
  }),
  row('get', 'the membership of another, in a room that takes no guests any more', MEMBERS, {
    given: (name) => ({ [roomPath(name)]: room({ guests: false }) }),
    ask: (here) => get(memberPath(here.room, 'nobodyelse')),
  }),
  row('list', 'the members of a room', INSIDE, {
    if: '50 at a time',
    ask: (here) => list(membersPath(here.room), { limit: 50 }),
  }),
  row('list', 'their own memberships in all rooms', EVERYBODY, {
    if: '50 at a time',
    ask: ({ uid }) => listGroup('members', { where: [['person', '==', uid]], limit: 50 }),
    anywhere: true,
  }),
  row('list', "another's memberships in all rooms", NONE, {
    ask: () => listGroup('members', { where: [['person', '==', 'clara']], limit: 50 }),
    anywhere: true,
  }),
  row('list', 'everybody in all rooms', NONE, {
    ask: () => listGroup('members', { limit: 50 }),
    anywhere: true,
  }),
];

const spent = (over: Fields) => ({ sent: { since: SERVER_TIME, count: 1, last: 'x:1', ...over } });
const withSent = (sent: Fields) => (name: string) =>
  Object.fromEntries(
    ['gus', 'rita', 'mia', 'olga'].map((uid) => [
      memberPath(name, uid),
      name === 'lobby'
        ? member(uid, uid === 'olga' ? 'owner' : uid === 'rita' ? 'reader' : 'member', { sent })
        : undefined,
    ]),
  );

const silenced = (here: Here) =>
  update(memberPath(here.room, 'max'), { role: 'reader', changed: SERVER_TIME });
const decided = (here: Here, who = 'max') => spends(here, deciding(who));
const banned = (here: Here) => [
  decided(here),
  set(banPath(here.room, 'max'), { by: here.uid, at: SERVER_TIME }),
];

const changing: Row[] = [
  row('update', 'what they have spent of their allowance', INSIDE, {
    if: 'by one, and no more than 60 in 60 seconds',
    ask: (here) => update(memberPath(here.room, here.uid), spent({})),
  }),
  row('update', 'what they have spent, beyond what is allowed', NONE, {
    given: withSent({ since: FAR_OFF, count: 60, last: 'x:0' }),
    ask: (here) => update(memberPath(here.room, here.uid), { 'sent.count': 61, 'sent.last': 'x:1' }),
  }),
  row('update', 'what they have spent, anew before its time is over', NONE, {
    given: withSent({ since: FAR_OFF, count: 60, last: 'x:0' }),
    ask: (here) => update(memberPath(here.room, here.uid), spent({})),
  }),
  row('update', "another's allowance", NONE, {
    ask: (here) => update(memberPath(here.room, 'max'), spent({})),
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'member') }),
  }),
  row('update', 'the role of another', ['owner'], {
    if: 'of their allowance, a second after its last change; as owner together with the room’s list of owners',
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'reader') }),
    ask: (here) =>
      batch(decided(here), update(memberPath(here.room, 'max'), { role: 'member', changed: SERVER_TIME })),
  }),
  row('update', 'the role of another to reader, and bans them', ['owner'], {
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'member') }),
    ask: (here) => batch(silenced(here), ...banned(here)),
  }),
  row('update', 'the role of another to reader, whom nobody bans', NONE, {
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'member') }),
    ask: (here) => batch(decided(here), silenced(here)),
  }),
  row('update', 'the role of another from reader, who stays banned', NONE, {
    given: (name) => ({
      [memberPath(name, 'max')]: member('max', 'reader'),
      [banPath(name, 'max')]: { by: 'olga', at: LONG_AGO },
    }),
    ask: (here) =>
      batch(decided(here), update(memberPath(here.room, 'max'), { role: 'member', changed: SERVER_TIME })),
  }),
  row('update', 'the role of another from reader, whose ban is lifted', ['owner'], {
    given: (name) => ({
      [memberPath(name, 'max')]: member('max', 'reader'),
      [banPath(name, 'max')]: { by: 'olga', at: LONG_AGO },
    }),
    ask: (here) =>
      batch(
        decided(here),
        update(memberPath(here.room, 'max'), { role: 'member', changed: SERVER_TIME }),
        remove(banPath(here.room, 'max')),
      ),
  }),
  row('update', 'the role of another, twice in a second', NONE, {
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'reader', { changed: ago(0.4) }) }),
    ask: (here) =>
      batch(decided(here), update(memberPath(here.room, 'max'), { role: 'member', changed: SERVER_TIME })),
  }),
  row('update', 'the role of another to owner, of which the room does not know', NONE, {
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'member') }),
    ask: (here) =>
      batch(decided(here), update(memberPath(here.room, 'max'), { role: 'owner', changed: SERVER_TIME })),
  }),
  row('update', "an owner's role to member, of which the room does not know", NONE, {
    given: (name) => ({
      [memberPath(name, 'ora')]: member('ora', 'owner'),
      [roomPath(name)]: room({ owners: ['olga', 'clara', 'ora'] }),
    }),
    ask: (here) =>
      batch(
        decided(here, 'ora'),
        update(memberPath(here.room, 'ora'), { role: 'member', changed: SERVER_TIME }),
      ),
  }),
  row('update', 'the role of another, of no allowance', NONE, {
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'reader') }),
    ask: (here) => update(memberPath(here.room, 'max'), { role: 'member', changed: SERVER_TIME }),
  }),
  row('update', 'the role of another to what it is', NONE, {
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'member') }),
    ask: (here) =>
      batch(decided(here), update(memberPath(here.room, 'max'), { role: 'member', changed: SERVER_TIME })),
  }),
  row('update', 'their own role to member, and in the same batch their place among the owners', ['owner'], {
    if: 'another owner stays',
    ask: (here) =>
      batch(
        update(memberPath(here.room, here.uid), { role: 'member', changed: SERVER_TIME }),
        update(roomPath(here.room), { owners: here.room === 'lobby' ? ['oscar'] : [], changed: SERVER_TIME }),
      ),
  }),
  row('update', 'their own role to owner', NONE, {
    given: (name) => ({ [roomPath(name)]: room({ owners: name === 'lobby' ? ['oscar'] : ['clara'] }) }),
    ask: (here) => update(memberPath(here.room, here.uid), { role: 'owner', changed: SERVER_TIME }),
  }),
];

const leaving: Row[] = [
  row('delete', 'their own', ['guest', 'reader', 'member'], {
    if: 'five seconds after they came, and a second for each thing they sent; an owner only with the next row',
    ask: (here) => remove(memberPath(here.room, here.uid)),
  }),
  row('delete', 'their own, and in the same batch their place among the owners', ['owner'], {
    if: 'another owner stays',
    ask: (here) =>
      batch(
        remove(memberPath(here.room, here.uid)),
        update(roomPath(here.room), { owners: here.room === 'lobby' ? ['oscar'] : [], changed: SERVER_TIME }),
      ),
  }),
  row('delete', 'their own, as the last owner', NONE, {
    given: (name) => ({
      [roomPath(name)]: room({ owners: name === 'lobby' ? ['olga'] : ['clara'] }),
      [memberPath(name, 'oscar')]: undefined,
    }),
    ask: (here) =>
      batch(
        remove(memberPath(here.room, here.uid)),
        update(roomPath(here.room), { owners: [], changed: SERVER_TIME }),
      ),
  }),
  row('delete', 'their own at once', NONE, {
    given: (name) =>
      Object.fromEntries(
        SPEAKERS.filter((uid) => name === 'lobby' && ['gus', 'rita', 'mia', 'olga'].includes(uid)).map(
          (uid) => [
            memberPath(name, uid),
            member(uid, uid === 'olga' ? 'owner' : uid === 'rita' ? 'reader' : 'member', {
              joined: ago(4.4),
            }),
          ],
        ),
      ),
    ask: (here) => remove(memberPath(here.room, here.uid)),
  }),
  row('delete', "another's, and bans them", ['owner'], {
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'member') }),
    ask: (here) => batch(remove(memberPath(here.room, 'max')), ...banned(here)),
  }),
  row('delete', "another's, who is banned", ['owner'], {
    given: (name) => ({
      [memberPath(name, 'max')]: member('max', 'reader'),
      [banPath(name, 'max')]: { by: 'olga', at: LONG_AGO },
    }),
    ask: (here) => remove(memberPath(here.room, 'max')),
  }),
  row('delete', "another's, whom nobody bans", NONE, {
    given: (name) => ({ [memberPath(name, 'max')]: member('max', 'member') }),
    ask: (here) => remove(memberPath(here.room, 'max')),
  }),
  row('delete', "another owner's, of which the room does not know", NONE, {
    given: (name) => ({
      [memberPath(name, 'ora')]: member('ora', 'owner'),
      [roomPath(name)]: room({ owners: ['olga', 'clara', 'ora'] }),
      [banPath(name, 'ora')]: { by: 'olga', at: LONG_AGO },
    }),
    ask: (here) => remove(memberPath(here.room, 'ora')),
  }),
];

/** Memberships, once one is in. */
export const members: Row[] = [...reading, ...changing, ...leaving];
