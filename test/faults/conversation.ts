import { slackMessageId } from '../../functions/model/message.ts';
import { freshId, type Person } from '../../scripts/client/person.ts';
import type { Post, SlackDesk } from '../../scripts/client/slack-desk.ts';
import { EMOJI } from '../simulation/feelings.ts';
import type { Said } from '../simulation/plan.ts';
import type { Random } from '../simulation/random.ts';
import type { Place } from './rooms.ts';
import { twinsOf } from './twins.ts';

/** Who talks: people at browsers and people in Slack. */
export type Talkers = { readonly people: readonly Person[]; readonly desk: SlackDesk };

const SLACK_USERS = ['U0HANA', 'U0KEN'] as const;
/** Words that are the same in markdown and in Slack: what differs between the two has tests of its own. */
const WORDS = ['hello', 'Friday', '金曜日', 'ありがとう', 'the invoice', '👋', 'again'] as const;
/** How much of what is done is a new message, comes from Slack, hangs on a thread, is a reaction, takes one back, is a deletion. */
const SHARES = { said: 0.6, slack: 0.4, thread: 0.25, reaction: 0.5, again: 0.5, deletion: 0.3 };

/** What was said so far in one conversation, and by whom. */
type Own = Said & { readonly by: string };

/** Lets people on both sides say, reword and take back so many things, and react to them, with at most so long between two (milliseconds). */
export async function converse(
  talkers: Talkers,
  places: readonly Place[],
  random: Random,
  { messages, pause }: { readonly messages: number; readonly pause: number },
): Promise<readonly Said[]> {
  const history: Own[] = [];
  while (history.length < messages) {
    const live = history.filter(({ deleted }) => !deleted);
    if (live.length === 0 || random.chance(SHARES.said))
      history.push(await say(talkers, random, random.pick(places), history));
    else await touch(talkers, random, random.pick(live));
    await new Promise((resolve) => setTimeout(resolve, random.under(pause)));
  }
  return history;
}

const words = (random: Random, number: number): string =>
  `${random.pick(WORDS)} ${random.pick(WORDS)} ${number}`;

async function say(
  { people, desk }: Talkers,
  random: Random,
  { room, channel, reply, thread }: Place,
  history: readonly Own[],
): Promise<Own> {
  const text = words(random, history.length);
  const base = { room, channel, answered: reply === 'always', texts: [text], revision: 1, deleted: false };
  // A room that is a thread has none of its own.
  const roots = history.filter((one) => one.room === room && one.thread === undefined && !one.deleted);
  const isAnswer = thread === undefined && roots.length > 0 && random.chance(SHARES.thread);
  const root = isAnswer ? random.pick(roots) : undefined;
  if (random.chance(SHARES.slack)) {
    const user = random.pick(SLACK_USERS);
    const on = root && postOf(await desk.posts(channel), root)?.ts;
    const answers = root && on !== undefined ? messageOf(root) : undefined;
    const id = await desk.say(user, channel, text, thread ?? on);
    return { ...base, from: 'slack', by: user, id, thread: answers };
  }
  const person = random.pick(people);
  const id = freshId();
  const seen = root && (await person.isThere(room, messageOf(root))) ? messageOf(root) : undefined;
  await person.say(room, text, id, seen);
  return { ...base, from: 'web', by: person.uid, id, thread: seen };
}

/** Its id in the web. */
const messageOf = ({ from, channel, id }: Own): string => (from === 'web' ? id : slackMessageId(channel, id));

/** The post that shows it. Of what Slack has twice none: which of the two is meant, nobody could tell. */
const postOf = (posts: readonly Post[], { from, id }: Own): Post | undefined =>
  twinsOf(posts, id).length > 0
    ? undefined
    : posts.find(({ metadata, ts }) =>
        from === 'slack' ? ts === id : metadata?.event_payload?.message === id,
      );

/** Something is done with what was said. What Slack has twice is left alone: which of the two is meant, nobody could tell. */
async function touch(talkers: Talkers, random: Random, said: Own): Promise<void> {
  const posts = await talkers.desk.posts(said.channel);
  if (twinsOf(posts, said.id).length > 0) return;
  if (random.chance(SHARES.reaction)) await react(talkers, random, said, posts);
  else await change(talkers, random, said);
}

/** Somebody who sees it reacts, or takes that back; often at once, since by chance few reactions would be met again. */
async function react(
  { people, desk }: Talkers,
  random: Random,
  said: Own,
  posts: readonly Post[],
): Promise<void> {
  const { room, channel } = said;
  const { emoji, name } = random.pick(EMOJI);
  if (random.chance(SHARES.slack)) {
    const post = postOf(posts, said);
    if (!post) return;
    const there = post.reactions?.find((one) => one.name === name)?.users ?? [];
    const user = random.pick(SLACK_USERS);
    await (there.includes(user) ? desk.unreact : desk.react)(user, channel, post.ts, name);
    if (!there.includes(user) && random.chance(SHARES.again))
      await desk.unreact(user, channel, post.ts, name);
    return;
  }
  const person = random.pick(people);
  const message = messageOf(said);
  if (!(await person.isThere(room, message))) return;
  const isOn = await person.hasReacted(room, message, emoji);
  await person.react(room, message, emoji, !isOn);
  if (!isOn && random.chance(SHARES.again)) await person.react(room, message, emoji, false);
}

async function change({ people, desk }: Talkers, random: Random, said: Own): Promise<void> {
  const isDeletion = random.chance(SHARES.deletion);
  const text = words(random, said.texts.length + 1_000);
  if (said.from === 'slack')
    await (isDeletion
      ? desk.remove(said.by, said.channel, said.id)
      : desk.edit(said.by, said.channel, said.id, text));
  else {
    const author = people.find(({ uid }) => uid === said.by);
    if (!author) throw new Error(`Nobody is ${said.by}.`);
    const revision = said.revision + 1;
    await (isDeletion
      ? author.withdraw(said.room, said.id, revision)
      : author.reword(said.room, said.id, revision, text));
    said.revision = revision;
  }
  if (isDeletion) said.deleted = true;
  else said.texts.push(text);
}
