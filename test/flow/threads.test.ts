import { beforeAll, expect, it } from 'vitest';
import type { Member } from '#model/member.ts';
import { memberPath } from '#model/member.ts';
import { messagePath, slackMessageId } from '#model/message.ts';
import { type Room, roomPath } from '#model/room.ts';
import { OPERATOR } from '../../scripts/seed/accounts.ts';
import { flowWorld } from './world.ts';

const world = flowWorld();
const CHANNEL = 'C0RANDOM';
const ROOMS = ['counterA', 'counterB'] as const;
const [A, B] = ROOMS;
const roots: Record<string, string> = {};

/** Two rooms of the support desk, each a thread of one channel. */
beforeAll(async () => {
  await world.desk.channel(CHANNEL, { is_member: true });
  for (const id of ROOMS) {
    const now = new Date();
    const room: Room = {
      name: `Customer ${id}`,
      visibility: 'closed',
      reply: 'off',
      guests: false,
      owners: [OPERATOR],
      created: now,
      changed: now,
    };
    const owner: Member = { person: OPERATOR, role: 'owner', joined: now };
    await world.admin.doc(roomPath(id)).set(room);
    await world.admin.doc(memberPath(id, OPERATOR)).set(owner);
    await world.alice.call('operate', {
      do: 'link',
      room: id,
      team: 'T0TSUNAGI',
      channel: CHANNEL,
      mode: 'thread',
    });
    roots[id] = String((await world.admin.doc(`links/${id}`).get()).get('thread'));
  }
});

it('begins a thread for each room, with its name', async () => {
  const posts = await world.desk.posts(CHANNEL);
  for (const id of ROOMS)
    expect(posts.find(({ ts }) => ts === roots[id])).toMatchObject({
      text: `*Customer ${id}*`,
      username: 'Tsunagi',
    });
});

it('posts what is said in a room into its thread', async () => {
  const { alice, desk } = world;
  for (const id of ROOMS) {
    const said = await alice.say(id, `at ${id} ${Date.now()}`);
    expect(await desk.shows(CHANNEL, said)).toMatchObject({ thread_ts: roots[id] });
  }
});

it('hears what is said in a thread in its room alone, and nothing of the channel', async () => {
  const { admin, desk } = world;
  const aside = await desk.say('U0KEN', CHANNEL, `beside the threads ${Date.now()}`);
  const ts = await desk.say('U0HANA', CHANNEL, `to the customer ${Date.now()}`, roots[A]);
  const message = await world.reaches(messagePath(A, slackMessageId(CHANNEL, ts)), () => true);
  expect(message.thread).toBeUndefined();
  const isThere = async (room: string, which: string) =>
    (await admin.doc(messagePath(room, slackMessageId(CHANNEL, which))).get()).exists;
  const isHeard = async (which: string): Promise<boolean> => {
    const { docs } = await admin.collection('inbox').where('type', '==', 'message').get();
    const told = docs.filter((one) => String(one.get('body')).includes(`"${which}"`));
    return told.length > 0 && told.every((one) => one.get('state') !== 'received');
  };
  await expect
    .poll(async () => (await isHeard(ts)) && (await isHeard(aside)), { timeout: 30_000 })
    .toBe(true);
  expect([await isThere(B, ts), await isThere(A, aside), await isThere(B, aside)]).toEqual([
    false,
    false,
    false,
  ]);

  await desk.remove('U0HANA', CHANNEL, ts);
  await world.reaches(messagePath(A, slackMessageId(CHANNEL, ts)), ({ deleted }) => deleted !== undefined);
});

it('says that a thread is another room’s, or is not there', async () => {
  const link = (thread: string | undefined) =>
    world.alice.call('operate', { do: 'move', room: B, team: 'T0TSUNAGI', channel: CHANNEL, thread });
  await expect(link(roots[A])).rejects.toThrow(`is linked to ${A} already`);
  const answer = await world.desk.say('U0HANA', CHANNEL, `in the thread ${Date.now()}`, roots[A]);
  await expect(link(answer)).rejects.toThrow(`is linked to ${A} already`);
  await expect(link('1600000000.000100')).rejects.toThrow('There is no message 1600000000.000100 in #random');
});

it('posts nothing beside a thread whose root was deleted, says what is wrong, and goes on where it is moved to', async () => {
  const { admin, alice, desk } = world;
  const place = { room: B, team: 'T0TSUNAGI', channel: CHANNEL };
  const root = await desk.say('U0HANA', CHANNEL, `a thread ${Date.now()}`);
  await alice.call('operate', { do: 'move', ...place, thread: root });
  await desk.remove('U0HANA', CHANNEL, root);
  const said = await alice.say(B, `to nobody yet ${Date.now()}`);
  await world.reaches(`links/${B}`, ({ error, lease }) => error === 'thread_not_found' && !lease.held);
  const shows = ({ metadata }: { metadata?: { event_payload?: { message?: string } } }) =>
    metadata?.event_payload?.message === said;
  expect((await desk.posts(CHANNEL)).filter(shows)).toEqual([]);
  expect((await admin.doc(`deadLetters/${B}-${said}`).get()).exists).toBe(false);
  await alice.call('operate', { do: 'move', ...place, thread: roots[B] });
  await alice.call('operate', { do: 'mend', room: B });
  expect(await desk.shows(CHANNEL, said)).toMatchObject({ thread_ts: roots[B] });
  await world.reaches(`mirrors/${B}-${said}`, ({ thread }) => thread === roots[B]);
});

it('pings the channel, who spoke there, and groups, where the room’s owners want it', async () => {
  const { admin, alice, desk } = world;
  await desk.control('PUT', 'usergroups/S0OPS', { handle: 'ops' });
  const text = `@here for @Hana and @ops ${Date.now()}`;
  expect(await desk.shows(CHANNEL, await alice.say(A, text))).toMatchObject({ text });
  await admin.doc(roomPath(A)).update({ pings: true });
  const said = await alice.say(A, `${text} again`);
  const pinged = `${text} again`
    .replace('@here', '<!here>')
    .replace('@Hana', '<@U0HANA>')
    .replace('@ops', '<!subteam^S0OPS>');
  expect(await desk.shows(CHANNEL, said)).toMatchObject({ text: pinged });
});
