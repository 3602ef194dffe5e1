import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { LEASE_SECONDS } from '#model/limits.ts';
import { messagePath, replyId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { until } from '../../scripts/client/within.ts';
import { runScheduled } from '../../scripts/stack/schedule.ts';
import { killWorkers } from './workers.ts';
import { CHANNEL, flowWorld, LOBBY } from './world.ts';

const world = flowWorld();

/** Delivers the creation of a message to a trigger once more, as Firestore does when it is in doubt. */
async function deliver(trigger: string, id: string): Promise<void> {
  const { projectId, ports } = world.stack;
  const name = `projects/${projectId}/databases/(default)/documents/${messagePath(LOBBY, id)}`;
  const told = await fetch(`http://127.0.0.1:${ports.firestore}/v1/${name}`, {
    headers: { authorization: 'Bearer owner' },
  });
  const value = (await told.json()) as object;
  const type = trigger === 'mirror' ? 'written' : 'created';
  const response = await fetch(
    `http://127.0.0.1:${ports.functions}/functions/projects/${projectId}/triggers/asia-northeast1-${trigger}-0`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify({
        specversion: '1.0',
        id: `again-${trigger}-${id}`,
        type: `google.cloud.firestore.document.v1.${type}`,
        source: `//firestore.googleapis.com/projects/${projectId}/databases/(default)`,
        subject: `documents/${messagePath(LOBBY, id)}`,
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        project: projectId,
        database: '(default)',
        namespace: '(default)',
        document: messagePath(LOBBY, id),
        params: { room: LOBBY, message: id },
        data: { value, oldValue: {}, updateMask: {} },
      }),
    },
  );
  expect(response.status).toBeLessThan(300);
}

const settledIn = (id: string, patience?: number) =>
  world.reaches(mirrorPath(LOBBY, id), ({ state }) => state === 'sent', patience);
const shown = async (id: string) =>
  (await world.desk.posts(CHANNEL)).filter(({ metadata }) => metadata?.event_payload?.message === id);

describe('an event that comes again', () => {
  it.each(['reply', 'mirror'] as const)('changes nothing: %s', async (trigger) => {
    const id = await world.alice.say(LOBBY, `once for ${trigger} ${Date.now()}`);
    await settledIn(id);
    await settledIn(replyId(id));
    const paths = [messagePath(LOBBY, replyId(id)), mirrorPath(LOBBY, id)];
    const before = await Promise.all(paths.map((path) => world.admin.doc(path).get()));
    await deliver(trigger, id);
    await deliver(trigger, id);
    const after = await Promise.all(paths.map((path) => world.admin.doc(path).get()));
    expect(after.map(({ updateTime }) => updateTime?.toMillis())).toEqual(
      before.map(({ updateTime }) => updateTime?.toMillis()),
    );
    expect(await shown(id)).toHaveLength(1);
  });
  it('is one message when Slack sends it three times', async () => {
    await world.desk.fail({ fault: 'duplicate', type: 'message', times: 1, copies: 2 });
    const text = `thrice ${Date.now()}`;
    await world.desk.say('U0HANA', CHANNEL, text);
    await world.alice.sees(LOBBY, 'the greeting', (message) => message.text === `Hello ${text}`);
    const { docs } = await world.admin.collection(`rooms/${LOBBY}/messages`).where('text', '==', text).get();
    expect(docs).toHaveLength(1);
  });
});

/** Resolves when every message is answered and Slack shows all of them: what is made to fail next then strikes the right call. */
const quiet = () =>
  until(60_000, 'the room to be quiet', async () => {
    const { docs } = await world.admin.collection(`rooms/${LOBBY}/messages`).get();
    const marks = await world.admin.collection('mirrors').where('room', '==', LOBBY).get();
    const sent = new Set(
      marks.docs.filter((one) => one.get('state') === 'sent').map((one) => one.get('message')),
    );
    const ids = new Set(docs.map(({ id }) => id));
    const isDone = (one: (typeof docs)[number]) =>
      (one.get('author.kind') === 'slack' || sent.has(one.id)) &&
      (one.get('author.kind') === 'component' || one.get('deleted') || ids.has(replyId(one.id)));
    return docs.every(isDone) ? true : undefined;
  });

describe('Slack in trouble', () => {
  beforeEach(async () => void (await quiet()));

  it('posts once though the answer to the post was lost', async () => {
    await world.desk.fail({
      method: 'chat.postMessage',
      times: 1,
      fault: 'lost_answer',
    });
    const id = await world.alice.say(LOBBY, `lost answer ${Date.now()}`);
    await settledIn(id, 60_000);
    expect(await shown(id)).toHaveLength(1);
  });
  it('waits as long as Slack says, and then posts in order', async () => {
    await world.desk.fail({
      method: 'chat.postMessage',
      times: 1,
      fault: 'rate_limited',
      retry_after: 2,
    });
    const first = await world.alice.say(LOBBY, `limited ${Date.now()}`);
    const second = await world.alice.say(LOBBY, `behind it ${Date.now()}`);
    await settledIn(second, 60_000);
    const [a, b] = [await shown(first), await shown(second)];
    expect([a.length, b.length]).toEqual([1, 1]);
    expect(Number(a[0]?.ts)).toBeLessThan(Number(b[0]?.ts));
  });
});

describe('a restart', () => {
  beforeEach(async () => void (await quiet()));

  it('between the steps loses and doubles nothing, after one sweep', async () => {
    // Slack takes its time over this post: every worker dies while the answer is on its way.
    await world.desk.fail({
      method: 'chat.postMessage',
      times: 1,
      fault: 'slow',
      ms: 5_000,
    });
    const id = await world.alice.say(LOBBY, `restart ${Date.now()}`);
    await world.reaches(mirrorPath(LOBBY, id), ({ state }) => state === 'sending');
    expect(killWorkers(world.stack.runFolder)).toBeGreaterThan(0);
    const later = await world.alice.say(LOBBY, `after the restart ${Date.now()}`);

    // What was given to a dead worker is lost here, where triggers are not redelivered; the dead worker's lease ends.
    await new Promise((resolve) => setTimeout(resolve, LEASE_SECONDS * 1_000));
    await runScheduled(world.stack.urls.functions, 'sweep');
    const all = [id, replyId(id), later, replyId(later)];
    for (const one of all) await settledIn(one, 60_000);
    const posts = await Promise.all(all.map(shown));
    expect(posts.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    expect(Number(posts[0]?.[0]?.ts)).toBeLessThan(Number(posts[2]?.[0]?.ts));
  }, 240_000);
});

describe('the log', () => {
  it('tells of components and never what was said, nor a secret', () => {
    const log = readFileSync(`${world.stack.runFolder}/emulators.log`, 'utf8');
    expect(log).toContain('asia-northeast1-reply');
    for (const text of [
      'once for',
      'thrice',
      'lost answer',
      'after the restart',
      ...Object.values(world.stack.secrets),
    ]) {
      expect(log.includes(text)).toBe(false);
    }
    expect(COMPONENTS.length).toBeGreaterThan(0);
  });
});
