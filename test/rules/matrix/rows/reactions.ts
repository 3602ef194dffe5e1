import type { Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { messagePath, slackMessageId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { reacting, reactionPath, reactionsPath } from '#model/reaction.ts';
import { roomPath } from '#model/room.ts';
import { batch, get, LONG_AGO, list, remove, SERVER_TIME, set, update } from '../../wire/index.ts';
import { INSIDE, WRITERS } from '../figures.ts';
import { type Here, NONE, type Row, row } from '../row.ts';
import { ASKED, byPerson, HEARD, link, mark, message, room, SPEAKERS } from '../scene.ts';
import { spends } from './messages.ts';

export const PARTY = '🎉';
const IN_SLACK = 'T1-U1';

/** A reaction of a person as they add it, or of somebody in Slack as slackApply writes it. */
export const reaction = (uid: string, over: Fields = {}): Fields => ({
  by: byPerson(uid),
  emoji: PARTY,
  on: true,
  at: LONG_AGO,
  ...over,
});
export const heardReaction = (over: Fields = {}): Fields =>
  reaction('', { by: { kind: 'slack', id: IN_SLACK }, told: '1700000001.000100', ...over });

const own = ({ room: where, uid }: Here): string => reactionPath(where, ASKED, uid, PARTY);
const reacts = (here: Here, over: Fields = {}) =>
  batch(
    spends(here, reacting(ASKED, PARTY, true)),
    set(own(here), reaction(here.uid, { at: SERVER_TIME, ...over })),
  );
const takesAway = (here: Here) => batch(spends(here, reacting(ASKED, PARTY, false)), remove(own(here)));
const everybodys = (name: string) =>
  Object.fromEntries(SPEAKERS.map((uid) => [reactionPath(name, ASKED, uid, PARTY), reaction(uid)]));
const inSlack = (where: string, to = HEARD) => reactionPath(where, to, IN_SLACK, PARTY);
const heardOne = (name: string) => ({ [inSlack(name)]: heardReaction() });
const sentThere = (where: string) => ({ [mirrorPath(where, ASKED)]: mark(where, { team: 'T1' }) });
const newer = { on: false, told: '1700000002.000100' };

const reading: Row[] = [
  row('get', 'a reaction', [...INSIDE, 'slackApply'], {
    given: heardOne,
    ask: (here) => get(inSlack(here.room)),
  }),
  row('list', 'the reactions to a message', [...INSIDE, 'slackPost', 'slackApply'], {
    if: '200 at a time',
    ask: (here) => list(reactionsPath(here.room, ASKED), { limit: 200 }),
  }),
];

const bySelf: Row[] = [
  row('create', 'their own reaction, of their allowance', WRITERS, {
    if: 'one emoji, to a message that is not deleted',
    ask: (here) => reacts(here),
  }),
  row('create', 'their own reaction, in a room that takes no guests any more', ['member', 'owner'], {
    given: (name) => ({ [roomPath(name)]: room({ guests: false }) }),
    ask: (here) => reacts(here),
  }),
  row('create', 'their own reaction without an allowance', NONE, {
    ask: (here) => set(own(here), reaction(here.uid, { at: SERVER_TIME })),
  }),
  row('create', 'a reaction to a message that is deleted', NONE, {
    given: (name) => ({ [messagePath(name, ASKED)]: message('clara', { text: '', deleted: LONG_AGO }) }),
    ask: (here) => reacts(here),
  }),
  row('create', 'a reaction to a message that is not there', NONE, {
    given: (name) => ({ [messagePath(name, ASKED)]: undefined }),
    ask: (here) => reacts(here),
  }),
  row('create', "a reaction in another's name", NONE, {
    ask: (here) => reacts(here, { by: byPerson('clara') }),
  }),
  row('create', 'a reaction in the name of somebody in Slack', NONE, {
    ask: (here) => reacts(here, { by: { kind: 'slack', id: IN_SLACK } }),
  }),
  row('create', 'a reaction of words', NONE, {
    ask: (here) =>
      batch(
        spends(here, reacting(ASKED, 'no', true)),
        set(
          reactionPath(here.room, ASKED, here.uid, 'no'),
          reaction(here.uid, { at: SERVER_TIME, emoji: 'no' }),
        ),
      ),
  }),
  row('update', 'their own reaction', NONE, {
    given: everybodys,
    ask: (here) => batch(spends(here, reacting(ASKED, PARTY, true)), update(own(here), { on: false })),
  }),
  row('delete', 'their own reaction, of their allowance', WRITERS, {
    given: everybodys,
    ask: (here) => takesAway(here),
  }),
  row('delete', 'their own reaction without an allowance', NONE, {
    given: everybodys,
    ask: (here) => remove(own(here)),
  }),
  row('delete', "another's reaction", NONE, {
    given: everybodys,
    ask: (here) =>
      batch(
        spends(here, reacting(ASKED, PARTY, false)),
        remove(reactionPath(here.room, ASKED, 'clara', PARTY)),
      ),
  }),
];

const fromSlack: Row[] = [
  row('create', 'a reaction of somebody in Slack', ['slackApply'], {
    if: 'to a message that the room has in that workspace, or that may come from the channel that it is linked to',
    ask: (here) => set(inSlack(here.room), heardReaction()),
  }),
  row('create', 'a reaction of somebody in Slack to what was sent there', ['slackApply'], {
    given: sentThere,
    ask: (here) => set(inSlack(here.room, ASKED), heardReaction()),
  }),
  row('create', 'a reaction of somebody in Slack to what was not sent there', NONE, {
    ask: (here) => set(inSlack(here.room, ASKED), heardReaction()),
  }),
  row('create', 'a reaction of somebody in a workspace that the room has left', ['slackApply'], {
    given: (where) => ({ [linkPath(where)]: link({ team: 'T2', channel: 'C2' }) }),
    ask: (here) => set(inSlack(here.room), heardReaction()),
  }),
  row('create', 'a reaction of somebody in the workspace of the room, to what was said in another', NONE, {
    given: (where) => ({ [linkPath(where)]: link({ team: 'T2', channel: 'C2' }) }),
    ask: (here) =>
      set(
        reactionPath(here.room, HEARD, 'T2-U1', PARTY),
        heardReaction({ by: { kind: 'slack', id: 'T2-U1' } }),
      ),
  }),
  row('create', 'a reaction of somebody in Slack to a message of Slack that is to come', ['slackApply'], {
    ask: (here) => set(inSlack(here.room, slackMessageId('C1', '1700000099.000100')), heardReaction()),
  }),
  row('create', 'a reaction of somebody in Slack to a message of another channel that is to come', NONE, {
    ask: (here) => set(inSlack(here.room, slackMessageId('C2', '1700000099.000100')), heardReaction()),
  }),
  row('create', 'a reaction of somebody in another team', NONE, {
    ask: (here) =>
      set(
        reactionPath(here.room, HEARD, 'T2-U1', PARTY),
        heardReaction({ by: { kind: 'slack', id: 'T2-U1' } }),
      ),
  }),
  row('create', 'a reaction of somebody in Slack, in a room without a link', NONE, {
    given: (where) => ({ [linkPath(where)]: undefined }),
    ask: (here) => set(inSlack(here.room), heardReaction()),
  }),
  row('update', 'a reaction of somebody in Slack', ['slackApply'], {
    if: 'by newer word of it',
    given: heardOne,
    ask: (here) => update(inSlack(here.room), newer),
  }),
  row('update', 'a reaction of somebody in Slack, by older word of it', NONE, {
    given: heardOne,
    ask: (here) => update(inSlack(here.room), { ...newer, told: '1700000000.000100' }),
  }),
  row('update', 'a reaction of a person, as if it were told by Slack', NONE, {
    given: everybodys,
    ask: (here) => update(reactionPath(here.room, ASKED, 'clara', PARTY), newer),
  }),
  row('delete', 'a reaction of somebody in Slack', NONE, {
    given: heardOne,
    ask: (here) => batch(spends(here, reacting(HEARD, PARTY, false)), remove(inSlack(here.room))),
  }),
];

export const reactions: Row[] = [...reading, ...bySelf, ...fromSlack];
