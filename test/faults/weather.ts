import type { SlackDesk } from '../../scripts/client/slack-desk.ts';
import type { Deliveries } from '../../scripts/stack/courier.ts';
import { killWorkers } from '../flow/workers.ts';
import type { Random } from '../simulation/random.ts';
import type { Place } from './rooms.ts';

/** What goes wrong at Slack and on the way from it. Each strikes in one channel, once unless it says more. */
const TROUBLES = [
  { method: 'chat.postMessage', fault: 'lost_answer' },
  { method: 'chat.postMessage', fault: 'lost_call' },
  { method: 'chat.postMessage', fault: 'http_error', status: 500 },
  { method: 'chat.postMessage', fault: 'http_error', status: 503, stored: true },
  { method: 'chat.postMessage', fault: 'slow', ms: 3_000 },
  { method: 'chat.postMessage', fault: 'rate_limited', retry_after: 2 },
  { method: 'chat.update', fault: 'lost_answer' },
  { method: 'chat.update', fault: 'rate_limited', retry_after: 1 },
  { method: 'chat.delete', fault: 'lost_answer' },
  { method: 'conversations.history', fault: 'http_error', status: 500 },
  { type: 'message', fault: 'duplicate', copies: 2, ms: 400 },
  { type: 'message', fault: 'reorder', hold: 3 },
  { type: 'message', fault: 'delay', ms: 4_000 },
  { type: 'message', fault: 'twin', stored: true, times: 2 },
  { method: 'reactions.add', fault: 'lost_answer' },
  { method: 'reactions.add', fault: 'http_error', status: 500 },
  { method: 'reactions.remove', fault: 'lost_answer' },
  { method: 'reactions.remove', fault: 'rate_limited', retry_after: 1 },
  { type: 'reaction_added', fault: 'duplicate', copies: 2, ms: 400 },
  { type: 'reaction_added', fault: 'delay', ms: 2_000 },
  { type: 'reaction_removed', fault: 'delay', ms: 1_000 },
] as const;

/** How many events come twice, how many come late, and how late (milliseconds). */
const ROUGH = { twice: 0.12, late: 0.12, lateness: 8_000 };
/** The longest time between two troubles (milliseconds). */
const BETWEEN = 1_200;

/** Everything that goes wrong, as long as it does. */
export class Weather {
  kills = 0;
  troubles = 0;
  #isRough = false;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Events of the database come twice and late, and so in another order. */
  readonly deliveries: Deliveries = () => {
    if (!this.#isRough) return [0];
    const late = () => 1 + this.#random.under(ROUGH.lateness);
    if (this.#random.chance(ROUGH.twice)) return [0, late()];
    return this.#random.chance(ROUGH.late) ? [late()] : [0];
  };

  /** Rages until told to stop: troubles again and again, and as many sudden deaths of all workers, spread over `time` (milliseconds). Returns how many died. */
  async rage(
    desk: SlackDesk,
    runFolder: string,
    places: readonly Place[],
    { kills, time, until }: { readonly kills: number; readonly time: number; readonly until: AbortSignal },
  ): Promise<number> {
    this.#isRough = true;
    const before = this.kills;
    const moments = Array.from({ length: kills }, () => this.#random.under(time));
    const timers = moments.map((moment) =>
      setTimeout(() => {
        this.kills += killWorkers(runFolder);
      }, moment),
    );
    while (!until.aborted) {
      const trouble = this.#random.pick(TROUBLES);
      const { channel } = this.#random.pick(places);
      const isOfCall = 'method' in trouble && /^(chat|reactions)\./.test(trouble.method);
      await desk.fail(isOfCall || 'type' in trouble ? { ...trouble, channel } : trouble);
      this.troubles += 1;
      await new Promise((resolve) => setTimeout(resolve, this.#random.under(BETWEEN)));
    }
    for (const timer of timers) clearTimeout(timer);
    return this.kills - before;
  }

  /** Nothing goes wrong any more; resolves when all that was held back has come. */
  async calmDown(desk: SlackDesk): Promise<void> {
    this.#isRough = false;
    await desk.mend();
    await new Promise((resolve) => setTimeout(resolve, ROUGH.lateness));
  }
}
