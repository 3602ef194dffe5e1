import { banPath } from '#model/ban.ts';
import type { Fields } from '#model/effect.ts';
import { entryPath } from '#model/entry.ts';
import { deciding, memberPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import { HALL, hall } from '../matrix/rows/entering.ts';
import { code, invitation, member, ROOM, room } from '../matrix/scene.ts';
import { ago, ahead, batch, FAR_OFF, person, remove, SERVER_TIME, set, update } from '../wire/index.ts';
import type { Write } from '../wire/request.ts';
import { type Edge, edges, type Over } from './edge.ts';

const MIA = person('mia');
const OTTO = person('otto');
const OLGA = person('olga');
const MINE = memberPath(ROOM, 'mia');
const mine = (over: Fields): Over => ({ [MINE]: member('mia', 'member', over) });

const spends = update(MINE, { sent: { since: SERVER_TIME, count: 1, last: 'x:1' } });
const spent = (seconds: number, count = 60) => mine({ sent: { since: ago(seconds), count, last: 'x:0' } });
const leaves = remove(MINE);
const joins = (uid: string, path = memberPath(HALL, uid)) =>
  set(path, member(uid, 'member', { joined: SERVER_TIME }));
const invited = (until: unknown): Over => hall({ visibility: 'closed' }, { until });
const says = (invitation = code('h'), uid = 'otto') => set(entryPath(HALL, uid), { invitation });
const enters = batch(says(), joins('otto'));

const members: Edge[] = [
  ['an allowance begins anew just after a minute', true, MIA, spends, spent(60.5)],
  ['an allowance begins anew just before a minute', false, MIA, spends, spent(59.5)],
  ['a member leaves just after five seconds', true, MIA, leaves, mine({ joined: ago(5.5) })],
  ['a member leaves just before five seconds', false, MIA, leaves, mine({ joined: ago(4.5) })],
  ['a member leaves who has just paid for what they sent', true, MIA, leaves, spent(60.5)],
  ['a member leaves who has almost paid for what they sent', false, MIA, leaves, spent(59.5)],
  ['a member leaves a second and a half after one message', true, MIA, leaves, spent(1.5, 1)],
  ['a person enters by an invitation that is almost over', true, OTTO, enters, invited(ahead(0.5))],
  ['a person enters by an invitation that is just over', false, OTTO, enters, invited(ago(0.5))],
  ["a person joins in another's place", false, OTTO, joins('otto', memberPath(HALL, 'max')), hall()],
  [
    'a reader joins anew, as a member',
    false,
    person('rita'),
    set(memberPath(ROOM, 'rita'), member('rita', 'member', { joined: SERVER_TIME })),
  ],
];

const lifted = (at: unknown): Over => ({ [banPath(ROOM, 'nina')]: { by: 'olga', at } });
const lifts = batch(
  update(memberPath(ROOM, 'olga'), { sent: { since: SERVER_TIME, count: 1, last: deciding('nina') } }),
  remove(banPath(ROOM, 'nina')),
);

const bans: Edge[] = [
  ['a ban is lifted just after a second', true, OLGA, lifts, lifted(ago(1.5))],
  ['a ban is lifted just before a second', false, OLGA, lifts, lifted(ago(0.5))],
];

const entries: Edge[] = [
  ['a code of 31', false, OTTO, batch(says('h'.repeat(31)), joins('otto')), hall()],
  ['a code of 33', false, OTTO, batch(says('h'.repeat(33)), joins('otto')), hall()],
  ['a code with a hyphen', false, OTTO, batch(says(`${'h'.repeat(31)}-`), joins('otto')), hall()],
  ['a code of 32, in an open room', true, OTTO, batch(says(), joins('otto')), hall()],
];

const usedUp = update(`rooms/${HALL}/invitations/${code('h')}`, { state: 'used', used: 'otto' });
const said = { [entryPath(HALL, 'otto')]: { invitation: code('h') } };
const single = hall({}, { single: true });

const invitations: Edge[] = [
  ['one for all is used up by who enters', false, OTTO, batch(says(), joins('otto'), usedUp), hall()],
  ['one is used up by who enters without it', false, OTTO, batch(joins('otto'), usedUp), single],
  [
    'one is used up by who enters by another',
    false,
    OTTO,
    batch(says(code('x')), joins('otto'), usedUp),
    single,
  ],
  ['one is used up by who said its code and does not enter', false, OTTO, usedUp, { ...single, ...said }],
  [
    'one is used up by who entered before',
    false,
    OTTO,
    usedUp,
    { ...single, ...said, [memberPath(HALL, 'otto')]: member('otto', 'member') },
  ],
  [
    'one that was revoked is made anew',
    false,
    OLGA,
    batch(
      update(memberPath(ROOM, 'olga'), {
        sent: { since: SERVER_TIME, count: 1, last: `invitation:${code('h')}` },
      }),
      set(`rooms/${ROOM}/invitations/${code('h')}`, invitation({ at: SERVER_TIME, until: ahead(60) })),
    ),
    { [`rooms/${ROOM}/invitations/${code('h')}`]: invitation({ state: 'revoked', until: FAR_OFF }) },
  ],
];

const DAY = 86_400;
const offers = (id: string, until: unknown, name = 'Lobby', more: readonly Write[] = []) =>
  batch(
    update(memberPath(ROOM, 'olga'), { sent: { since: SERVER_TIME, count: 1, last: `invitation:${id}` } }),
    set(`rooms/${ROOM}/invitations/${id}`, invitation({ at: SERVER_TIME, until, name })),
    ...more,
  );
const renamed = update(roomPath(ROOM), { name: 'Anew', changed: SERVER_TIME });

const offered: Edge[] = [
  ['one under a code of 31', false, OLGA, offers('n'.repeat(31), ahead(DAY))],
  ['one under a code of 33', false, OLGA, offers('n'.repeat(33), ahead(DAY))],
  ['one under a code with a hyphen', false, OLGA, offers(`${'n'.repeat(31)}-`, ahead(DAY))],
  ['one that is good for half a second', true, OLGA, offers(code('n'), ahead(0.5))],
  ['one that is over since half a second', false, OLGA, offers(code('n'), ago(0.5))],
  ['one that is good for almost 30 days', true, OLGA, offers(code('n'), ahead(30 * DAY - 0.5))],
  ['one that is good for just over 30 days', false, OLGA, offers(code('n'), ahead(30 * DAY + 0.5))],
  [
    'one under the name that the room gets just now',
    false,
    OLGA,
    offers(code('n'), ahead(DAY), 'Anew', [renamed]),
  ],
  [
    'one under the name that the room had until now',
    true,
    OLGA,
    offers(code('n'), ahead(DAY), 'Lobby', [renamed]),
    { [roomPath(ROOM)]: room() },
  ],
];

export const memberEdges = [
  ...edges('members', members),
  ...edges('bans', bans),
  ...edges('entries', entries),
  ...edges('invitations', [...invitations, ...offered]),
];
