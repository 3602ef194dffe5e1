import type { Fields } from '#model/effect.ts';
import { linkGrantPath, linkGrantsPath } from '#model/link-grant.ts';
import { roomPath } from '#model/room.ts';
import { ago, get, LONG_AGO, list, remove, SERVER_TIME, set } from '../../wire/index.ts';
import { type Here, NONE, type Row, row } from '../row.ts';

export const grant = (over: Fields = {}): Fields => ({
  places: ['T1-C1'],
  by: 'opal',
  at: LONG_AGO,
  ...over,
});
const there =
  (over: Fields = {}) =>
  (name: string) => ({ [linkGrantPath(name)]: grant(over) });
const given = ({ room, uid }: Here, over: Fields = {}) =>
  set(linkGrantPath(room), grant({ by: uid, at: SERVER_TIME, ...over }));

/** Operators do all of it in any room. */
export const linkGrants: Row[] = [
  row('get', 'where a room may be linked by its owners', ['owner', 'operator', 'operate'], {
    given: there(),
    ask: (here) => get(linkGrantPath(here.room)),
  }),
  row('list', 'where rooms may be linked by their owners', ['operator'], {
    if: '50 at a time',
    ask: () => list(linkGrantsPath, { limit: 50 }),
    anywhere: true,
  }),
  row('create', 'that owners may link a room to a channel', ['operator'], {
    if: 'in their own name, to 10 channels at most',
    ask: (here) => given(here),
  }),
  row('create', 'that owners may link a room that is not there', NONE, {
    given: (name) => ({ [roomPath(name)]: undefined }),
    ask: (here) => given(here),
  }),
  row('create', "that owners may link a room, in another's name", NONE, {
    ask: (here) => given(here, { by: 'oscar' }),
  }),
  row('create', 'that owners may link a room to no channel', NONE, {
    ask: (here) => given(here, { places: [] }),
  }),
  row('update', 'that owners may link a room, to more channels', ['operator'], {
    if: 'a second after the last change',
    given: there(),
    ask: (here) => given(here, { places: ['T1-C1', 'T2-C9'] }),
  }),
  row('update', 'that owners may link a room, twice in a second', NONE, {
    given: there({ at: ago(0.4) }),
    ask: (here) => given(here, { places: ['T1-C1', 'T2-C9'] }),
  }),
  row('delete', 'that owners may link a room', ['operator'], {
    given: there(),
    ask: (here) => remove(linkGrantPath(here.room)),
  }),
];
