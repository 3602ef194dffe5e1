import type { Fields } from '#model/effect.ts';
import { linkPath, linksPath } from '#model/link.ts';
import { roomPath } from '#model/room.ts';
import {
  ABSENT,
  ago,
  FAR_OFF,
  get,
  LONG_AGO,
  list,
  millisecondsIn,
  remove,
  SERVER_TIME,
  set,
  update,
} from '../../wire/index.ts';
import { INSIDE } from '../figures.ts';
import { NONE, type Row, row } from '../row.ts';
import { link, room } from '../scene.ts';

const held = { number: 4, held: true, since: FAR_OFF };
const over = { number: 4, held: true, since: ago(61) };
const there = (fields: Fields) => (name: string) => ({ [linkPath(name)]: link(fields) });
const claims = (where: string, number = 5) =>
  update(linkPath(where), { lease: { number, held: true, since: SERVER_TIME } });
const returns = (where: string, fields: Fields = {}) =>
  update(linkPath(where), {
    'lease.held': false,
    'lease.number': 4,
    pause: { since: SERVER_TIME, seconds: 30 },
    settled: LONG_AGO,
    error: 'not_in_channel',
    ...fields,
  });
const mends = (where: string) =>
  update(linkPath(where), { error: ABSENT, pause: { since: SERVER_TIME, seconds: 0 } });
const moves = (where: string) => update(linkPath(where), { team: 'T2', channel: 'C2', heard: SERVER_TIME });
const hears = (where: string, heard: unknown) => update(linkPath(where), { heard });

const HALL = 'hall';
const tied = set(
  linkPath(HALL),
  link({
    lease: { number: millisecondsIn(0), held: false, since: SERVER_TIME },
    pause: { since: SERVER_TIME, seconds: 0 },
    settled: SERVER_TIME,
    heard: SERVER_TIME,
  }),
);

export const links: Row[] = [
  row(
    'get',
    'a link',
    [
      ...INSIDE,
      'operator',
      'mirror',
      'mirrorReactions',
      'slackPost',
      'slackApply',
      'slackCommand',
      'sweep',
      'operate',
    ],
    {
      ask: (here) => get(linkPath(here.room)),
    },
  ),
  row('list', 'links, 20 at a time', ['operator', 'slackApply', 'slackCommand', 'sweep', 'operate'], {
    ask: () => list(linksPath, { where: [['channel', '==', 'C1']], limit: 20 }),
    anywhere: true,
  }),
  row('list', 'links, 50 at a time', ['operator', 'sweep', 'operate'], {
    ask: () => list(linksPath, { limit: 50 }),
    anywhere: true,
  }),
  row('create', 'a link of an open room', ['slackCommand', 'operate'], {
    given: () => ({ [roomPath(HALL)]: room() }),
    ask: () => tied,
    anywhere: true,
  }),
  row('create', 'a link of a closed room', ['operate'], {
    given: () => ({ [roomPath(HALL)]: room({ visibility: 'closed' }) }),
    ask: () => tied,
    anywhere: true,
  }),
  row('create', 'a link of a room that is not there', NONE, { ask: () => tied, anywhere: true }),
  row('update', 'a free lease, to held under the next number', ['slackPost'], {
    ask: (here) => claims(here.room),
  }),
  row('update', 'a lease that is over, to held under the next number', ['slackPost'], {
    if: '60 seconds after it was taken',
    given: there({ lease: over }),
    ask: (here) => claims(here.room),
  }),
  row('update', 'a live lease, to held by another', NONE, {
    given: there({ lease: held }),
    ask: (here) => claims(here.room),
  }),
  row('update', 'a free lease, while Slack asked to wait', NONE, {
    given: there({ pause: { since: FAR_OFF, seconds: 30 } }),
    ask: (here) => claims(here.room),
  }),
  row('update', 'a free lease, to held under its old number', NONE, { ask: (here) => claims(here.room, 4) }),
  row('update', 'a held lease, to free, with what was learnt', ['slackPost'], {
    if: 'under its number',
    given: there({ lease: held }),
    ask: (here) => returns(here.room),
  }),
  row('update', "a held lease, to free, under another's number", NONE, {
    given: there({ lease: held }),
    ask: (here) => returns(here.room, { 'lease.number': 3 }),
  }),
  row('update', 'what made Slack refuse, to mended', ['operate'], {
    if: 'while nobody works on it',
    given: there({ error: 'not_in_channel' }),
    ask: (here) => mends(here.room),
  }),
  row('update', 'what made Slack refuse, to mended, while somebody works on it', NONE, {
    given: there({ error: 'not_in_channel', lease: held }),
    ask: (here) => mends(here.room),
  }),
  row('update', 'how far the room has heard, to further', ['slackApply'], {
    if: 'not into what is still to come',
    ask: (here) => hears(here.room, ago(60)),
  }),
  row('update', 'how far the room has heard, to less far', NONE, {
    given: there({ heard: ago(60) }),
    ask: (here) => hears(here.room, LONG_AGO),
  }),
  row('update', 'how far the room has heard, to some day', NONE, {
    ask: (here) => hears(here.room, FAR_OFF),
  }),
  row('update', 'its team and channel, with all that was said there before', NONE, {
    ask: (here) => update(linkPath(here.room), { team: 'T2', channel: 'C2' }),
  }),
  row('update', 'its team and channel', ['operate'], {
    if: 'while nobody works on it; the room hears from now on',
    ask: (here) => moves(here.room),
  }),
  row('update', 'its mode, to a thread with its root', ['operate'], {
    if: 'while nobody works on it',
    ask: (here) =>
      update(linkPath(here.room), { mode: 'thread', thread: '1700000000.000200', heard: SERVER_TIME }),
  }),
  row('update', 'its mode, to a thread without its root', NONE, {
    ask: (here) => update(linkPath(here.room), { mode: 'thread', heard: SERVER_TIME }),
  }),
  row('update', 'its team and channel, while somebody works on it', NONE, {
    given: there({ lease: held }),
    ask: (here) => moves(here.room),
  }),
  row('delete', 'a link', ['slackCommand', 'operate'], {
    if: 'while nobody works on it',
    ask: (here) => remove(linkPath(here.room)),
  }),
  row('delete', 'a link, while somebody works on it', NONE, {
    given: there({ lease: held }),
    ask: (here) => remove(linkPath(here.room)),
  }),
];
