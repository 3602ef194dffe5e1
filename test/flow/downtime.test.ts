import { afterAll, beforeAll, expect, it } from 'vitest';
import { inboxPath } from '#model/inbox.ts';
import { linkPath } from '#model/link.ts';
import { messagePath, messagesPath, slackMessageId } from '#model/message.ts';
import { reactionPath } from '#model/reaction.ts';
import { until } from '../../scripts/client/within.ts';
import { runScheduled } from '../../scripts/stack/schedule.ts';
import { ANNEX, ANNEX_CHANNEL, closeAnnex, linkAnnex, openAnnex } from './annex.ts';
import { flowWorld } from './world.ts';

const world = flowWorld();
beforeAll(async () => {
  await openAnnex(world);
  await linkAnnex(world);
});
afterAll(async () => {
  await world.desk.mend();
  await closeAnnex(world);
});

const MINUTE = 60_000;
const feeling = (message: string, user: string, emoji: string) =>
  reactionPath(ANNEX, message, `T0TSUNAGI-${user}`, emoji);
const heard = (ts: string) => messagePath(ANNEX, slackMessageId(ANNEX_CHANNEL, ts));

it('is made up for: what Slack said in vain is there in the end, in order, once', async () => {
  const { admin, alice, desk, reaches } = world;
  const before = await desk.say('U0HANA', ANNEX_CHANNEL, `heard ${Date.now()}`);
  const taken = await desk.say('U0HANA', ANNEX_CHANNEL, `to be taken back ${Date.now()}`);
  await reaches(heard(taken), () => true);
  const ours = await alice.say(ANNEX, `said in the web ${Date.now()}`);
  const post = await desk.shows(ANNEX_CHANNEL, ours);
  await desk.react('U0HANA', ANNEX_CHANNEL, before, 'eyes');
  await reaches(feeling(slackMessageId(ANNEX_CHANNEL, before), 'U0HANA', '👀'), ({ on }) => on === true);

  await desk.fail({ fault: 'drop', times: 'always', channel: ANNEX_CHANNEL });
  const said = [];
  for (const n of [1, 2, 3]) said.push(await desk.say('U0HANA', ANNEX_CHANNEL, `in vain ${n}`));
  const reply = await desk.say('U0KEN', ANNEX_CHANNEL, 'a reply in vain', before);
  await desk.edit('U0HANA', ANNEX_CHANNEL, before, 'edited in vain');
  await desk.remove('U0HANA', ANNEX_CHANNEL, taken);
  await desk.unreact('U0HANA', ANNEX_CHANNEL, before, 'eyes');
  await desk.react('U0KEN', ANNEX_CHANNEL, before, 'tada');
  await desk.react('U0KEN', ANNEX_CHANNEL, post.ts, '+1');
  await desk.mend();

  // What is younger than two minutes is left to Slack. So sweep asks for a look, and a second one is asked for as if it were later.
  await admin.doc(linkPath(ANNEX)).update({ heard: new Date(Date.now() - 30 * MINUTE) });
  await runScheduled(world.stack.urls.functions, 'sweep');
  await reaches(linkPath(ANNEX), (link) => link.heard.toDate() > new Date(Date.now() - 5 * MINUTE));
  const { docs } = await admin.collection('inbox').where('type', '==', 'look').get();
  const asked = docs.find(({ id }) => id.startsWith(`look-${ANNEX}-`));
  // What came of it is written after the link says how far the channel was heard.
  const wish = await reaches(inboxPath(asked?.id ?? 'none'), ({ state }) => state === 'applied');
  expect(wish).toMatchObject({ app: 'sweep' });
  const received = new Date(Date.now() + 3 * MINUTE);
  await admin.doc(inboxPath('look-annex-1')).set({ ...wish, state: 'received', received });
  await reaches(inboxPath('look-annex-1'), ({ state }) => state === 'applied');

  await reaches(heard(before), ({ text }) => text === 'edited in vain');
  await reaches(heard(taken), ({ deleted }) => deleted !== undefined);
  await reaches(feeling(slackMessageId(ANNEX_CHANNEL, before), 'U0HANA', '👀'), ({ on }) => on === false);
  await reaches(feeling(slackMessageId(ANNEX_CHANNEL, before), 'U0KEN', '🎉'), ({ on }) => on === true);
  await reaches(feeling(ours, 'U0KEN', '👍'), ({ on }) => on === true);
  expect((await reaches(heard(reply), () => true)).thread).toBe(slackMessageId(ANNEX_CHANNEL, before));
  const order = await until(10_000, 'the room to hold all', async () => {
    const all = await admin.collection(messagesPath(ANNEX)).orderBy('at').get();
    const ids = all.docs.map(({ id }) => id);
    return ids.length >= 6 ? ids : undefined;
  });
  const expected = [before, taken, ...said, reply].map((ts) => slackMessageId(ANNEX_CHANNEL, ts));
  expect(order.filter((id) => expected.includes(id))).toEqual(expected);
});
