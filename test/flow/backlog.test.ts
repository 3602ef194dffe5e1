import { deleteApp, initializeApp } from 'firebase-admin/app';
import { expect, it } from 'vitest';
import { runScheduled } from '../../scripts/stack/schedule.ts';
import { drain } from '../backlog/drain.ts';
import { leave, placesOf, saidIn } from '../backlog/rooms.ts';
import { endsOf } from '../faults/ends.ts';
import { openRooms } from '../faults/rooms.ts';
import { check } from '../simulation/checker.ts';
import { flowWorld } from './world.ts';

const world = flowWorld();
/** A part of what `npm run test:backlog` drains, more than one turn's worth in each room, and milliseconds that it may take. */
const PART = { rooms: 2, messages: 25 };
const PATIENCE = 120_000;

it('what waited goes out whole, once, in the order of each room', {
  timeout: PATIENCE + 60_000,
}, async () => {
  const { admin, desk, stack } = world;
  const places = placesOf(PART);
  const history = saidIn(places, PART);
  for (const { texts } of history) world.saying(texts[0] ?? '');
  await openRooms(admin, desk.control, places);
  await leave(admin, history);
  const app = initializeApp({ projectId: stack.projectId }, 'backlog');
  const took = await drain(app, places, {
    together: PART.rooms,
    patience: PATIENCE,
    sweep: () => runScheduled(stack.urls.functions, 'sweep'),
    signal: new AbortController().signal,
  });
  await deleteApp(app);
  expect(took).toBeDefined();
  const ends = await endsOf(admin, desk, places, 0);
  // What Slack has told besides is others' business.
  const own = [...ends.database.documents].filter(([path]) => !path.startsWith('inbox/'));
  const findings = check({ ...ends, database: { documents: new Map(own) } }, history);
  expect(findings).toEqual({ lost: [], doubled: [], reordered: [], phantom: [] });
  expect(ends.slack.messages).toHaveLength(history.length);
});
