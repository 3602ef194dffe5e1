import type { Fields } from '#model/effect.ts';
import { invitationPath, invitationsPath, inviting } from '#model/invitation.ts';
import { ago, ahead, batch, get, list, remove, SERVER_TIME, set, update } from '../../wire/index.ts';
import { EVERYBODY } from '../figures.ts';
import { NONE, type Row, row } from '../row.ts';
import { code, invitation } from '../scene.ts';
import { spends } from './messages.ts';

const DAY = 86_400;
const offered = (uid: string, where: string, over: Fields = {}) =>
  set(invitationPath(where, code('n')), invitation({ by: uid, at: SERVER_TIME, until: ahead(DAY), ...over }));
const there = (over: Fields) => (name: string) => ({ [invitationPath(name, code('s'))]: invitation(over) });
const moved = (where: string, over: Fields) => update(invitationPath(where, code('s')), over);

export const invitations: Row[] = [
  row('get', 'an invitation, by its code', EVERYBODY, {
    ask: (here) => get(invitationPath(here.room, code('a'))),
  }),
  row('list', 'the invitations of a room', ['owner'], {
    if: '50 at a time',
    ask: (here) => list(invitationsPath(here.room), { limit: 50 }),
  }),
  row('create', 'an invitation, of their allowance', ['owner'], {
    if: 'in their own name, for at most 30 days',
    ask: (here) => batch(spends(here, inviting(code('n'))), offered(here.uid, here.room)),
  }),
  row('create', 'an invitation without an allowance', NONE, { ask: (here) => offered(here.uid, here.room) }),
  row('create', 'an invitation for longer', NONE, {
    ask: (here) =>
      batch(spends(here, inviting(code('n'))), offered(here.uid, here.room, { until: ahead(31 * DAY) })),
  }),
  row('create', "an invitation in another's name", NONE, {
    ask: (here) => batch(spends(here, inviting(code('n'))), offered('oscar', here.room)),
  }),
  row('create', 'an invitation as owner', NONE, {
    ask: (here) => batch(spends(here, inviting(code('n'))), offered(here.uid, here.room, { role: 'owner' })),
  }),
  row('update', 'an open one to revoked', ['owner'], {
    given: there({}),
    ask: (here) => moved(here.room, { state: 'revoked' }),
  }),
  row('update', 'an open one for one person to used, without entering by it', NONE, {
    given: there({ single: true }),
    ask: (here) => moved(here.room, { state: 'used', used: here.uid }),
  }),
  row('update', 'one that is used to revoked', NONE, {
    given: there({ single: true, state: 'used', used: 'max' }),
    ask: (here) => moved(here.room, { state: 'revoked' }),
  }),
  row('update', 'one that is revoked to open', NONE, {
    given: there({ state: 'revoked' }),
    ask: (here) => moved(here.room, { state: 'open' }),
  }),
  row('update', 'how long one is good', NONE, {
    given: there({ until: ago(10) }),
    ask: (here) => moved(here.room, { until: ahead(DAY) }),
  }),
  row('delete', 'an invitation', NONE, { ask: (here) => remove(invitationPath(here.room, code('a'))) }),
];
