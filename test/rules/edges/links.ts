import type { Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { roomPath } from '#model/room.ts';
import { link, ROOM, room } from '../matrix/scene.ts';
import { ago, ahead, component, FAR_OFF, millisecondsIn, SERVER_TIME, set, update } from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';
import { claims, LINK, POST } from './working.ts';

const OPERATE = component('operate');

const tied = (number: unknown, where = 'hall') =>
  set(
    linkPath(where),
    link({
      lease: { number, held: false, since: SERVER_TIME },
      pause: { since: SERVER_TIME, seconds: 0 },
      settled: SERVER_TIME,
      heard: SERVER_TIME,
    }),
  );
const at = (more: Fields) =>
  set(
    linkPath('hall'),
    link({
      lease: { number: millisecondsIn(0), held: false, since: SERVER_TIME },
      pause: { since: SERVER_TIME, seconds: 0 },
      settled: SERVER_TIME,
      heard: SERVER_TIME,
      ...more,
    }),
  );
const address = (length: number): string => `https://${'x'.repeat(length - 9)}/`;
const HALL = { [roomPath('hall')]: room() };
const leased = (since: unknown, held = true): Over => ({
  [LINK]: link({ lease: { number: 4, held, since } }),
});
const paused = (seconds: number): Over => ({ [LINK]: link({ pause: { since: ago(seconds), seconds: 30 } }) });

const links: Edge[] = [
  ['a link counts from almost an hour ago', true, OPERATE, tied(millisecondsIn(-3_599.5)), HALL],
  ['a link counts from an hour ago', false, OPERATE, tied(millisecondsIn(-3_600.5)), HALL],
  ['a link counts from almost five minutes from now', true, OPERATE, tied(millisecondsIn(299.5)), HALL],
  ['a link counts from five minutes from now', false, OPERATE, tied(millisecondsIn(300.5)), HALL],
  ['a link that is there is made anew', false, OPERATE, tied(millisecondsIn(0), ROOM), leased(FAR_OFF)],
  ['a lease is taken that was given back just now', true, POST, claims, leased(ago(1), false)],
  ['a lease is taken just after a minute', true, POST, claims, leased(ago(60.5))],
  ['a lease is taken just before a minute', false, POST, claims, leased(ago(59.5))],
  ['a lease is taken just after a pause', true, POST, claims, paused(30.5)],
  ['a lease is taken just before the end of a pause', false, POST, claims, paused(29.5)],
  ['a link of a thread', true, OPERATE, at({ mode: 'thread', thread: '1700000000.000200' }), HALL],
  ['a link of a workspace under 2,048 characters', true, OPERATE, at({ url: address(2_048) }), HALL],
  ['a link of a workspace under 2,049 characters', false, OPERATE, at({ url: address(2_049) }), HALL],
  ['a link of a workspace under no host', false, OPERATE, at({ url: 'https:///' }), HALL],
  ['a link of a workspace under a host with a blank', false, OPERATE, at({ url: 'https://a b/' }), HALL],
  ['a link of a workspace under what is no text', false, OPERATE, at({ url: 1 }), HALL],
  ['it was heard half a second ago', true, component('slackApply'), update(LINK, { heard: ago(0.5) })],
  ['it will be heard in half a second', false, component('slackApply'), update(LINK, { heard: ahead(0.5) })],
];

export const linkEdges = edges('links', links);
