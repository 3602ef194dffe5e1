import { describe, expect, it } from 'vitest';
import { messagePath, replyId, slackMessageId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { CHANNEL, flowWorld, LOBBY } from './world.ts';

const world = flowWorld();
const unique = (text: string) => `${text} ${Date.now()}`;

describe('a message from the web', () => {
  it('is answered, and both are in Slack in order, under their names', async () => {
    const { alice, desk } = world;
    const text = unique('Hello & <welcome> ようこそ');
    const id = await alice.say(LOBBY, text);
    const reply = await alice.sees(LOBBY, 'the reply', (message) => message.id === replyId(id));
    expect(reply).toMatchObject({
      text: `Hello ${text}`,
      author: { kind: 'component', id: 'reply' },
      reply: { state: 'done' },
    });

    const post = await desk.shows(CHANNEL, id);
    const answer = await desk.shows(CHANNEL, reply.id);
    expect(post).toMatchObject({
      username: 'Alice Weber (web)',
      text: text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'),
    });
    expect(answer.username).toBe('Tsunagi');
    expect(Number(post.ts)).toBeLessThan(Number(answer.ts));
    await world.reaches(mirrorPath(LOBBY, id), ({ state, ts }) => state === 'sent' && ts === post.ts);
    // Slack tells of both posts, which is no news, before it tells of what was said after them.
    const after = await desk.say('U0HANA', CHANNEL, unique('after it'));
    await world.reaches(messagePath(LOBBY, slackMessageId(CHANNEL, after)), () => true);
    const inbox = await world.admin.collection('inbox').get();
    const stored = inbox.docs.filter((one) => JSON.stringify(one.get('body')).includes(post.ts));
    expect(stored.map((one) => one.id)).toEqual([]);
  });
  it('is answered to a command', async () => {
    const id = await world.alice.say(LOBBY, '/help');
    const { text } = await world.alice.sees(LOBBY, 'the help', (message) => message.id === replyId(id));
    expect(text).toContain('/hello');
  });
  it('keeps its order in Slack when many come at once', async () => {
    const { alice, desk } = world;
    const texts = Array.from({ length: 12 }, (_, index) => unique(`burst ${index}`));
    for (const text of texts) await alice.say(LOBBY, text);
    const isBurst = ({ text }: { text: string }) => texts.includes(text);
    const last = texts.at(-1);
    await world.reaches('links/lobby', () => true);
    let posts: string[] = [];
    await expect
      .poll(async () => (posts = (await desk.posts(CHANNEL)).filter(isBurst).map(({ text }) => text)), {
        timeout: 60_000,
        interval: 200,
      })
      .toContain(last);
    expect(posts).toEqual(texts);
  });
});

describe('a message from Slack', () => {
  it('arrives in the web under the name of who said it, and is greeted there and in Slack', async () => {
    const { alice, desk } = world;
    const text = unique('from Slack');
    const ts = await desk.say('U0HANA', CHANNEL, text);
    const id = slackMessageId(CHANNEL, ts);
    const heard = await alice.sees(LOBBY, 'the message', (message) => message.id === id);
    expect(heard).toMatchObject({ text, author: { kind: 'slack', id: 'T0TSUNAGI-U0HANA' } });
    await expect(alice.nameOf(heard.author.id)).resolves.toBe('Hana');
    await alice.sees(
      LOBBY,
      'the greeting',
      (message) => message.id === replyId(id) && message.text === `Hello ${text}`,
    );
    await desk.shows(CHANNEL, replyId(id));
    expect((await desk.posts(CHANNEL)).filter((post) => post.text === text)).toHaveLength(1);
  });
  it('is edited and deleted in the web when it is in Slack', async () => {
    const { desk } = world;
    const ts = await desk.say('U0KEN', CHANNEL, unique('first'));
    const path = messagePath(LOBBY, slackMessageId(CHANNEL, ts));
    await world.reaches(path, () => true);
    const second = unique('second');
    await desk.edit('U0KEN', CHANNEL, ts, second);
    await world.reaches(path, ({ text, edited }) => text === second && edited !== undefined);
    await desk.remove('U0KEN', CHANNEL, ts);
    await world.reaches(path, ({ text, deleted }) => text === '' && deleted !== undefined);
  });
  it('hangs on the thread of the message of the web that it answers', async () => {
    const { alice, desk } = world;
    const root = await alice.say(LOBBY, unique('a question'));
    const { ts } = await desk.shows(CHANNEL, root);
    const answer = await desk.say('U0HANA', CHANNEL, unique('an answer'), ts);
    const heard = await alice.sees(LOBBY, 'the answer', ({ id }) => id === slackMessageId(CHANNEL, answer));
    expect(heard.thread).toBe(root);
    const greeting = await desk.shows(CHANNEL, replyId(heard.id));
    expect(greeting.thread_ts).toBe(ts);
  });
  it('is acknowledged, recorded as ignored and written nowhere where its channel is not linked', async () => {
    const ts = await world.desk.say('U0HANA', 'C0RANDOM', unique('elsewhere'));
    const entry = await (async () => {
      await expect
        .poll(async () => (await inboxOf(ts)).map(({ state }) => state), { timeout: 30_000, interval: 100 })
        .toEqual(['ignored']);
      return (await inboxOf(ts))[0];
    })();
    expect(entry?.reason).toBe('no room is linked to this channel');
    expect((await world.admin.doc(messagePath(LOBBY, slackMessageId('C0RANDOM', ts))).get()).exists).toBe(
      false,
    );
  });
});

const inboxOf = async (ts: string) => {
  const { docs } = await world.admin.collection('inbox').get();
  return docs
    .map((one) => one.data())
    .filter(({ body }) => typeof body === 'string' && body.includes(`"ts":"${ts}"`));
};
