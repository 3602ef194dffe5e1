import { REACTIONS_SHOWN } from '../model/reaction.ts';
import { BOT_REACTIONS_MAX, type ReactionMirror } from '../model/reaction-mirror.ts';
import { shownName } from '../slack/post.ts';
import { nameOf } from '../slack/reaction.ts';
import { reactionLine } from '../slack/reaction-line.ts';
import type { PostPlace } from './reaction-queue.ts';
import type { Reading } from './reading.ts';

/** What Slack should show of the web's reactions: Slack's names of the emoji, and who has reacted. */
export type Feeling = { readonly names: readonly string[]; readonly line: string | undefined };

type Store = Pick<Reading, 'message' | 'person' | 'reactionsOfPeople'>;

/** How the web feels about a message now. Nothing, where it is deleted or Slack does not show it. */
export async function feelingIn(
  store: Store,
  { room, message }: ReactionMirror,
  place: PostPlace | undefined,
): Promise<Feeling> {
  const there = place && (await store.message(room, message));
  if (!there || there.deleted) return { names: [], line: undefined };
  const byEmoji = new Map<string, string[]>();
  for (const { value } of await store.reactionsOfPeople(room, message, REACTIONS_SHOWN))
    byEmoji.set(value.emoji, [...(byEmoji.get(value.emoji) ?? []), value.by.id]);
  // Two of ours may be one in Slack, and some are none.
  const names = new Set([...byEmoji.keys()].flatMap((emoji) => nameOf(emoji) ?? []));
  const line = place.ours ? await lineOf(store, byEmoji) : undefined;
  return { names: [...names].slice(0, BOT_REACTIONS_MAX), line };
}

async function lineOf(
  store: Store,
  byEmoji: ReadonlyMap<string, readonly string[]>,
): Promise<string | undefined> {
  const people = [...new Set([...byEmoji.values()].flat())];
  const names = new Map(
    await Promise.all(people.map(async (uid) => [uid, shownName(await store.person(uid))] as const)),
  );
  return reactionLine(
    [...byEmoji].map(([emoji, uids]) => ({ emoji, names: uids.map((uid) => names.get(uid) ?? '') })),
  );
}
