import { slackDesk } from '../client/slack-desk.ts';
import { LOBBY_CHANNEL } from '../seed/documents.ts';
import type { Stack } from '../stack/index.ts';
import { type Figures, figuresOf, type Sample, type Tail, tailOf } from './figures.ts';
import { sendSigned } from './signed.ts';

/** Slack's events, answered by functions that are warm, while Slack itself answers nobody. */
export type Answers = Figures & Tail;

export interface Bursts {
  /** Bursts that count, and those before them. */
  readonly bursts: number;
  readonly warmUp: number;
  /** Events that come at once. */
  readonly events: number;
  /** Milliseconds between the last answer to a burst and the next one. */
  readonly breath: number;
  readonly signal: AbortSignal;
}

/** Slack gives up an event that is not answered by then (milliseconds). https://docs.slack.dev/apis/events-api#responding */
const DEADLINE = 3_000;
/** One in so many is for a room, and has Slack asked for a name. */
const FOR_A_ROOM = 10;

/** Times signed events, burst after burst, from the send to the answer. Whatever is asked of Slack meanwhile ends with a 500. */
export async function measureAnswers(
  { secrets, urls }: Pick<Stack, 'secrets' | 'urls'>,
  { bursts, warmUp, events, breath, signal }: Bursts,
): Promise<Answers> {
  const desk = slackDesk(urls.slack);
  const began = Date.now();
  const one = async (nth: number): Promise<Sample> => {
    const place = nth % FOR_A_ROOM === 0 ? { channel: LOBBY_CHANNEL.channel, user: `U0NEW${nth}` } : {};
    const ts = `${Math.floor(began / 1_000)}.${String(nth).padStart(6, '0')}`;
    const sent = performance.now();
    const status = await sendSigned(
      `${urls.functions}/slackReceive`,
      secrets.SLACK_SIGNING_SECRET,
      `BURST${began}x${nth}`,
      { ...place, ts },
    );
    const milliseconds = performance.now() - sent;
    // Slack sends again what it hears nothing good of in time.
    return status === 200 && milliseconds <= DEADLINE ? milliseconds : 'late';
  };
  await desk.fail({ fault: 'http_error', status: 500, times: 'always' });
  const samples: Sample[] = [];
  try {
    for (let burst = 0; burst < warmUp + bursts; burst += 1) {
      signal.throwIfAborted();
      const answered = await Promise.all(
        Array.from({ length: events }, (_, nth) => one(burst * events + nth)),
      );
      if (burst >= warmUp) samples.push(...answered);
      await new Promise((resolve) => setTimeout(resolve, breath));
    }
  } finally {
    await desk.mend();
  }
  return { ...figuresOf(samples), ...tailOf(samples) };
}
