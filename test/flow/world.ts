import { initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll } from 'vitest';
import { type Person, signIn } from '../../scripts/client/person.ts';
import { type SlackDesk, slackDesk } from '../../scripts/client/slack-desk.ts';
import { until } from '../../scripts/client/within.ts';
import { ACCOUNTS } from '../../scripts/seed/accounts.ts';
import { LOBBY, LOBBY_CHANNEL } from '../../scripts/seed/documents.ts';
import { type Running, running } from './running.ts';

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
};

/** Alice at her browser, Hana and Ken at Slack, and a look behind the scenes. */
export function flowWorld(): World {
  const stack = running();
  const world = { stack, desk: slackDesk(stack.urls.slack) } as {
    -readonly [Part in keyof World]: World[Part];
  };
  beforeAll(async () => {
    world.alice = await signIn(stack, ACCOUNTS[0]);
    world.admin = getFirestore(initializeApp({ projectId: stack.projectId }, `flow-${Date.now()}`));
    world.reaches = (path, fits, patience = 30_000) =>
      until(patience, `${path} to be as expected`, async () => {
        const fields = (await world.admin.doc(path).get()).data();
        return fields && fits(fields) ? fields : undefined;
      });
  });
  afterAll(() => world.alice.leave());
  return world;
}
