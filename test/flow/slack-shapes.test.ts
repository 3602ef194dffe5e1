import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagePath, replyId, slackMessageId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { ANNEX, ANNEX_CHANNEL, closeAnnex, linkAnnex, openAnnex } from './annex.ts';
import { flowWorld } from './world.ts';

const world = flowWorld();
beforeAll(async () => {
  await openAnnex(world, 'always');
  await linkAnnex(world);
});
afterAll(() => closeAnnex(world));

const heard = (ts: string) => messagePath(ANNEX, slackMessageId(ANNEX_CHANNEL, ts));

it('shows a file in Slack as a line with its name, its size and a link', async () => {
  const ts = await world.desk.share('U0HANA', ANNEX_CHANNEL, { name: 'plan.pdf', size: 12_000 }, 'see');
  const { text } = await world.reaches(heard(ts), (fields) => fields.text !== '');
  expect(text).toMatch(/^see\n📎 \[plan\.pdf\]\(http\S+\) \(12 kB\)$/);
});

it('shows what another bot says under its name, and does not answer it', async () => {
  const ts = await world.desk.say('U0DEPLOY', ANNEX_CHANNEL, `deployed ${Date.now()}`);
  const { author } = await world.reaches(heard(ts), () => true);
  expect(author).toEqual({ kind: 'slack', id: 'T0TSUNAGI-B0DEPLOY' });
  expect(await world.alice.nameOf(author.id)).toBe('deploy');
  const after = await world.desk.say('U0HANA', ANNEX_CHANNEL, `and a person ${Date.now()}`);
  await world.reaches(`${heard(after)}-reply`, ({ reply }) => reply.state === 'done');
  const unanswered = messagePath(ANNEX, replyId(slackMessageId(ANNEX_CHANNEL, ts)));
  expect((await world.admin.doc(unanswered).get()).exists).toBe(false);
});

it('empties a thread’s root that is deleted, and keeps what was answered', async () => {
  const { desk, reaches } = world;
  const root = await desk.say('U0HANA', ANNEX_CHANNEL, `root ${Date.now()}`);
  const answer = await desk.say('U0KEN', ANNEX_CHANNEL, `answer ${Date.now()}`, root);
  await reaches(heard(answer), ({ thread }) => thread === slackMessageId(ANNEX_CHANNEL, root));
  await desk.remove('U0HANA', ANNEX_CHANNEL, root);
  const emptied = await reaches(heard(root), ({ deleted }) => deleted !== undefined);
  expect(emptied.text).toBe('');
});

it('leaves in peace what somebody deletes in Slack, and gives nothing up', async () => {
  const { alice, desk, reaches } = world;
  const id = await alice.say(ANNEX, `unwelcome ${Date.now()}`);
  const { ts } = await desk.shows(ANNEX_CHANNEL, id);
  await reaches(mirrorPath(ANNEX, id), ({ state }) => state === 'sent');
  await desk.control('DELETE', `channels/${ANNEX_CHANNEL}/messages/${ts}?user=U0HANA&admin=1`);
  await reaches(mirrorPath(ANNEX, id), ({ gone }) => gone !== undefined);
  await alice.reword(ANNEX, id, 2, world.saying(`reworded ${Date.now()}`));
  await reaches(mirrorPath(ANNEX, id), ({ sent, state }) => state === 'sent' && sent === 2);
  const shown = (await desk.posts(ANNEX_CHANNEL)).some(
    ({ metadata }) => metadata?.event_payload?.message === id,
  );
  expect(shown).toBe(false);
  expect((await world.admin.doc(`deadLetters/${ANNEX}-${id}`).get()).exists).toBe(false);
});

it('knows people by the name that they have now', async () => {
  const { desk, reaches } = world;
  for (const name of ['Ken, anew', '森 健']) {
    await desk.rename('U0KEN', name);
    const page = await reaches('slackPeople/T0TSUNAGI-U0KEN', (fields) => fields.name === name);
    expect(page.name).toBe(name);
  }
});
