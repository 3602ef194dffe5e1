import { deadLetterPath } from '#model/dead-letter.ts';
import type { Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { messagePath } from '#model/message.ts';
import { reactionMirrorId, reactionMirrorPath, reactionMirrorsPath } from '#model/reaction-mirror.ts';
import {
  ABSENT,
  batch,
  FAR_OFF,
  get,
  LONG_AGO,
  list,
  remove,
  SERVER_TIME,
  set,
  update,
} from '../../wire/index.ts';
import { NONE, type Row, row } from '../row.ts';
import { ASKED, HEARD, letter, link } from '../scene.ts';

/** A mark of the reactions to a message as it is made; its later states are this with other fields. */
export const feltMark = (where: string, over: Fields = {}): Fields => ({
  room: where,
  message: ASKED,
  at: LONG_AGO,
  wanted: 1,
  sent: 0,
  state: 'wanted',
  attempts: 0,
  lease: 0,
  shown: [],
  ...over,
});
export const feltPath = (where: string): string => reactionMirrorPath(where, ASKED);
export const feltLetter = (where: string): string => deadLetterPath(reactionMirrorId(where, ASKED));

/** Somebody works on the room, and the reactions to a message of it have a mark that is so far. */
export const feltThere =
  (mark: Fields, more: (where: string) => Readonly<Record<string, Fields>> = () => ({})) =>
  (where: string) => ({
    [linkPath(where)]: link({ lease: { number: 4, held: true, since: FAR_OFF } }),
    [feltPath(where)]: feltMark(where, mark),
    ...more(where),
  });
const moved = (where: string, fields: Fields) => update(feltPath(where), fields);
const first = (where: string, over: Fields = {}) =>
  set(feltPath(where), feltMark(where, { at: SERVER_TIME, ...over }));

export const FELT_SENDING = { wanted: 2, state: 'sending', attempts: 1, lease: 4, shown: ['tada', 'heart'] };
export const FELT_SHOWN = { sent: 2, attempts: 0, lease: 4, shown: ['tada'], line: '🎉 Alice (web)' };
export const FELT_FAILED = { ...FELT_SENDING, state: 'failed', attempts: 3, error: 'not_reactable' };
const begun = { state: 'sending', attempts: 1, lease: 4, shown: ['tada'] };
const decided = (where: string, state: string) =>
  update(feltLetter(where), { state, by: 'opal', decided: SERVER_TIME });
const withLetter = (where: string) => ({ [feltLetter(where)]: letter(where) });
const again = (where: string) => moved(where, { state: 'sending', attempts: 0, error: ABSENT });

const marking: Row[] = [
  row('get', 'a mark of reactions', ['mirrorReactions', 'operate'], {
    given: feltThere({}),
    ask: (here) => get(feltPath(here.room)),
  }),
  row('list', 'marks of reactions', ['slackPost', 'sweep', 'operate'], {
    if: '50 at a time',
    ask: (here) => list(reactionMirrorsPath, { where: [['room', '==', here.room]], limit: 50 }),
  }),
  row('create', 'a mark of the reactions to a message', ['mirrorReactions'], {
    if: 'the room has a link, and the message is there',
    ask: (here) => first(here.room),
  }),
  row('create', 'a mark of the reactions to a message from Slack', ['mirrorReactions'], {
    ask: (here) =>
      set(reactionMirrorPath(here.room, HEARD), feltMark(here.room, { message: HEARD, at: SERVER_TIME })),
  }),
  row('create', 'a mark of reactions in a room without a link', NONE, {
    given: (where) => ({ [linkPath(where)]: undefined }),
    ask: (here) => first(here.room),
  }),
  row('create', 'a mark of the reactions to a message that is not there', NONE, {
    given: (where) => ({ [messagePath(where, ASKED)]: undefined }),
    ask: (here) => first(here.room),
  }),
  row('create', 'a mark that says what Slack shows', NONE, {
    ask: (here) => first(here.room, { state: 'sent', sent: 1, shown: ['tada'] }),
  }),
  row('update', 'what is wanted, by one', ['mirrorReactions'], {
    if: 'what may be half done stays so',
    given: feltThere({ ...FELT_SHOWN, wanted: 2, state: 'sent' }),
    ask: (here) => moved(here.room, { wanted: 3, state: 'wanted', at: SERVER_TIME }),
  }),
  row('update', 'what was given up, by one', ['mirrorReactions'], {
    if: 'with all attempts before it again',
    given: feltThere(FELT_FAILED),
    ask: (here) =>
      moved(here.room, { wanted: 3, state: 'sending', at: SERVER_TIME, attempts: 0, error: ABSENT }),
  }),
  row('update', 'what was given up, by one, with the attempts there were', NONE, {
    given: feltThere(FELT_FAILED),
    ask: (here) => moved(here.room, { wanted: 3, state: 'sending', at: SERVER_TIME }),
  }),
  row('update', 'what is wanted, by two', NONE, {
    given: feltThere({ wanted: 2 }),
    ask: (here) => moved(here.room, { wanted: 4, state: 'wanted', at: SERVER_TIME }),
  }),
  row('update', 'what is wanted, so that a try is forgotten', NONE, {
    given: feltThere(FELT_SENDING),
    ask: (here) => moved(here.room, { wanted: 3, state: 'wanted', at: SERVER_TIME }),
  }),
];

const settling: Row[] = [
  row('update', 'wanted, to sending', ['slackPost'], {
    if: 'under the room’s lease, an attempt more, of 20, and no name forgotten',
    given: feltThere({}),
    ask: (here) => moved(here.room, begun),
  }),
  row('update', "wanted, to sending, under another's lease", NONE, {
    given: feltThere({}),
    ask: (here) => moved(here.room, { ...begun, lease: 3 }),
  }),
  row('update', 'wanted, to sending, while nobody holds the lease', NONE, {
    given: feltThere({}, (where) => ({ [linkPath(where)]: link() })),
    ask: (here) => moved(here.room, begun),
  }),
  row('update', 'wanted, to sending, for the 21st time', NONE, {
    given: feltThere({ attempts: 20 }),
    ask: (here) => moved(here.room, { ...begun, attempts: 21 }),
  }),
  row('update', 'sending, to sending, with a name forgotten', NONE, {
    given: feltThere(FELT_SENDING),
    ask: (here) => moved(here.room, { ...begun, attempts: 2 }),
  }),
  row('update', 'sending, to sent', ['slackPost'], {
    if: 'all that was wanted, with names that the try had',
    given: feltThere(FELT_SENDING),
    ask: (here) => moved(here.room, { ...FELT_SHOWN, state: 'sent' }),
  }),
  row('update', 'sending, to sent, with a name that nobody tried', NONE, {
    given: feltThere(FELT_SENDING),
    ask: (here) => moved(here.room, { ...FELT_SHOWN, shown: ['eyes'], state: 'sent' }),
  }),
  row('update', 'sending, to wanted, as one more was wanted meanwhile', ['slackPost'], {
    given: feltThere({ ...FELT_SENDING, wanted: 3 }),
    ask: (here) => moved(here.room, { ...FELT_SHOWN, state: 'wanted' }),
  }),
  row('update', 'sending, to sent, though one more was wanted meanwhile', NONE, {
    given: feltThere({ ...FELT_SENDING, wanted: 3 }),
    ask: (here) => moved(here.room, { ...FELT_SHOWN, state: 'sent' }),
  }),
  row('update', 'the attempts of a try, back', ['slackPost'], {
    if: 'Slack has certainly not done all of it',
    given: feltThere(FELT_SENDING),
    ask: (here) => moved(here.room, { attempts: 0, lease: 4, error: 'ratelimited' }),
  }),
  row('update', 'sending, to failed', ['slackPost'], {
    if: 'with a reason, and an open dead letter',
    given: feltThere(FELT_SENDING, withLetter),
    ask: (here) => moved(here.room, { state: 'failed', lease: 4, error: 'not_reactable' }),
  }),
  row('update', 'sending, to failed, without a dead letter', NONE, {
    given: feltThere(FELT_SENDING),
    ask: (here) => moved(here.room, { state: 'failed', lease: 4, error: 'not_reactable' }),
  }),
  row('update', 'failed, to sending, together with its dead letter', ['operate'], {
    given: feltThere(FELT_FAILED, withLetter),
    ask: (here) => batch(again(here.room), decided(here.room, 'redriven')),
  }),
  row('update', 'failed, to sending, while its dead letter is open', NONE, {
    given: feltThere(FELT_FAILED, withLetter),
    ask: (here) => again(here.room),
  }),
  row('update', 'failed, to sending, while its dead letter is discarded', NONE, {
    given: feltThere(FELT_FAILED, withLetter),
    ask: (here) => batch(again(here.room), decided(here.room, 'discarded')),
  }),
  row('delete', 'a mark of reactions', NONE, {
    given: feltThere({}),
    ask: (here) => remove(feltPath(here.room)),
  }),
];

/** The dead letter of reactions, among the dead letters. */
export const feltLetters: Row[] = [
  row('create', 'a dead letter of reactions', ['slackPost'], {
    ask: (here) => set(feltLetter(here.room), letter(here.room, { at: SERVER_TIME })),
  }),
  row('update', 'a dead letter of reactions, to redriven, while they are given up', NONE, {
    given: feltThere(FELT_FAILED, withLetter),
    ask: (here) => decided(here.room, 'redriven'),
  }),
];

export const reactionMirrors: Row[] = [...marking, ...settling];
