import { linkPath } from '#model/link.ts';
import { roomPath } from '#model/room.ts';
import { link, ROOM, room } from '../matrix/scene.ts';
import { ago, component, FAR_OFF, millisecondsIn, SERVER_TIME, set } from '../wire/index.ts';
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
];

export const linkEdges = edges('links', links);
