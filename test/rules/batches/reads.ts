import { messagePath } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { mark, message, ROOM, sceneWith } from '../matrix/scene.ts';
import { batch, type Case, component, set } from '../wire/index.ts';

const said = (nth: number): string => `said${nth}x`.padEnd(20, '0');
/** Each of them reads the message it marks. */
const marks = (count: number): Case => ({
  name: `${count} marks at once`,
  about: 'mirrors',
  as: component('mirror'),
  given: sceneWith(
    Object.fromEntries(
      Array.from({ length: count }, (_, nth) => [messagePath(ROOM, said(nth)), message('mia')]),
    ),
  ),
  ask: batch(
    ...Array.from({ length: count }, (_, nth) =>
      set(mirrorPath(ROOM, said(nth)), mark(ROOM, { message: said(nth) })),
    ),
  ),
  may: count < 20,
});

/** Firestore lets the rules read 20 documents for all writes of a batch. https://firebase.google.com/docs/firestore/security/rules-conditions#access_call_limits */
export const reads: readonly Case[] = [marks(15), marks(25)];
