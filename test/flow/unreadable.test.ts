import { afterAll, expect, it } from 'vitest';
import { deadLetterPath } from '#model/dead-letter.ts';
import { messagePath } from '#model/message.ts';
import { mirrorId, mirrorPath } from '#model/mirror.ts';
import { storeOf } from '../../functions/bindings/store.ts';
import { Unreadable } from '../../functions/components/reading.ts';
import { asComponent } from '../../scripts/bench/clients.ts';
import { freshId } from '../../scripts/client/person.ts';
import { HOST } from '../../scripts/stack/project.ts';
import { flowWorld, LOBBY } from './world.ts';

const world = flowWorld();
const bad = freshId();
const letter = deadLetterPath(mirrorId(LOBBY, bad));
const paths = [messagePath(LOBBY, bad), mirrorPath(LOBBY, bad), letter];
/** Messages of a room that Slack knows nothing of, each second one of which cannot be read. */
const ROOM = `unreadable${bad}`;
const others = Array.from({ length: 5 }, (_, n) => messagePath(ROOM, `m${n}`));
afterAll(async () => {
  for (const path of [...paths, ...others]) await world.admin.doc(path).delete();
});

it('what is not what it should be, as another version may write it, is kept as a dead letter, and the others in the room go on', async () => {
  await world.quiet();
  const at = new Date();
  const said = {
    author: { kind: 'person', id: 'bo' },
    text: world.saying(`unreadable ${bad}`),
    at,
    revision: 1,
  };
  const mark = { room: LOBBY, message: bad, at, wanted: 1, sent: 0, state: 'wanted', attempts: 0, lease: 0 };
  await world.admin.doc(messagePath(LOBBY, bad)).set({ ...said, colour: 'red' });
  await world.admin.doc(mirrorPath(LOBBY, bad)).set(mark);
  const next = await world.alice.say(LOBBY, `beside it ${bad}`);
  await world.reaches(mirrorPath(LOBBY, next), ({ state }) => state === 'sent');
  const kept = await world.reaches(letter, () => true);
  expect(kept).toMatchObject({
    error: 'the message cannot be read',
    state: 'open',
    room: LOBBY,
    message: bad,
  });
});

it('what is not what it should be is left out of lists, which are as long as they were asked to be, and somebody is told, without its text', async () => {
  for (const [n, path] of others.entries())
    await world.admin.doc(path).set({
      author: { kind: 'person', id: 'bo' },
      text: world.saying(`one of many ${bad}`),
      at: new Date(1_000 * (n + 1)),
      revision: 1,
      ...(n % 2 === 1 && { colour: 'red' }),
    });
  const { firestore, leave } = asComponent(
    `${HOST}:${world.stack.ports.firestore}`,
    world.stack.projectId,
    'slackApply',
  );
  const told: string[] = [];
  const store = storeOf(
    (act) => act(firestore),
    ({ message }) => told.push(message),
  );
  try {
    const page = await store.messagesSince(ROOM, new Date(0), 3);
    expect(page.map(({ id }) => id)).toEqual(['m0', 'm2', 'm4']);
    expect(told.map((why) => why.split(' ')[0])).toEqual([others[1], others[3]]);
    expect(told.join()).not.toContain('one of many');
    const last = await store.messagesSince(ROOM, new Date(1_500), 9);
    expect(last.map(({ id }) => id)).toEqual(['m2', 'm4']);
    await expect(store.message(ROOM, 'm1')).rejects.toBeInstanceOf(Unreadable);
  } finally {
    await leave();
  }
});
