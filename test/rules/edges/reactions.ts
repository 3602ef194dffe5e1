import type { Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { memberPath } from '#model/member.ts';
import { messagePath, slackMessageId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { reacting, reactionPath } from '#model/reaction.ts';
import { heardReaction, PARTY, reaction } from '../matrix/rows/reactions.ts';
import { ASKED, HEARD, heard as heardMessage, link, mark, member, message, ROOM } from '../matrix/scene.ts';
import { batch, component, FAR_OFF, get, person, remove, SERVER_TIME, set, update } from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';

const MIA = person('mia');
const APPLY = component('slackApply');
const spent = (on: boolean) => ({ since: SERVER_TIME, count: 1, last: reacting(ASKED, PARTY, on) });
const pays = (on: boolean) => update(memberPath(ROOM, 'mia'), { sent: spent(on) });
const at = (who: string, emoji = PARTY): string => reactionPath(ROOM, ASKED, who, emoji);
const own = reaction('mia', { at: SERVER_TIME });
const hers: Over = { [at('mia')]: reaction('mia') };

/** A component in a person's place, as nobody can have put it there. */
const UID = 'component:mirror';
const inPlace = (on: boolean): Over => ({
  [memberPath(ROOM, UID)]: member(UID, 'member', { sent: { ...spent(on), since: FAR_OFF } }),
});
const MIRROR = component('mirror');

const byPeople: Edge[] = [
  ['a reaction under the id of another', false, MIA, batch(pays(true), set(at('clara'), own))],
  [
    'a reaction that is changed as if it were taken away',
    false,
    MIA,
    batch(pays(false), update(at('mia'), { on: false })),
    hers,
  ],
  [
    'a reaction of a component with a membership',
    false,
    MIRROR,
    set(at(UID), reaction(UID, { at: SERVER_TIME })),
    inPlace(true),
  ],
  [
    'a reaction that a component with a membership takes away',
    false,
    MIRROR,
    remove(at(UID)),
    { ...inPlace(false), [at(UID)]: reaction(UID) },
  ],
  ['what lies below a reaction is read', false, MIA, get(`${at('mia')}/more/1`), hers],
];

const hears = (over: Fields = {}, who = 'T1-U1', emoji = PARTY) =>
  set(reactionPath(ROOM, HEARD, who, emoji), heardReaction({ emoji, ...over }));
const by = (id: string): Fields => ({ by: { kind: 'slack', id } });
const heard: Over = { [at('T1-U1')]: heardReaction() };
const TOLD = '1700000001.000100';

const emoji = [
  [true, ':wave:'],
  [true, ":l'œuvre+1::skin-tone-2-3:"],
  [true, '1\ufe0f\u20e3'],
  [true, '👩\u200d🚀'],
  [false, '!'],
  [false, '🎉!'],
  [false, 'no'],
  [false, ':wave'],
].map(
  ([may, one]): Edge => [
    `a reaction with ${String(one)}`,
    may === true,
    APPLY,
    hears({}, 'T1-U1', String(one)),
  ],
);

const words = Object.entries({
  'of nine digits': '170000000.000100',
  'of eleven digits': '17000000011.000100',
  'with a letter before its point': '170000000x.000100',
  'without a point': '1700000001x000100',
  'with a letter after its point': '1700000001.00010x',
  'with five digits after its point': '1700000001.00010',
  'with seven digits after its point': '1700000001.0001000',
}).map(([how, told]): Edge => [`a word of a reaction at a time ${how}`, false, APPLY, hears({ told })]);

const fromSlack: Edge[] = [
  ['a reaction of somebody whose id is none', false, APPLY, hears(by('T1-u1'), 'T1-u1')],
  ['a reaction of somebody under the id of another', false, APPLY, hears(by('T1-U1'), 'T1-U2')],
  [
    'a word of a reaction that is no newer',
    false,
    APPLY,
    update(at('T1-U1'), { on: false, told: TOLD }),
    heard,
  ],
  ['a reaction to what is there', true, APPLY, hears()],
  [
    'a reaction to what was said in a channel that the room has left',
    true,
    APPLY,
    hears(),
    { [linkPath(ROOM)]: link({ channel: 'C2' }) },
  ],
  [
    'a reaction to what somebody of another workspace said in a channel that the room has left',
    false,
    APPLY,
    hears(),
    {
      [linkPath(ROOM)]: link({ channel: 'C2' }),
      [messagePath(ROOM, HEARD)]: heardMessage({ author: { kind: 'slack', id: 'T2-U1' } }),
    },
  ],
  [
    'a reaction to what is to come from a channel of another workspace',
    false,
    APPLY,
    set(reactionPath(ROOM, slackMessageId('C1', '1700000099.000100'), 'T1-U1', PARTY), heardReaction()),
    { [linkPath(ROOM)]: link({ team: 'T2' }) },
  ],
  [
    'a reaction to what was sent to another workspace',
    false,
    APPLY,
    set(at('T1-U1'), heardReaction()),
    { [mirrorPath(ROOM, ASKED)]: mark(ROOM, { team: 'T2' }) },
  ],
  [
    'a reaction to what a person said who is called like somebody of that workspace',
    false,
    APPLY,
    set(at('T1-U1'), heardReaction()),
    { [messagePath(ROOM, ASKED)]: message('T1-U1') },
  ],
];

export const reactionEdges = edges('reactions', [...byPeople, ...emoji, ...words, ...fromSlack]);
