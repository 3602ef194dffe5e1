import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesPath, slackMessageId } from '#model/message.ts';
import { PATIENCE, until } from '../../scripts/client/within.ts';
import { say } from '../../scripts/report.ts';
import { hostile } from '../functions/hostile-requests.ts';
import { Random } from '../simulation/random.ts';
import { ANNEX, ANNEX_CHANNEL, closeAnnex, linkAnnex, openAnnex } from './annex.ts';
import { flowWorld } from './world.ts';

const world = flowWorld();
beforeAll(async () => {
  await openAnnex(world);
  await linkAnnex(world);
});
afterAll(async () => {
  await world.desk.mend();
  await closeAnnex(world);
});

/** As many of each kind as `TSUNAGI_HOSTILE` says, and a part of them in `npm test`. */
const HOSTILE = Number(process.env.TSUNAGI_HOSTILE ?? 150);
/** Milliseconds in which one of them is applied, at most: they are, one after the other. */
const APPLIED = 400;
/** Milliseconds between two looks whether any more was. */
const LOOK = 1_500;
/** Milliseconds in which one is answered, at most. */
const ANSWERED = 100;
const EVENTS = 500;
/** Slack gives up an event that is not answered by then (milliseconds). https://docs.slack.dev/apis/events-api#responding */
const DEADLINE = 3_000;
const MINUTES = 60_000;

/** `isOurs`: the function itself answered. What calls itself JSON and is none, or is too long, the platform refuses before that. */
type Answered = { readonly status: number; readonly ms: number; readonly isOurs: boolean };

async function send(body: Buffer | string, type: string, isSigned: boolean): Promise<Answered> {
  const time = String(Math.floor(Date.now() / 1_000));
  const hash = createHmac('sha256', world.stack.secrets.SLACK_SIGNING_SECRET)
    .update(`v0:${time}:`)
    .update(body);
  const began = performance.now();
  const response = await fetch(`${world.stack.urls.functions}/slackReceive`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': time,
      ...(isSigned && { 'x-slack-signature': `v0=${hash.digest('hex')}` }),
    },
    body,
  });
  await response.arrayBuffer();
  const isOurs = response.headers.get('cache-control') === 'no-store';
  return { status: response.status, ms: performance.now() - began, isOurs };
}

const event = (id: string, over: object) =>
  JSON.stringify({
    type: 'event_callback',
    event_id: id,
    team_id: 'T0TSUNAGI',
    api_app_id: 'A0TSUNAGI',
    event: { type: 'message', channel: 'C0NOBODY', user: 'U0HANA', text: 'hi', ...over },
  });

/** Does all of it, so many at a time. */
async function abreast<Result>(
  count: number,
  at: number,
  act: (nth: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const nth = next;
      next += 1;
      results[nth] = await act(nth);
    }
  };
  await Promise.all(Array.from({ length: at }, work));
  return results;
}

const counted = (answers: readonly Answered[]): Record<number, number> =>
  Object.fromEntries(
    [...new Set(answers.map(({ status }) => status))]
      .sort((a, b) => a - b)
      .map((status) => [status, answers.filter((one) => one.status === status).length]),
  );

describe('requests by somebody who means no good', {
  timeout: 5 * MINUTES + HOSTILE * (ANSWERED + APPLIED),
}, () => {
  it('are never an error of ours when they are signed', async () => {
    const waiting = world.admin.collection('inbox').where('state', '==', 'received').count();
    const random = new Random(3);
    const requests = Array.from({ length: HOSTILE }, (_, nth) => hostile(random, nth));
    const answers = await abreast(HOSTILE, 4, (nth) => {
      const { body, type } = requests[nth] ?? { body: '', type: '' };
      return send(body, type, true);
    });
    say(`hostile, signed: ${JSON.stringify(counted(answers))}`);
    expect(
      Object.keys(counted(answers)).filter((status) => !['200', '400', '401', '413'].includes(status)),
    ).toEqual([]);
    // What is about nothing that is known is left to the sweep; all else is in nobody's way any more.
    let before = HOSTILE;
    await until(HOSTILE * APPLIED, 'what was taken to be dealt with', async () => {
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      const { count } = (await waiting.get()).data();
      const isStill = count === before;
      before = count;
      return isStill || undefined;
    });
  });
  it('are refused when they are not, and leave nothing behind', async () => {
    const { admin, desk } = world;
    const inbox = async () => (await admin.collection('inbox').select().get()).docs.map(({ ref }) => ref);
    const before = new Set((await inbox()).map(({ id }) => id));
    const random = new Random(4);
    const requests = Array.from({ length: HOSTILE }, (_, nth) => hostile(random, nth));
    const answers = await abreast(HOSTILE, 4, (nth) => {
      const { body, type } = requests[nth] ?? { body: '', type: '' };
      return send(body, type, false);
    });
    say(`hostile, unsigned: ${JSON.stringify(counted(answers))}`);
    expect(Object.keys(counted(answers.filter(({ isOurs }) => isOurs)))).toEqual(['401']);
    const refusedBefore = counted(answers.filter(({ isOurs }) => !isOurs));
    expect(Object.keys(refusedBefore).filter((status) => !['400', '413'].includes(status))).toEqual([]);
    // Slack may send again, meanwhile, what functions that just started were too slow for: that is none of these.
    const { events } = (await desk.control('GET', 'events')) as { events: { event_id: string }[] };
    const told = new Set(events.map(({ event_id }) => event_id));
    const left: unknown[] = [];
    for (const ref of (await inbox()).filter(({ id }) => !before.has(id))) {
      const body = JSON.parse(String((await ref.get()).get('body'))) as { event_id?: string };
      if (body.event_id === undefined || !told.has(body.event_id)) left.push(ref.id);
    }
    expect(left).toEqual([]);
  });
});

