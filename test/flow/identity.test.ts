import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, getAuth, signInWithCustomToken } from 'firebase/auth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountEmail, COMPONENTS, type ComponentName } from '#model/component.ts';
import { messagePath, replyId, slackMessageId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { until } from '../../scripts/client/within.ts';
import { reloadFunctions } from '../../scripts/stack/emulators.ts';
import { metadataDesk } from '../metadata/client.ts';
import { deliver } from './deliver.ts';
import { processOf } from './workers.ts';
import { CHANNEL, flowWorld, LOBBY } from './world.ts';

const world = flowWorld();
const { urls, projectId } = world.stack;
const platform = metadataDesk(urls.metadata);
const emailOf = (name: ComponentName) => accountEmail(name, projectId);
afterEach(() => platform.heal());

/** What the platform says of a component to whoever this is addressed to. */
async function wordOn(name: ComponentName, audience = urls.identity): Promise<string> {
  const query = new URLSearchParams({ audience, format: 'full' });
  const place = `${urls.metadata}/computeMetadata/v1/instance/service-accounts/${emailOf(name)}/identity`;
  const headers = { 'metadata-flavor': 'Google' };
  return (await fetch(`${place}?${query.toString()}`, { headers })).text();
}

/** Asks identity for a component's token, with a word of Google; resolves with what is answered. */
async function ask(component: ComponentName, word?: string): Promise<{ status: number; body: string }> {
  const headers = word === undefined ? {} : { authorization: `Bearer ${word}` };
  const body = JSON.stringify({ component });
  const response = await fetch(urls.identity, { method: 'POST', headers, body });
  return { status: response.status, body: await response.text() };
}
const refused = { status: 403, body: '' };

describe('identity, over HTTP', () => {
  it.each(COMPONENTS)('lets %s sign in as itself, with its name and nothing else', async (name) => {
    const { status, body } = await ask(name, await wordOn(name));
    expect(status).toBe(200);
    const app = initializeApp({ projectId, apiKey: 'demo' }, `identity-${name}`);
    const auth = getAuth(app);
    connectAuthEmulator(auth, urls.auth, { disableWarnings: true });
    const { user } = await signInWithCustomToken(auth, body);
    const { claims, signInProvider } = await user.getIdTokenResult();
    const usual = ['iss', 'aud', 'auth_time', 'user_id', 'sub', 'iat', 'exp', 'firebase'];
    const own = Object.entries(claims).filter(([claim]) => !usual.includes(claim));
    expect([user.uid, signInProvider, own]).toEqual([`component:${name}`, 'custom', [['component', name]]]);
    await deleteApp(app);
  });
  it.each(COMPONENTS.filter((name) => name !== 'reply'))('refuses reply the name of %s', async (name) => {
    expect(await ask(name, await wordOn('reply'))).toEqual(refused);
  });
  it.each([
    'expired',
    'wrong_audience',
    'unsigned',
    'other_key',
    'foreign_issuer',
    'foreign_project',
    'unverified',
  ])('refuses a word of Google that is %s', async (fault) => {
    await platform.fail({ fault });
    expect(await ask('reply', await wordOn('reply'))).toEqual(refused);
  });
  it('refuses a word that was meant for another function, and whoever has none', async () => {
    const word = await wordOn('reply', `${urls.functions}/slackReceive`);
    expect(await ask('reply', word)).toEqual(refused);
    expect(await ask('reply')).toEqual(refused);
  });
  it('refuses what Firebase Auth says of a person', async () => {
    const response = await fetch(`${urls.auth}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ returnSecureToken: true }),
    });
    const { idToken } = (await response.json()) as { idToken: string };
    expect(await ask('reply', idToken)).toEqual(refused);
  });
});

/** Every worker that is started from here on signs in anew. Those at work end in order. */
const restart = async () => {
  await world.quiet();
  await reloadFunctions(urls.hub);
};
const down = (name: ComponentName) =>
  platform.fail({ fault: 'down', times: 'always', at: 'tokens', account: emailOf(name) });
const askedBy = async (name: ComponentName) =>
  (await platform.calls()).filter(({ account }) => account === emailOf(name)).length;
/** Resolves when this component has asked the platform who it is so many times more. */
async function triesOf(name: ComponentName, times: number): Promise<void> {
  const before = await askedBy(name);
  await expect
    .poll(async () => (await askedBy(name)) - before, { timeout: 60_000, interval: 100 })
    .toBeGreaterThanOrEqual(times);
}
/** Delivers until it is taken, as the platform does. The emulator ends a worker whose work has failed, and may still give it this. */
const delivered = async (name: 'reply' | 'mirror', id: string) =>
  void (await until(30_000, `${name} to take ${id}`, async () => {
    const status = await deliver(world.stack, name, id);
    return status < 300 ? status : undefined;
  }));
const shown = async (id: string) =>
  (await world.desk.posts(CHANNEL)).filter(({ metadata }) => metadata?.event_payload?.message === id);
const isSent = ({ state }: FirebaseFirestore.DocumentData) => state === 'sent';

/** Workers start anew, and time limits run out: that takes its time on a busy machine. */
const PATIENCE = 300_000;

describe('while a component cannot sign in', { timeout: PATIENCE }, () => {
  beforeEach(restart);

  it('the queue keeps its jobs: Slack shows the message late, and once', async () => {
    await down('slackPost');
    const id = await world.alice.say(LOBBY, `while slackPost is nobody ${Date.now()}`);
    await triesOf('slackPost', 2);
    await world.reaches(mirrorPath(LOBBY, id), ({ state }) => state === 'wanted');
    await platform.heal();
    await world.reaches(mirrorPath(LOBBY, id), isSent, 90_000);
    expect(await shown(id)).toHaveLength(1);
  });
  it('Slack sends again: what was said there arrives late, and once', async () => {
    await speed(20);
    await down('slackReceive');
    const text = `while slackReceive is nobody ${Date.now()}`;
    const ts = await world.desk.say('U0HANA', CHANNEL, text);
    await triesOf('slackReceive', 2);
    await platform.heal();
    await world.reaches(messagePath(LOBBY, slackMessageId(CHANNEL, ts)), (one) => one.text === text, 60_000);
    const { docs } = await world.admin.collection(`rooms/${LOBBY}/messages`).where('text', '==', text).get();
    expect(docs).toHaveLength(1);
    await speed(1);
  });
  it.each(['reply', 'mirror'] as const)(
    'a trigger fails, to be delivered again, and then does its work: %s',
    async (name) => {
      await down(name);
      const id = await world.alice.say(LOBBY, `while ${name} is nobody ${Date.now()}`);
      const path = name === 'reply' ? messagePath(LOBBY, replyId(id)) : mirrorPath(LOBBY, id);
      await triesOf(name, 1);
      expect(await deliver(world.stack, name, id)).toBe(500);
      expect((await world.admin.doc(path).get()).exists).toBe(false);
      await platform.heal();
      await delivered(name, id);
      await world.reaches(path, () => true);
      // The reply's own creation was told to a `mirror` that was nobody, too.
      await world.reaches(messagePath(LOBBY, replyId(id)), () => true);
      await delivered('mirror', replyId(id));
      for (const one of [id, replyId(id)]) {
        await world.reaches(mirrorPath(LOBBY, one), isSent);
        expect(await shown(one)).toHaveLength(1);
      }
    },
  );
  it('nobody waits for ever: identity that has stopped is given up, and asked again', async () => {
    const pid = processOf(world.stack.runFolder, 'function-host');
    process.kill(pid, 'SIGSTOP');
    let id: string;
    try {
      id = await world.alice.say(LOBBY, `while identity has stopped ${Date.now()}`);
      for (const name of ['reply', 'mirror'] as const) expect(await deliver(world.stack, name, id)).toBe(500);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    for (const name of ['reply', 'mirror'] as const) await delivered(name, id);
    await delivered('mirror', replyId(id));
    await world.reaches(mirrorPath(LOBBY, id), isSent);
    await world.reaches(mirrorPath(LOBBY, replyId(id)), isSent);
    expect([await shown(id), await shown(replyId(id))].map((posts) => posts.length)).toEqual([1, 1]);
  });
});

/** Divides Slack's waits before it sends again. */
async function speed(by: number): Promise<void> {
  const response = await fetch(`${urls.slack}/control/settings`, {
    method: 'PATCH',
    body: JSON.stringify({ speed: by }),
  });
  expect(response.status).toBe(200);
}

it('nobody has asked the platform for anything but its own identity and the keys', async () => {
  const paths = new Set(
    (await platform.calls()).map(({ path }) => path.replace(/tsunagi-[a-z-]+@/, 'tsunagi-…@')),
  );
  expect([...paths].filter((path) => path !== '/').sort()).toEqual([
    `/computeMetadata/v1/instance/service-accounts/tsunagi-…@${projectId}.iam.gserviceaccount.com/identity`,
    '/oauth2/v3/certs',
  ]);
});
