import type { Work } from '../model/effect.ts';
import { slackMessageId } from '../model/message.ts';
import type { Mirror } from '../model/mirror.ts';
import { REACTIONS_SHOWN, type Reaction, reactionId } from '../model/reaction.ts';
import { slackPersonId } from '../model/slack-person.ts';
import type { Kept } from '../slack/kept.ts';
import { type Reacted, reactionsIn } from '../slack/reaction.ts';
import { speakerOf } from '../slack/speaker.ts';
import { abreast } from './abreast.ts';
import type { Found, Reading } from './reading.ts';
import { type HearReactionPorts, hearReaction } from './slack-reactions.ts';

export type MissingReactionPorts = HearReactionPorts & {
  readonly store: Pick<Reading, 'message' | 'mirrorAt' | 'reactionsFromSlack'>;
  /** The user that our own bot is in Slack. */
  readonly ownUser: () => Promise<string>;
};

/** Whose reactions are compared, and with what. `told`: when Slack was asked, a Slack timestamp; newer word of a reaction stands. */
export type Feeling = {
  readonly room: string;
  readonly team: string;
  readonly channel: string;
  readonly told: string;
};

/** Reactions that are made up for at once: what is left is there at the next look. */
const WORDS_MAX = 300;

/** A message of the room, and what stands in Slack for it: of ours, perhaps several posts, and not all of them at hand. */
type Shown = { readonly id: string; readonly posts: Kept[]; readonly mirror: Mirror | undefined };

/**
 * Makes up for reactions that Slack shows and has not told, and for those that it told and shows no more, post by post. Returns how
 * many, and the `ts` of the post to go on with, if something is left.
 */
export async function* feelAnew(
  ports: MissingReactionPorts,
  where: Feeling,
  posts: readonly Kept[],
): Work<{ made: number; left: string | undefined }> {
  const shown = await shownBy(ports, where, posts);
  let made = 0;
  for await (const words of abreast(shown, (one) => wordsOf(ports, where, one)))
    for (const word of words) {
      if (made === WORDS_MAX) return { made, left: word.place.ts };
      yield* hearReaction(ports, where.room, word);
      made += 1;
    }
  return { made, left: undefined };
}

/** The messages that the posts show. One of ours that is not on record here, or another room's, shows none. */
async function shownBy(
  { store }: MissingReactionPorts,
  { room, channel }: Feeling,
  posts: readonly Kept[],
): Promise<Shown[]> {
  const all = new Map<string, Shown>();
  const trace = async (post: Kept) => {
    const bot = speakerOf(post, '')?.bot;
    return { post, bot, mirror: bot && (await store.mirrorAt(room, channel, post.ts)) };
  };
  for await (const { post, bot, mirror } of abreast(posts, trace)) {
    if (bot?.isOurs && !mirror) continue;
    const id = mirror?.message ?? slackMessageId(channel, post.ts);
    const shown = all.get(id) ?? { id, posts: [], mirror };
    shown.posts.push(post);
    all.set(id, shown);
  }
  return [...all.values()];
}

/** What the room does not know of the reactions to a message, or no more knows rightly. Nothing where it does not show the message. */
async function wordsOf(ports: MissingReactionPorts, where: Feeling, shown: Shown): Promise<Reacted[]> {
  const known = await ports.store.reactionsFromSlack(where.room, shown.id, REACTIONS_SHOWN);
  // Where there may be more, nobody can tell what is missing.
  if (known.length === REACTIONS_SHOWN) return [];
  const words = [...added(where, shown, known), ...takenBack(where, shown, known)];
  if (words.length === 0) return [];
  const message = await ports.store.message(where.room, shown.id);
  if (!message || message.deleted) return [];
  const own = await ports.ownUser();
  return words.filter(({ user }) => user !== own);
}

function added(where: Feeling, { posts, mirror }: Shown, known: readonly Found<Reaction>[]): Reacted[] {
  const words = new Map<string, Reacted>();
  const ids = new Set(known.map(({ id }) => id));
  for (const post of posts)
    for (const [emoji, { users }] of reactionsIn(post) ?? [])
      for (const user of users) {
        const id = reactionId(slackPersonId(where.team, user), emoji);
        if (!ids.has(id) && !words.has(id))
          words.set(id, word(where, post, mirror, { user, emoji, on: true }));
      }
  return [...words.values()];
}

function takenBack(where: Feeling, { posts, mirror }: Shown, known: readonly Found<Reaction>[]): Reacted[] {
  const [post] = posts;
  // On a part that is not at hand it may still stand.
  if (!post || mirror?.parts?.some((ts) => posts.every((one) => one.ts !== ts))) return [];
  const start = slackPersonId(where.team, '');
  const stands = ({ by, emoji }: Reaction): boolean =>
    posts.some((one) => {
      const seen = reactionsIn(one);
      const who = seen?.get(emoji);
      return seen === undefined || who?.areAll === false || who?.users.has(by.id.slice(start.length));
    });
  return known
    .map(({ value }) => value)
    .filter((one) => one.by.id.startsWith(start) && (one.told ?? '') < where.told && !stands(one))
    .map(({ by, emoji }) => word(where, post, mirror, { user: by.id.slice(start.length), emoji, on: false }));
}

const word = (
  { team, channel, told }: Feeling,
  { ts }: Kept,
  mirror: Mirror | undefined,
  what: Pick<Reacted, 'user' | 'emoji' | 'on'>,
): Reacted => ({
  kind: 'reacted',
  place: { team, channel, ts },
  ...what,
  told,
  ours: mirror !== undefined,
});