describe('one gesture of which Slack makes two messages', () => {
  it.each([false, true])('is one message here (both of them in its history: %s)', async (stored) => {
    const { admin, alice, desk } = world;
    const text = world.saying(`Once ${stored} ${Date.now()}`);
    await desk.fail({ fault: 'twin', stored });
    await desk.say('U0HANA', ANNEX_CHANNEL, text);
    await desk.mend();
    const last = world.saying(`And once more ${Date.now()}`);
    await desk.say('U0HANA', ANNEX_CHANNEL, last);
    await alice.sees(ANNEX, 'what was said after it', (seen) => seen.text === last);
    const entries = await admin.collection('inbox').where('type', '==', 'message').get();
    const told = entries.docs.filter((one) => String(one.get('body')).includes(text));
    expect(told.map((one) => one.get('state') as unknown)).toEqual(['applied']);
    const there = await admin.collection(messagesPath(ANNEX)).where('text', '==', text).get();
    expect(there.size).toBe(1);
  });
});

describe('events', { timeout: 5 * MINUTES }, () => {
  it('are answered in time, though Slack itself answers nobody', async () => {
    const { desk } = world;
    await send(event('EvWARM', { ts: '1700000000.000100' }), 'application/json', true);
    await desk.fail({ fault: 'http_error', status: 503, times: 'always' });
    const began = Date.now();
    const answers = await abreast(EVENTS, 2, (nth) =>
      send(
        event(`EvPACED${began}x${nth}`, {
          // One in ten is for a room, and would have Slack asked for a name.
          ...(nth % 10 === 0 && { channel: ANNEX_CHANNEL, user: `U0NEW${nth}` }),
          ts: `${Math.floor(began / 1_000)}.${String(nth).padStart(6, '0')}`,
        }),
        'application/json',
        true,
      ),
    );
    await desk.mend();
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
    const at = (share: number) => Math.round(times[Math.ceil(times.length * share) - 1] ?? Number.NaN);
    say(`answered: ${EVENTS} events, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, the last after ${at(1)} ms`);
    expect(counted(answers)).toEqual({ 200: EVENTS });
    expect(at(1)).toBeLessThan(DEADLINE);
    const { admin } = world;
    await until(PATIENCE, 'the room to hold what was for it', async () =>
      (await admin.collection(messagesPath(ANNEX)).count().get()).data().count >= EVENTS / 10
        ? true
        : undefined,
    );
  });
  it('that come fifty at once are all answered in time, and all there in order', async () => {
    const began = Math.floor(Date.now() / 1_000);
    const stamps = Array.from({ length: 50 }, (_, nth) => `${began}.9${String(nth).padStart(5, '0')}`);
    const answers = await abreast(50, 50, (nth) =>
      send(
        event(`EvBURST${began}x${nth}`, { channel: ANNEX_CHANNEL, ts: stamps[nth] }),
        'application/json',
        true,
      ),
    );
    const last = Math.round(Math.max(...answers.map(({ ms }) => ms)));
    say(`answered: 50 events at once, the last after ${last} ms`);
    expect(counted(answers)).toEqual({ 200: 50 });
    expect(last).toBeLessThan(DEADLINE);
    const expected = stamps.map((ts) => slackMessageId(ANNEX_CHANNEL, ts));
    const order = await until(PATIENCE, 'all fifty', async () => {
      const { docs } = await world.admin.collection(messagesPath(ANNEX)).orderBy('at').get();
      const ids = docs.map(({ id }) => id).filter((id) => expected.includes(id));
      return ids.length === 50 ? ids : undefined;
    });
    expect(order).toEqual(expected);
  });
});
