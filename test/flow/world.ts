import { initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll } from 'vitest';
import { replyId } from '#model/message.ts';
import { type Person, signIn } from '../../scripts/client/person.ts';
import { type SlackDesk, slackDesk } from '../../scripts/client/slack-desk.ts';
import { PATIENCE, until } from '../../scripts/client/within.ts';
import { ACCOUNTS } from '../../scripts/seed/accounts.ts';
import { LOBBY, LOBBY_CHANNEL } from '../../scripts/seed/documents.ts';
import { type Running, running } from './running.ts';
import { saying } from './said.ts';

export { LOBBY };
export const CHANNEL = LOBBY_CHANNEL.channel;

export type World = {
  readonly stack: Running;
  readonly alice: Person;
  readonly desk: SlackDesk;
  /** All documents, whatever the rules say: to look at what people cannot see. */
  readonly admin: Firestore;
  /** The fields of a document, once they fit. */
  reaches(
    path: string,
    fits: (fields: FirebaseFirestore.DocumentData) => boolean,
    patience?: number,
  ): Promise<FirebaseFirestore.DocumentData>;
  /** Resolves when every message is answered and Slack shows all of them: what is made to fail next then strikes the right call. */
  quiet(): Promise<void>;
  /** Takes down a text that goes out by another way than Alice and Slack's people: no log may show it. Returns it. */
  saying(text: string): string;
};

/** Alice at her browser, Hana and Ken at Slack, and a look behind the scenes. What they say is taken down. */
export function flowWorld(): World {
  const stack = running();
  const take = (text: string) => saying(stack.runFolder, text);
  const desk = slackDesk(stack.urls.slack);
  const world = {
    stack,
    desk: {
      ...desk,
      say: (user, channel, text, thread) => desk.say(user, channel, take(text), thread),
      edit: (user, channel, ts, text) => desk.edit(user, channel, ts, take(text)),
    },
    saying: take,
  } as { -readonly [Part in keyof World]: World[Part] };
  beforeAll(async () => {
    const alice = await signIn(stack, ACCOUNTS[0]);
    world.alice = { ...alice, say: (room, text, id, thread) => alice.say(room, take(text), id, thread) };
    world.admin = getFirestore(initializeApp({ projectId: stack.projectId }, `flow-${Date.now()}`));
    world.reaches = async (path, fits, patience = PATIENCE) => {
      let fields: FirebaseFirestore.DocumentData | undefined;
      try {
        return await until(patience, `${path} to be as expected`, async () => {
          fields = (await world.admin.doc(path).get()).data();
          return fields && fits(fields) ? fields : undefined;
        });
      } catch (error) {
        const found = fields ? `It is ${JSON.stringify(fields)}.` : 'It is not there.';
        throw new Error(`${error instanceof Error ? error.message : 'Failed.'} ${found}`, { cause: error });
      }
    };
    world.quiet = async () =>
      void (await until(PATIENCE, 'the room to be quiet', async () => (await isQuiet(world)) || undefined));
  });
  afterAll(() => world.alice.leave());
  return world;
}

async function isQuiet({ admin }: World): Promise<boolean> {
  const { docs } = await admin.collection(`rooms/${LOBBY}/messages`).get();
  const marks = await admin.collection('mirrors').where('room', '==', LOBBY).get();
  const sent = new Set(
    marks.docs.filter((one) => one.get('state') === 'sent').map((one) => one.get('message')),
  );
  const ids = new Set(docs.map(({ id }) => id));
  return docs.every(
    (one) =>
      (one.get('author.kind') === 'slack' || sent.has(one.id)) &&
      (one.get('author.kind') === 'component' || one.get('deleted') || ids.has(replyId(one.id))),
  );
}
