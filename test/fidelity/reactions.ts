import { slackMessageId } from '#model/message.ts';
import { type Reaction, reactionPath } from '#model/reaction.ts';
import { freshId } from '../../scripts/client/person.ts';
import type { Post } from '../../scripts/client/slack-desk.ts';
import { until } from '../../scripts/client/within.ts';
import type { Deed } from './deeds.ts';
import { type Both, fromSlackInRoom, HANA, inSlack } from './place.ts';

const TEAM = 'T0TSUNAGI';
const BOT = 'U0BOT';
/** How long the other side may take to show it (milliseconds). */
const PATIENCE = 30_000;

const has = ({ reactions = [] }: Post, name: string, user = BOT): boolean =>
  reactions.some((one) => one.name === name && one.users.includes(user));
const line = ({ attachments = [] }: Post): string => attachments[0]?.text ?? '';

/** A message of the web that Slack shows, with one's own 🎉. */
async function felt(both: Both): Promise<string> {
  const id = freshId();
  await both.person.say(both.place.room, 'to be reacted to', id);
  await inSlack(both, id);
  await both.person.react(both.place.room, id, '🎉', true);
  await inSlack(both, id, (post) => has(post, 'tada') && /^🎉 .+ \(web\)$/.test(line(post)));
  return id;
}

/** Hana's 👀 to a message of hers, once it is so in the room. */
async function hanas(both: Both, on: boolean, ts: string): Promise<unknown> {
  const who = `${TEAM}-${HANA}`;
  const path = reactionPath(both.place.room, slackMessageId(both.place.channel, ts), who, '👀');
  return until(PATIENCE, `a reaction in the room to be ${on ? 'there' : 'gone'}`, async () => {
    const reaction = (await both.firestore.doc(path).get()).data() as Reaction | undefined;
    return reaction?.on === on || undefined;
  });
}

/** Reactions among what people do. */
export const REACTIONS: readonly Deed[] = [
  {
    from: 'the web',
    what: 'a reaction to a message of the web',
    shown: 'the bot’s reaction, and under the post a line that says whose it is',
    see: felt,
  },
  {
    from: 'the web',
    what: 'a reaction to a message from Slack',
    shown: 'the bot’s reaction',
    see: async (both) => {
      const { desk, person, place } = both;
      const ts = await desk.say(HANA, place.channel, 'to be reacted to');
      await fromSlackInRoom(both, ts);
      await person.react(place.room, slackMessageId(place.channel, ts), '🎉', true);
      await until(PATIENCE, 'the bot to react', async () => {
        const post = (await desk.posts(place.channel)).find((one) => one.ts === ts);
        return (post && has(post, 'tada')) || undefined;
      });
    },
  },
  {
    from: 'the web',
    what: 'a reaction that is taken away by the last who had it',
    shown: 'neither the bot’s reaction nor the line',
    see: async (both) => {
      const id = await felt(both);
      await both.person.react(both.place.room, id, '🎉', false);
      await inSlack(both, id, (post) => !has(post, 'tada') && line(post) === '');
    },
  },
  {
    from: 'Slack',
    what: 'a reaction',
    shown: 'a reaction under the name that its author has in Slack',
    see: async (both) => {
      const ts = await both.desk.say(HANA, both.place.channel, 'to be reacted to');
      await both.desk.react(HANA, both.place.channel, ts, 'eyes');
      await hanas(both, true, ts);
    },
  },
  {
    from: 'Slack',
    what: 'a reaction that is taken back',
    shown: 'no reaction',
    see: async (both) => {
      const ts = await both.desk.say(HANA, both.place.channel, 'to be reacted to');
      await both.desk.react(HANA, both.place.channel, ts, 'eyes');
      await hanas(both, true, ts);
      await both.desk.unreact(HANA, both.place.channel, ts, 'eyes');
      await hanas(both, false, ts);
    },
  },
];
