import type { App } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { getFunctions } from 'firebase-admin/functions';
import * as v from 'valibot';
import { type Control, controlOf } from '../client/slack-control.ts';
import { REGION } from '../stack/project.ts';
import { beside, type Compared, differenceOf, type Figures, figuresOf, type Sample } from './figures.ts';
import { channelsOf, linkRooms, makeChannels, roomOf } from './relay-rooms.ts';
import { lateOrLost, pause } from './sample.ts';

/** `added`: by how much longer the message took than the task that was enqueued with it. */
export type Relay = Compared & { readonly bare: Figures; readonly added: Figures };

export interface RelayRounds {
  readonly rounds: number;
  readonly warmUp: number;
  readonly signal: AbortSignal;
}

/** Milliseconds until a call to Slack is taken for late, and between looks at the stand-in's list of calls. */
const PATIENCE = 15_000;
const LOOK = 100;

/** Milliseconds between two looks of the emulator that has nothing to do: `LISTEN_TIMEOUT` in firebase-tools' tasksEmulator. */
const IDLE = 1_000;
/** What is left of its multiples after the point lies evenly spread, however many there are: https://en.wikipedia.org/wiki/Low-discrepancy_sequence */
const GOLDEN = 0.618;

/**
 * Times from the enqueueing of a job to the call to Slack: of a room's turn, in which one message is due, and of a bare task
 * beside it. Both are enqueued at once, each first in every second round, when there was nothing to do for a while: both wait
 * for the same look of the emulator, which may be about to come as well as just over.
 */
export async function measureRelay(app: App, slackUrl: string, rounds: RelayRounds): Promise<Relay> {
  const count = rounds.warmUp + rounds.rounds;
  const control = controlOf(slackUrl);
  await makeChannels(control, count);
  await linkRooms(getFirestore(app), count);
  const samples: Record<'slackPost' | 'bare', Sample[]> = { slackPost: [], bare: [] };
  for (let round = 0; round < count; round += 1) {
    rounds.signal.throwIfAborted();
    await pause(IDLE * (1 + ((round * GOLDEN) % 1)));
    const queues = round % 2 === 0 ? (['slackPost', 'bare'] as const) : (['bare', 'slackPost'] as const);
    const taken = await Promise.all(
      queues.map(async (queue) => {
        const channel = channelsOf(round)[queue];
        const job = queue === 'bare' ? { channel } : { room: roomOf(round) };
        const began = performance.timeOrigin + performance.now();
        await getFunctions(app).taskQueue(`locations/${REGION}/functions/${queue}`).enqueue(job);
        return { queue, sample: await called(control, channel, began) };
      }),
    );
    if (round >= rounds.warmUp) for (const { queue, sample } of taken) samples[queue].push(sample);
  }
  const bare = figuresOf(samples.bare);
  const added = figuresOf(samples.slackPost.map((sample, nth) => differenceOf(sample, samples.bare[nth])));
  return { ...beside(figuresOf(samples.slackPost), bare), bare, added };
}

const Calls = v.object({ calls: v.array(v.object({ at: v.number() })) });

/** Milliseconds from `began` (since 1970) to the first post in this channel, by the stand-in's own clock: that of this machine. */
async function called(control: Control, channel: string, began: number): Promise<Sample> {
  const look = async () => {
    const answer = await control('GET', `calls?method=chat.postMessage&channel=${channel}`);
    return v.parse(Calls, answer).calls[0]?.at;
  };
  for (const end = performance.now() + PATIENCE; performance.now() < end; ) {
    await pause(LOOK);
    const at = await look();
    if (at !== undefined) return at - began;
  }
  await pause(PATIENCE);
  return lateOrLost((await look()) !== undefined);
}
