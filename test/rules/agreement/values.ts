import { COMPONENTS } from '#model/component.ts';
import { DEAD_LETTER_STATES } from '#model/dead-letter.ts';
import { ABSENT, SERVER_TIME } from '#model/effect.ts';
import { INBOX_STATES } from '#model/inbox.ts';
import { INVITATION_STATES } from '#model/invitation.ts';
import { REPLY_STATES } from '#model/message.ts';
import { MIRROR_STATES } from '#model/mirror.ts';
import { REACTION_MIRROR_STATES } from '#model/reaction-mirror.ts';
import { ANSWERED, ASKED, code, HEARD, REPLY, saidBy } from '../matrix/scene.ts';
import { ago, ahead, FAR_OFF, LONG_AGO } from '../wire/index.ts';

/** Times around every limit of the rules, and far from them. */
const TIMES = [
  SERVER_TIME,
  LONG_AGO,
  FAR_OFF,
  new Date(LONG_AGO.getTime() + 30_000),
  ...[0.2, 0.8, 1.2, 4, 6, 30, 59, 61, 89, 91].map((seconds) => ago(seconds)),
  ...[10, 86_400, 29 * 86_400, 31 * 86_400].map((seconds) => ahead(seconds)),
];
const PEOPLE = ['mia', 'olga', 'otto', 'gus', 'clara'];
const TEXTS = ['hello', '', '  ', 'こんにちは', '😀', 'x'.repeat(80), 'x'.repeat(81), 'x'.repeat(4_001)];
const COUNTS = [-1, 0, 1, 2, 3, 4, 5, 20, 21, 59, 60, 61, 499, 500, 501, 3_600, 3_601];

