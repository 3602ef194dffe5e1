import { afterAll, expect, it } from 'vitest';
import { deadLetterPath } from '#model/dead-letter.ts';
import { messagePath } from '#model/message.ts';
import { mirrorId, mirrorPath } from '#model/mirror.ts';
import { freshId } from '../../scripts/client/person.ts';
import { flowWorld, LOBBY } from './world.ts';

const world = flowWorld();
const bad = freshId();
const letter = deadLetterPath(mirrorId(LOBBY, bad));
const paths = [messagePath(LOBBY, bad), mirrorPath(LOBBY, bad), letter];
afterAll(async () => {
  for (const path of paths) await world.admin.doc(path).delete();
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
