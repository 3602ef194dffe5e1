import { describe, expect, it } from 'vitest';
import { slackMessageId } from '#model/message.ts';
import { reactionPath } from '#model/reaction.ts';
import { reactionMirrorPath } from '#model/reaction-mirror.ts';
import type { Post } from '../../scripts/client/slack-desk.ts';
import { PATIENCE, until } from '../../scripts/client/within.ts';
import { CHANNEL, flowWorld, LOBBY } from './world.ts';

const world = flowWorld();
const unique = (text: string) => `${text} ${Date.now()}`;

/** A post, once it fits. */
const posted = (ts: string, what: string, fits: (post: Post) => boolean): Promise<Post> =>
  until(PATIENCE, what, async () => {
    const post = (await world.desk.posts(CHANNEL)).find((one) => one.ts === ts);
    return post && fits(post) ? post : undefined;
  });
const users = ({ reactions = [] }: Post, name: string) =>
  reactions.find((one) => one.name === name)?.users ?? [];

describe('a reaction in the web', () => {
  it('is the bot’s in Slack, with who it was under our post, until it is taken away', async () => {
    const { alice, desk } = world;
    const text = unique('react to this');
    const id = await alice.say(LOBBY, text);
    const { ts } = await desk.shows(CHANNEL, id);
    await alice.react(LOBBY, id, '🎉', true);
    await alice.react(LOBBY, id, '👍🏽', true);
    const post = await posted(ts, 'both reactions', (one) => users(one, '+1::skin-tone-4').length > 0);
    expect(users(post, 'tada')).toEqual(['U0BOT']);
    const line = '🎉 Alice Weber (web) · 👍🏽 Alice Weber (web)';
    expect(
      await posted(ts, 'who it was', ({ attachments }) => attachments?.[0]?.text === line),
    ).toMatchObject({
      text,
    });

    await alice.react(LOBBY, id, '🎉', false);
    await posted(ts, 'one reaction less', (one) => users(one, 'tada').length === 0);
    await alice.react(LOBBY, id, '👍🏽', false);
    const bare = await posted(ts, 'no line', ({ attachments = [] }) => attachments.length === 0);
    expect(bare.reactions ?? []).toEqual([]);
    await world.reaches(reactionMirrorPath(LOBBY, id), ({ state }) => state === 'sent');
  });
  it('to a message of somebody in Slack stands beside theirs', async () => {
    const { alice, desk } = world;
    const ts = await desk.say('U0HANA', CHANNEL, unique('react to that'));
    const id = slackMessageId(CHANNEL, ts);
    await alice.sees(LOBBY, 'the message', (message) => message.id === id);
    await desk.react('U0KEN', CHANNEL, ts, 'eyes');
    await alice.react(LOBBY, id, '👀', true);
    const post = await posted(ts, 'both', (one) => users(one, 'eyes').length === 2);
    expect(users(post, 'eyes')).toEqual(['U0KEN', 'U0BOT']);
    expect(post.attachments ?? []).toEqual([]);
  });
});

describe('a reaction in Slack', () => {
  it('is in the web under whoever reacted, until they take it back', async () => {
    const { alice, desk } = world;
    const id = await alice.say(LOBBY, unique('a question'));
    const { ts } = await desk.shows(CHANNEL, id);
    await desk.react('U0HANA', CHANNEL, ts, 'party_parrot');
    const path = reactionPath(LOBBY, id, 'T0TSUNAGI-U0HANA', ':party_parrot:');
    const there = await world.reaches(path, ({ on }) => on === true);
    expect(there).toMatchObject({ by: { kind: 'slack', id: 'T0TSUNAGI-U0HANA' }, emoji: ':party_parrot:' });
    await expect(alice.nameOf('T0TSUNAGI-U0HANA')).resolves.toBe('Hana');
    await desk.unreact('U0HANA', CHANNEL, ts, 'party_parrot');
    await world.reaches(path, ({ on }) => on === false);
  });
  it('of our own bot is none', async () => {
    const { alice, desk } = world;
    const id = await alice.say(LOBBY, unique('ours'));
    const { ts } = await desk.shows(CHANNEL, id);
    await alice.react(LOBBY, id, '🚀', true);
    await posted(ts, 'the bot’s reaction', (one) => users(one, 'rocket').length === 1);
    // The next one of a person comes after the bot's own.
    await desk.react('U0HANA', CHANNEL, ts, 'rocket');
    await world.reaches(reactionPath(LOBBY, id, 'T0TSUNAGI-U0HANA', '🚀'), ({ on }) => on === true);
    const own = world.admin.doc(reactionPath(LOBBY, id, 'T0TSUNAGI-U0BOT', '🚀'));
    expect((await own.get()).exists).toBe(false);
  });
});
