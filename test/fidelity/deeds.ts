import { replyId, slackMessageId } from '#model/message.ts';
import { personPath } from '#model/person.ts';
import { freshId } from '../../scripts/client/person.ts';
import type { Post } from '../../scripts/client/slack-desk.ts';
import {
  type Both,
  fromSlackInRoom,
  goneFromSlack,
  HANA,
  inRoom,
  inSlack,
  partsInSlack,
  replyInSlack,
} from './place.ts';
import { REACTIONS } from './reactions.ts';

/** Something that is done on one side, how the other shows it, and how that is seen. It fails where it is not so. */
export type Deed = {
  readonly from: 'the web' | 'Slack' | 'a reply';
  readonly what: string;
  readonly shown: string;
  readonly see: (both: Both) => Promise<unknown>;
};

const say = async ({ person, place }: Both, text: string, thread?: string): Promise<string> => {
  const id = freshId();
  await person.say(place.room, text, id, thread);
  return id;
};

/** Where somebody's picture is. */
const PICTURE = 'https://example.org/alice.png';

/** Gives the person a picture on their page. */
const picture = ({ person, firestore }: Both, url: string) =>
  firestore.doc(personPath(person.uid)).set({ picture: url }, { merge: true });

const WEB: readonly Omit<Deed, 'from'>[] = [
  {
    what: 'a message',
    shown: 'a post under the person’s name and picture, marked `(web)`, or `(guest)`',
    see: async (both) => {
      await picture(both, PICTURE);
      const isAlice = ({ username = '', icons }: Post): boolean =>
        username.endsWith(' (web)') && icons?.image_48 === PICTURE;
      await inSlack(both, await say(both, 'this is created'), isAlice);
    },
  },
  {
    what: 'an answer in the thread of what was said in Slack',
    shown: 'a post in that thread',
    see: async (both) => {
      const root = await both.desk.say(HANA, both.place.channel, 'a root of Slack’s');
      await fromSlackInRoom(both, root);
      const id = await say(both, 'answers Slack', slackMessageId(both.place.channel, root));
      await inSlack(both, id, ({ thread_ts: thread }) => thread === root);
    },
  },
  {
    what: 'an answer in the thread of a message of the web',
    shown: 'a post in the thread of that message’s post',
    see: async (both) => {
      const asked = await say(both, 'a root of the web’s');
      const { ts: root } = await inSlack(both, asked);
      const id = await say(both, 'answers the web', asked);
      await inSlack(both, id, ({ thread_ts: thread }) => thread === root);
    },
  },
  {
    what: 'an edit',
    shown: 'the same post, changed',
    see: async (both) => {
      const id = await say(both, 'these words beforehand');
      const { ts } = await inSlack(both, id);
      await both.person.reword(both.place.room, id, 2, 'these words afterwards');
      await inSlack(both, id, (post) => post.text === 'these words afterwards' && post.ts === ts);
    },
  },
  {
    what: 'a deletion',
    shown: 'the post is gone',
    see: async (both) => {
      const id = await say(both, 'to be deleted');
      await inSlack(both, id);
      await both.person.withdraw(both.place.room, id, 2);
      await goneFromSlack(both, id);
    },
  },
];

/** Each is nearly all that Slack takes in one post. */
const PARAGRAPHS = ['春', '夏', '秋'].map((letter) => letter.repeat(1_200));
const LONG = PARAGRAPHS.join('\n\n');

const LONG_ONES: readonly Omit<Deed, 'from'>[] = [
  {
    what: 'a message that is too long for one post',
    shown: 'several posts in order, cut between paragraphs if it can be; nothing is left out',
    see: async (both) => partsInSlack(both, await say(both, LONG), PARAGRAPHS),
  },
  {
    what: 'an edit that makes a long message short',
    shown: 'the first post, changed; the others are gone',
    see: async (both) => {
      const id = await say(both, LONG);
      await partsInSlack(both, id, PARAGRAPHS);
      await both.person.reword(both.place.room, id, 2, 'short');
      await partsInSlack(both, id, ['short']);
    },
  },
  {
    what: 'an edit that makes a message too long for one post',
    shown: 'the same post, changed, and what does not fit in posts after it',
    see: async (both) => {
      const id = await say(both, 'short');
      const { ts } = await inSlack(both, id);
      await both.person.reword(both.place.room, id, 2, LONG);
      await partsInSlack(both, id, PARAGRAPHS);
      await inSlack(both, id, (post) => post.ts === ts);
    },
  },
  {
    what: 'a deletion of a long message',
    shown: 'all its posts are gone',
    see: async (both) => {
      const id = await say(both, LONG);
      await partsInSlack(both, id, PARAGRAPHS);
      await both.person.withdraw(both.place.room, id, 2);
      await goneFromSlack(both, id);
    },
  },
];