/** What might stand in a field of this name: right in some place, wrong in another. */
const BY_NAME: Readonly<Record<string, readonly unknown[]>> = {
  name: TEXTS,
  text: TEXTS,
  reason: TEXTS,
  error: TEXTS,
  body: TEXTS,
  picture: ['https://example.org/a.png', 'http://example.org/a.png', 'javascript:alert(1)'],
  guest: [true, false],
  guests: [true, false],
  pings: [true, false],
  url: ['https://t1.slack.com/', 'https://t1.slack.com', 'javascript:alert(1)'],
  single: [true, false],
  held: [true, false],
  on: [true, false],
  shown: [[], ['tada'], ['tada', 'heart'], ['eyes'], ['a b'], [7]],
  line: TEXTS,
  emoji: [
    '🎉',
    '👍🏽',
    '❤️',
    '1️⃣',
    ':party_parrot:',
    ':ありがとう:',
    ':wave::skin-tone-3:',
    'yes',
    ':no way:',
    '12',
  ],
  told: ['1700000000.000100', '1700000009.000100', '1600000000.000100', '17.000100', 1_700_000_000],
  locale: ['en', 'ja', 'de'],
  visibility: ['open', 'closed', 'hidden'],
  mode: ['channel', 'thread'],
  role: ['owner', 'member', 'reader', 'guest'],
  owners: [['olga', 'oscar'], ['olga'], ['clara'], [], ['olga', 'oscar', 'max'], ['oscar', 'olga']],
  person: PEOPLE,
  by: [
    ...PEOPLE,
    { kind: 'person', id: 'mia' },
    { kind: 'slack', id: 'T1-U1' },
    { kind: 'slack', id: 'T2-U1' },
  ],
  used: PEOPLE,
  last: [`${saidBy('mia')}:2`, `${ASKED}:+🎉`, `${ASKED}:-🎉`, 'x:1', ''],
  invitation: [code('a'), code('h'), code('x')],
  author: [
    ...PEOPLE.map((id) => ({ kind: 'person', id })),
    ...COMPONENTS.map((id) => ({ kind: 'component', id })),
    { kind: 'slack', id: 'T1-U1' },
    { kind: 'slack', id: 'U1' },
  ],
  kind: ['person', 'component', 'slack'],
  id: ['mia', 'reply', 'T1-U1'],
  thread: [ASKED, ANSWERED, HEARD, REPLY, 'nowhere', '1700000000.000100'],
  to: [ASKED, ANSWERED, HEARD, REPLY],
  message: [ASKED, ANSWERED, HEARD],
  room: ['lobby', 'attic', 'hall'],
  team: ['T1', 'T2', 't'],
  app: ['A1', ''],
  type: ['message', ''],
  channel: ['C1', 'C2', 'general'],
  ts: ['1700000000.000200', '17', 1_700_000_000],
  parts: [
    ['1700000000.000200'],
    ['1700000000.000200', '1700000000.000300'],
    ['1700000000.000300', '17'],
    ['1700000000.000200', 1.000_123],
  ],
  doubt: [
    { since: SERVER_TIME, team: 'T1', channel: 'C1' },
    { since: LONG_AGO, team: 'T1', channel: 'C1' },
    { since: SERVER_TIME, team: 'T1', channel: 'C1', thread: '1700000000.000100' },
    { since: SERVER_TIME, team: 'T2', channel: 'general' },
    { since: SERVER_TIME, team: 't', channel: 'C1' },
  ],
  component: COMPONENTS,
  state: [
    ...REPLY_STATES,
    ...MIRROR_STATES,
    ...REACTION_MIRROR_STATES,
    ...INVITATION_STATES,
    ...INBOX_STATES,
    ...DEAD_LETTER_STATES,
  ],
  reply: ['always', 'mentioned', 'off', { to: ANSWERED, state: 'done' }, { to: ASKED, state: 'writing' }],
  number: [0, 4, 5, Date.now()],
  lease: [
    { number: Date.now(), held: false, since: SERVER_TIME },
    { number: 4, held: true, since: FAR_OFF },
    { number: 4, held: false, since: LONG_AGO },
    { number: 4, held: true, since: LONG_AGO },
    { number: 5, held: true, since: SERVER_TIME },
    { number: 4, held: true, since: ago(61) },
    { number: 4, held: true, since: ago(59) },
    3,
    4,
    5,
  ],
  pause: [
    { since: SERVER_TIME, seconds: 0 },
    { since: SERVER_TIME, seconds: 30 },
    { since: FAR_OFF, seconds: 30 },
    { since: ago(20), seconds: 30 },
    { since: ago(40), seconds: 30 },
  ],
  sent: [
    { since: SERVER_TIME, count: 1, last: 'x:1' },
    { since: FAR_OFF, count: 59, last: 'x:1' },
    { since: FAR_OFF, count: 60, last: 'x:1' },
    { since: ago(61), count: 60, last: 'x:1' },
    { since: ago(30), count: 20, last: 'x:1' },
    0,
    1,
    2,
  ],
};
const TIMED =
  'at changed created joined since until received expires fetched settled edited deleted decided'.split(' ');
const COUNTED = 'revision wanted attempts count seconds nudges'.split(' ');

/** Right for no field. */
const STRANGE = [null, 1.5, true, 'x', {}, []];

export const FIELD_NAMES = [...Object.keys(BY_NAME), ...TIMED, ...COUNTED];

/** What might be written into a field, by the last part of its name. */
export function valuesFor(field: string): readonly unknown[] {
  const name = field.split('.').at(-1) ?? field;
  const known = BY_NAME[name] ?? (TIMED.includes(name) ? TIMES : COUNTED.includes(name) ? COUNTS : []);
  return [...known, ...STRANGE.slice(0, known.length === 0 ? STRANGE.length : 2)];
}

/** What may stand in a document that is there: not what only a write can say. */
export const storable = (value: unknown): boolean =>
  value !== SERVER_TIME &&
  value !== ABSENT &&
  !(typeof value === 'object' && value !== null && Object.values(value).some((inner) => !storable(inner)));
