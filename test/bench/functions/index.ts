/** The components as they are, and beside them what they are measured against: functions with the Admin SDK, without rules. */
import { WebClient } from '@slack/web-api';
import { type App, getApps, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { onDocumentCreated, onDocumentWritten } from 'firebase-functions/firestore';
import { onTaskDispatched } from 'firebase-functions/tasks';
import { run } from '../../../functions/bindings/principal.ts';
import { create, SERVER_TIME, type Work } from '../../../functions/model/effect.ts';
import { slackPersonId, slackPersonPath } from '../../../functions/model/slack-person.ts';
import { REGION as region, slackApiUrl, slackBotToken } from '../../../functions/params.ts';

export * from '../../../functions/index.ts';

const app = (): App => getApps()[0] ?? initializeApp();
const firestore = (): Firestore => getFirestore(app());

const echo = (collection: string) =>
  onDocumentCreated({ document: `${collection}/{id}`, region }, async ({ params, data }) => {
    await firestore()
      .doc(`echoes/${params.id}`)
      .create({ text: `Hello ${String(data?.get('text'))}` });
  });

/** A bare trigger. */
export const alone = echo('alone');

/** The same with another function on its document, which reads one, as `mirror` does where there is no link. */
export const floor = echo('floor');
export const bystander = onDocumentWritten({ document: 'floor/{id}', region }, async () => {
  await firestore().doc('links/none').get();
});

/** A component that writes something under its rules, and nothing else. */
export const component = onDocumentCreated(
  { document: 'component/{id}', region },
  async ({ params: { id }, data }) => {
    const path = slackPersonPath(slackPersonId('T0BENCH', id));
    const name = `Hello ${String(data?.get('text'))}`;
    await run('slackApply', asks(create(path, { name, fetched: SERVER_TIME })), {});
  },
);

async function* asks(effect: ReturnType<typeof create>): Work {
  yield effect;
}

let client: WebClient | undefined;

/** A bare task that makes the call to Slack that `slackPost` makes in the end, with the same client. */
export const bare = onTaskDispatched({ region, secrets: [slackBotToken] }, async ({ data }) => {
  client ??= new WebClient(slackBotToken.value(), { slackApiUrl: slackApiUrl.value() });
  await client.chat.postMessage({ channel: String(data.channel), text: 'bench' });
});