const SLACK: readonly Omit<Deed, 'from'>[] = [
  {
    what: 'a message',
    shown: 'a message under the display name and picture that the author has in Slack',
    see: async (both) => {
      const ts = await both.desk.say(HANA, both.place.channel, 'this is created');
      const { author } = await fromSlackInRoom(both, ts);
      if ((await both.person.nameOf(author.id)) !== 'Hana') throw new Error('It is under another name.');
    },
  },
  {
    what: 'an edit',
    shown: 'the same message, changed',
    see: async (both) => {
      const ts = await both.desk.say(HANA, both.place.channel, 'these words beforehand');
      await both.desk.edit(HANA, both.place.channel, ts, 'these words afterwards');
      await fromSlackInRoom(
        both,
        ts,
        ({ text, edited }) => text === 'these words afterwards' && edited !== undefined,
      );
    },
  },
  {
    what: 'a deletion',
    shown: 'a deleted message, without its text',
    see: async (both) => {
      const ts = await both.desk.say(HANA, both.place.channel, 'to be deleted');
      await fromSlackInRoom(both, ts);
      await both.desk.remove(HANA, both.place.channel, ts);
      await fromSlackInRoom(both, ts, ({ text, deleted }) => text === '' && deleted !== undefined);
    },
  },
  {
    what: 'a reply in a thread',
    shown: 'a message in the thread of what it answers',
    see: async (both) => {
      const root = await both.desk.say(HANA, both.place.channel, 'a root');
      const ts = await both.desk.say(HANA, both.place.channel, 'in its thread', root);
      const thread = slackMessageId(both.place.channel, root);
      await fromSlackInRoom(both, ts, (message) => message.thread === thread);
    },
  },
  {
    what: 'a reply in the thread of a message of the web',
    shown: 'a message in that message’s thread',
    see: async (both) => {
      const id = await say(both, 'a root in the web');
      const { ts: root } = await inSlack(both, id);
      const ts = await both.desk.say(HANA, both.place.channel, 'answers the web', root);
      await fromSlackInRoom(both, ts, ({ thread }) => thread === id);
    },
  },
  {
    what: 'a reply in a thread that also goes to the channel',
    shown: 'one message, in the thread',
    see: async (both) => {
      const root = await both.desk.say(HANA, both.place.channel, 'another root');
      const ts = await both.desk.say(HANA, both.place.channel, 'to all', root, true);
      await fromSlackInRoom(both, ts, ({ thread }) => thread !== undefined);
    },
  },
  {
    what: 'a deletion of what has replies',
    shown: 'a deleted message, and its replies as they were',
    see: async (both) => {
      const root = await both.desk.say(HANA, both.place.channel, 'a root to be deleted');
      const ts = await both.desk.say(HANA, both.place.channel, 'a reply that stays', root);
      await fromSlackInRoom(both, ts);
      await both.desk.remove(HANA, both.place.channel, root);
      await fromSlackInRoom(both, root, ({ deleted }) => deleted !== undefined);
      await fromSlackInRoom(both, ts, ({ deleted }) => deleted === undefined);
    },
  },
  {
    what: 'a file',
    shown: 'a link to it in Slack, with its name and size',
    see: async (both) => {
      const file = { name: 'plan.pdf', mimetype: 'application/pdf', size: 2_048 };
      const ts = await both.desk.share(HANA, both.place.channel, file, 'the plan');
      await fromSlackInRoom(both, ts, ({ text }) => text.includes('plan.pdf') && text.includes('2'));
    },
  },
  {
    what: 'a post by another app',
    shown: 'a message under the app’s name, which no reply answers',
    see: async (both) => {
      const ts = await both.desk.say('U0DEPLOY', both.place.channel, 'deployed');
      const { author } = await fromSlackInRoom(both, ts);
      if ((await both.person.nameOf(author.id)) !== 'deploy') throw new Error('It is under another name.');
    },
  },
  {
    what: 'a deletion, by who may, of what came from the web',
    shown: 'the message as it was; edited, it does not come back to Slack',
    see: async (both) => {
      const id = await say(both, 'to be taken away');
      const { ts } = await inSlack(both, id);
      const post = `channels/${both.place.channel}/messages/${ts}`;
      await both.desk.control('DELETE', `${post}?user=${HANA}&admin=1`);
      await both.person.reword(both.place.room, id, 2, 'after all');
      await goneFromSlack(both, id);
    },
  },
];

const REPLY: readonly Omit<Deed, 'from'>[] = [
  {
    what: 'an answer to the web',
    shown: 'a post under the name Tsunagi, after what it answers',
    see: async (both) => {
      const id = await say(both, 'anybody?');
      const answer = await replyInSlack(both, id, ({ username }) => username === 'Tsunagi');
      if (Number((await inSlack(both, id)).ts) >= Number(answer.ts)) throw new Error('It comes before.');
    },
  },
  {
    what: 'an answer to what was asked in a thread',
    shown: 'a post in the same thread',
    see: async (both) => {
      const root = await both.desk.say(HANA, both.place.channel, 'a root for all');
      await fromSlackInRoom(both, root);
      const asked = await say(both, 'anybody in here?', slackMessageId(both.place.channel, root));
      await replyInSlack(both, asked, ({ thread_ts: thread }) => thread === root);
    },
  },
  {
    what: 'an answer to Slack',
    shown: 'a message in the web, and a post in Slack',
    see: async (both) => {
      const ts = await both.desk.say(HANA, both.place.channel, 'anybody there?');
      const id = replyId(slackMessageId(both.place.channel, ts));
      await inRoom(both, id);
      await inSlack(both, id);
    },
  },
];

const from = (side: Deed['from'], deeds: readonly Omit<Deed, 'from'>[]): Deed[] =>
  deeds.map((deed) => ({ ...deed, from: side }));

/** All of them, by where they are done. */
export const DEEDS: readonly Deed[] = [
  ...from('the web', [...WEB, ...LONG_ONES]),
  ...from('Slack', SLACK),
  ...from('a reply', REPLY),
  ...REACTIONS,
];
