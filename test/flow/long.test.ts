import { expect, it } from 'vitest';
import { replyId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { CHANNEL, flowWorld, LOBBY } from './world.ts';

const world = flowWorld();
/** Three bytes a letter: over what Slack takes in one post, under what a person may say at once. */
const paragraph = (letter: string) => letter.repeat(1_200);

const settled = (id: string, revision: number) =>
  world.reaches(mirrorPath(LOBBY, id), ({ state, sent }) => state === 'sent' && sent === revision, 60_000);
const textsOf = async (id: string) =>
  (await world.desk.posts(CHANNEL))
    .filter(({ metadata }) => metadata?.event_payload?.message === id)
    .map(({ text }) => text);

it('shows a long message in Slack in parts, which come and go with its edits', async () => {
  const { alice } = world;
  const [a, b, c] = [paragraph('あ'), paragraph('い'), paragraph('う')];
  const next = `next ${Date.now()}`;
  await world.desk.fail({ method: 'chat.postMessage', times: 1, fault: 'lost_answer' });
  const id = await alice.say(LOBBY, world.saying(`${a}\n\n${b}\n\n${c}`));
  const after = await alice.say(LOBBY, next);
  await settled(id, 1);
  await settled(after, 1);
  expect(await textsOf(id)).toEqual([a, b, c]);
  const texts = (await world.desk.posts(CHANNEL)).map(({ text }) => text);
  expect(texts.slice(texts.indexOf(a)).slice(0, 3)).toEqual([a, b, c]);
  expect(texts.indexOf(next)).toBeGreaterThan(texts.indexOf(c));

  await alice.reword(LOBBY, id, 2, world.saying('short again'));
  await settled(id, 2);
  expect(await textsOf(id)).toEqual(['short again']);
  await alice.reword(LOBBY, id, 3, world.saying(`${b}\n\n${c}`));
  await settled(id, 3);
  expect(await textsOf(id)).toEqual([b, c]);
  await alice.withdraw(LOBBY, id, 4);
  await settled(id, 4);
  expect(await textsOf(id)).toEqual([]);
  await settled(replyId(id), 1);
});
