import type { Link } from '../model/link.ts';
import { isSettled } from '../model/mirror.ts';
import type { ReactionMirror } from '../model/reaction-mirror.ts';
import { shownIn } from './place.ts';
import type { Reading } from './reading.ts';
import { type PostIn, saidIn } from './said-in.ts';

/** A post in Slack. `ours`: our app has made it, so that it can be changed. */
export type PostPlace = PostIn & { readonly ours: boolean };

/** Marks of reactions to settle now, each with the post that they belong to; there is none where Slack does not show the message. */
export type ReactionsDue = readonly {
  readonly mark: ReactionMirror;
  readonly place: PostPlace | undefined;
}[];

/** Marks worked off in one turn. */
const BATCH = 20;

type Store = Pick<Reading, 'message' | 'mirror' | 'reactionMirrorsDue'>;

/** Reads which reactions a room's turn has before it. Those to a message that Slack is still to be shown wait for that. */
export async function readReactionsDue(store: Store, room: string, link: Link): Promise<ReactionsDue> {
  const due: { mark: ReactionMirror; place: PostPlace | undefined }[] = [];
  for (const mark of await store.reactionMirrorsDue(room, BATCH)) {
    const place = await placeOf(store, mark, link);
    if (place !== 'later') due.push({ mark, place });
  }
  return due;
}

async function placeOf(
  store: Store,
  { room, message }: ReactionMirror,
  link: Link,
): Promise<PostPlace | 'later' | undefined> {
  const said = await saidIn(store, room, link, message);
  if (said) return { ...said, ours: false };
  const mirror = await store.mirror(room, message);
  if (!mirror) {
    // Its mark is still to come, unless everything of its time is dealt with: then it is older than the link.
    const at = (await store.message(room, message))?.at;
    return at !== undefined && at > link.settled ? 'later' : undefined;
  }
  const there = shownIn(mirror);
  if (there && mirror.ts !== undefined && mirror.gone === undefined)
    return { team: there.team, channel: there.channel, ts: mirror.ts, ours: true };
  return isSettled(mirror) ? undefined : 'later';
}
