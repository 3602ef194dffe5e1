import { banPath, bansPath } from '#model/ban.ts';
import type { Fields } from '#model/effect.ts';
import { deciding, memberPath } from '#model/member.ts';
import { ago, batch, FAR_OFF, get, LONG_AGO, list, remove, SERVER_TIME, set } from '../../wire/index.ts';
import { EVERYBODY } from '../figures.ts';
import { type Here, NONE, type Row, row } from '../row.ts';
import { member, ROOM } from '../scene.ts';
import { spends } from './messages.ts';

/** Somebody who is in no room. */
const SOMEBODY = 'nina';

export const ban = (over: Fields = {}): Fields => ({ by: 'olga', at: LONG_AGO, ...over });
const there =
  (over: Fields = {}) =>
  (name: string) => ({ [banPath(name, SOMEBODY)]: ban(over) });
const imposed = ({ uid, room }: Here, over: Fields = {}) =>
  set(banPath(room, SOMEBODY), ban({ by: uid, at: SERVER_TIME, ...over }));
const paid = (here: Here) => spends(here, deciding(SOMEBODY));
const lifted = (here: Here) => remove(banPath(here.room, SOMEBODY));
/** An owner who has spent it on them before. */
const paidBefore = (name: string) => ({
  [memberPath(name, name === ROOM ? 'olga' : 'clara')]: member(name === ROOM ? 'olga' : 'clara', 'owner', {
    sent: { since: FAR_OFF, count: 1, last: deciding(SOMEBODY) },
  }),
});

export const bans: Row[] = [
  row('get', 'their own ban', EVERYBODY, { ask: (here) => get(banPath(here.room, here.uid)) }),
  row('get', 'the ban of another', ['owner'], {
    given: there(),
    ask: (here) => get(banPath(here.room, SOMEBODY)),
  }),
  row('list', 'the bans of a room', ['owner'], {
    if: '50 at a time',
    ask: (here) => list(bansPath(here.room), { limit: 50 }),
  }),
  row('create', 'a ban, of their allowance', ['owner'], {
    if: 'in their own name',
    ask: (here) => batch(paid(here), imposed(here)),
  }),
  row('create', 'a ban without an allowance', NONE, { ask: (here) => imposed(here) }),
  row('create', 'a ban of an allowance that was spent before', NONE, {
    given: paidBefore,
    ask: (here) => imposed(here),
  }),
  row('create', "a ban in another's name", NONE, {
    ask: (here) => batch(paid(here), imposed(here, { by: 'oscar' })),
  }),
  row('update', 'a ban', NONE, {
    given: there(),
    ask: (here) => batch(paid(here), imposed(here)),
  }),
  row('delete', 'a ban', ['owner'], {
    if: 'of their allowance, a second after it was made',
    given: there(),
    ask: (here) => batch(paid(here), lifted(here)),
  }),
  row('delete', 'a ban without an allowance', NONE, { given: there(), ask: lifted }),
  row('delete', 'a ban of an allowance that was spent before', NONE, {
    given: (name) => ({ ...there()(name), ...paidBefore(name) }),
    ask: lifted,
  }),
  row('delete', 'a ban in the second in which it was made', NONE, {
    given: there({ at: ago(0.4) }),
    ask: (here) => batch(paid(here), lifted(here)),
  }),
  row('delete', 'their own ban', ['owner'], {
    given: (name) =>
      Object.fromEntries(
        ['gus', 'gwen', 'otto', 'rita', 'mia', 'olga', 'opal'].map((uid) => [banPath(name, uid), ban()]),
      ),
    ask: (here) => batch(spends(here, deciding(here.uid)), remove(banPath(here.room, here.uid))),
  }),
];
