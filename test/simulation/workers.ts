import { work } from '../../functions/bindings/perform.ts';
import type { Reading } from '../../functions/components/reading.ts';
import type { ComponentName } from '../../functions/model/component.ts';
import { type Effect, type Outcome, Refused, type Work } from '../../functions/model/effect.ts';
import type { Bug } from './bug.ts';
import type { Database } from './database.ts';
import type { Random } from './random.ts';
import type { Process, Scheduler } from './scheduler.ts';
import { BOT } from './slack-reactions.ts';
import { HISTORY, type SlackPort, type SlackSide, type Trouble, USERS } from './slack-side.ts';

/** How a piece of work ended: well, refused for good, or so that it has to come again. */
export type Ending = 'done' | 'again';

/** What a worker reads and does, each call at the scheduler's mercy. */
export type Ports = {
  readonly store: Reading;
  readonly slack: SlackPort;
  /** What the worker takes for the time; the server has its own. */
  readonly now: () => Date;
  readonly elapsed: () => number;
};

export type WorkersOptions = {
  readonly scheduler: Scheduler;
  readonly random: Random;
  /** Where workers' clocks differ from the server's by. */
  readonly clocks: Random;
  readonly database: Database;
  readonly slack: SlackSide;
  readonly enqueue: (room: string) => void;
  /** What goes wrong with the next call to Slack. */
  readonly trouble: (random: Random) => Trouble | undefined;
  readonly bug: Bug | undefined;
};

/** Milliseconds by which a worker's clock is wrong at most, either way: what Slack has signed is good for five minutes. */
export const SKEW = 4 * 60_000;

/** Runs components as workers that may die at every call, each with a clock of its own. */
export class Workers {
  readonly #options: WorkersOptions;
  readonly refusals: string[] = [];

  constructor(options: WorkersOptions) {
    this.#options = options;
  }

  /** Lets a component work; `ended` is told how it ended, also when its worker was killed. */
  start<Result>(
    name: ComponentName,
    component: (ports: Ports) => Work<Result>,
    ended: (how: Ending, result?: Result) => void,
  ): void {
    const process: Process = { name, alive: true, killed: () => ended('again') };
    const { scheduler, clocks } = this.#options;
    const skew = clocks.under(2 * SKEW + 1) - SKEW;
    const now = () => new Date(scheduler.now.getTime() + skew);
    work(component(this.#ports(process, now)), (effect) => this.#perform(process, name, effect, now)).then(
      (result) => ended('done', result),
      (error: unknown) => {
        if (error instanceof Refused) this.refusals.push(`${name}: ${error.message}`);
        // Whatever else is thrown brings the work again, as the platform would.
        ended(error instanceof Refused ? 'done' : 'again');
      },
    );
  }

  #perform(process: Process, name: ComponentName, effect: Effect, now: () => Date): Promise<Outcome> {
    const { scheduler, database, enqueue, bug } = this.#options;
    return scheduler.call(process, `${name} ${effect.do}`, () => {
      const act = (): Outcome => {
        if (effect.do !== 'enqueue') return database.perform(name, effect);
        enqueue(String(effect.job.room));
        return 'done';
      };
      return bug?.effect ? bug.effect(name, effect, act, now) : act();
    });
  }

  #ports(process: Process, now: () => Date): Ports {
    const { scheduler, random, database, slack, trouble, bug } = this.#options;
    const reading = bug?.reading ? bug.reading(database.reading) : database.reading;
    const store = Object.fromEntries(
      Object.entries(reading).map(([name, read]) => [
        name,
        async (...asked: unknown[]) =>
          scheduler.call(process, `${process.name} ${name}`, () =>
            (read as (...a: unknown[]) => unknown)(...asked),
          ),
      ]),
    ) as Reading;
    const ask = <Answer>(
      label: string,
      channel: string,
      room: string,
      effect: () => Answer,
    ): Promise<Answer> =>
      scheduler.call(process, `${process.name} ${label}`, () =>
        slack.act(channel, room, trouble(random), effect),
      );
    const roomOf = (ts: string) => slack.messages.find((one) => one.ts === ts)?.origin?.room ?? '';
    const port: SlackPort = {
      post: (channel, post, origin, thread) =>
        ask('slack.post', channel, origin.room, () => slack.post(channel, post, origin, thread)),
      update: (channel, ts, post) =>
        ask('slack.update', channel, roomOf(ts), () => slack.update(channel, ts, post)),
      remove: (channel, ts) => ask('slack.remove', channel, roomOf(ts), () => slack.remove(channel, ts)),
      find: (channel, origin) => ask('slack.find', channel, origin.room, () => slack.find(channel, origin)),
      history: (channel, which) => ask('slack.history', HISTORY, '', () => slack.history(channel, which)),
      react: (channel, ts, name) =>
        ask('slack.react', channel, roomOf(ts), () => slack.reactions.react(channel, ts, name)),
      unreact: (channel, ts, name) =>
        ask('slack.unreact', channel, roomOf(ts), () => slack.reactions.unreact(channel, ts, name)),
      note: (channel, ts, line) =>
        ask('slack.note', channel, roomOf(ts), () => slack.reactions.note(channel, ts, line)),
      workspace: () =>
        ask('slack.workspace', USERS, '', () => ({
          team: 'T0TSUNAGI',
          url: 'https://t0tsunagi.slack.com/',
          bot: 'B0TSUNAGI',
          user: BOT,
          scopes: [],
        })),
      groups: () => ask('slack.groups', USERS, '', () => new Map()),
      channelName: (id) => ask('slack.channelName', USERS, '', () => ({ name: id, isPrivate: true })),
      user: (id) => ask('slack.user', USERS, '', () => ({ name: `Name of ${id}` })),
    };
    return {
      store,
      slack: bug?.slack ? bug.slack(port) : port,
      now,
      elapsed: () => now().getTime(),
    };
  }
}
