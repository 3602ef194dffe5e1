import type { Firestore } from 'firebase-admin/firestore';
import type { Message } from '#model/message.ts';
import { messagePath, replyId, slackMessageId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import type { Person } from '../../scripts/client/person.ts';
import type { Post, SlackDesk } from '../../scripts/client/slack-desk.ts';
import { until } from '../../scripts/client/within.ts';
import type { Place } from '../faults/rooms.ts';

/** A room with its channel, seen from both sides by people who talk there and nowhere else. */
export type Both = {
  readonly place: Place;
  readonly person: Person;
  readonly desk: SlackDesk;
  readonly firestore: Firestore;
};

/** Somebody in Slack. */
export const HANA = 'U0HANA';
/** How long the other side may take to show it (milliseconds). */
const PATIENCE = 30_000;

/** The first thing that is there and fits. */
const fitting = <Thing>(
  what: string,
  ask: () => Promise<Thing | undefined>,
  fits: (thing: Thing) => boolean,
): Promise<Thing> =>
  until(PATIENCE, what, async () => {
    const thing = await ask();
    return thing !== undefined && fits(thing) ? thing : undefined;
  });

/** The post that shows a message of the web, once it fits. */
export const inSlack = (
  { desk, place }: Both,
  id: string,
  fits: (post: Post) => boolean = () => true,
): Promise<Post> =>
  fitting(
    `Slack to show ${id} as expected`,
    async () =>
      (await desk.posts(place.channel)).find(({ metadata }) => metadata?.event_payload?.message === id),
    fits,
  );

/** Resolves when Slack shows a message in these posts, in this order, and no others. */
export const partsInSlack = ({ desk, place }: Both, id: string, texts: readonly string[]): Promise<true> =>
  fitting(
    `Slack to show ${id} in ${texts.length} posts`,
    async () => {
      const posts = await desk.posts(place.channel);
      const shown = posts.filter(({ metadata }) => metadata?.event_payload?.message === id);
      return JSON.stringify(shown.map(({ text }) => text)) === JSON.stringify(texts) ? true : undefined;
    },
    () => true,
  );

/** Resolves when what Slack showed of a message is gone from there. */
export const goneFromSlack = (both: Both, id: string): Promise<true> =>
  fitting(
    `${id} to be gone from Slack`,
    async () => {
      const mirror = await both.firestore.doc(mirrorPath(both.place.room, id)).get();
      const posts = await both.desk.posts(both.place.channel);
      const isThere = posts.some(({ metadata }) => metadata?.event_payload?.message === id);
      return mirror.get('state') === 'sent' && !isThere ? true : undefined;
    },
    () => true,
  );

/** The message under this id in the room, once it fits. */
export const inRoom = (
  { firestore, place }: Both,
  id: string,
  fits: (message: Message) => boolean = () => true,
): Promise<Message> =>
  fitting(
    `the room to show ${id} as expected`,
    async () => (await firestore.doc(messagePath(place.room, id)).get()).data() as Message | undefined,
    fits,
  );

/** The message that a post of Slack's becomes, once it fits. */
export const fromSlackInRoom = (
  both: Both,
  ts: string,
  fits: (message: Message) => boolean = () => true,
): Promise<Message> => inRoom(both, slackMessageId(both.place.channel, ts), fits);

/** The reply to a message of the web, as Slack shows it. */
export const replyInSlack = (both: Both, asked: string, fits: (post: Post) => boolean): Promise<Post> =>
  inSlack(both, replyId(asked), fits);
