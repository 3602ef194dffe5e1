import { createHmac } from 'node:crypto';
import { firstOf } from '../../functions/answers/answer.ts';
import { answerCommands } from '../../functions/answers/commands.ts';
import { answerGreeting } from '../../functions/answers/greeting.ts';
import * as component from '../../functions/components/index.ts';
import type { ComponentName } from '../../functions/model/component.ts';
import type { Fields, Work } from '../../functions/model/effect.ts';
import type { Response } from '../../functions/model/event.ts';
import type { InboxEntry } from '../../functions/model/inbox.ts';
import type { Message } from '../../functions/model/message.ts';
import type { Reaction } from '../../functions/model/reaction.ts';
import type { Bug } from './bug.ts';
import { type Change, Database } from './database.ts';
import type { Random } from './random.ts';
import { type Fates, Scheduler } from './scheduler.ts';
import { BOT } from './slack-reactions.ts';
import { type SlackEvent, SlackSide, type Trouble } from './slack-side.ts';
import { type Ports, Workers } from './workers.ts';

export const TEAM = 'T0TSUNAGI';
export const START = new Date('2026-01-01T00:00:00Z');

/** Rooms, each with its channel, or with a thread of one; in one everybody is answered, in the others nobody. */
export const ROOMS: readonly {
  readonly room: string;
  readonly channel: string;
  readonly thread?: string;
  readonly reply: 'always' | 'off';
}[] = [
  { room: 'lobby', channel: 'C0LOBBY', reply: 'always' },
  { room: 'desk', channel: 'C0DESK', reply: 'off' },
  { room: 'booth', channel: 'C0DESK', thread: '1700000000.000100', reply: 'off' },
];
export const PEOPLE = ['alice', 'taro'] as const;

const SECRET = 'a secret of the simulation';
/** Slack sends an event again at once, after a minute, after five (milliseconds). */
const SLACK_RETRIES = [0, 60_000, 300_000];
/** A job's retries as the queue is configured (bindings/on-queue.ts), and a trigger's (milliseconds). */
const JOB_ATTEMPTS = 8;
/** When a trigger comes a second time: soon, or twice more, when what kept events in mind has forgotten them (milliseconds). */
const HOUR = 3_600_000;
const AGAIN = [[50], [5_000], [2 * HOUR, 25 * HOUR]];
const backoff = (attempt: number, most: number): number => Math.min(most, 1_000 * 2 ** attempt);

export type WorldOptions = {
  readonly random: Random;
  readonly clocks: Random;
  readonly fates: Fates;
  readonly trouble: (random: Random) => Trouble | undefined;
  /** The share of events that are delivered twice. */
  readonly doubles: number;
  /** The share of Slack's events that Slack gives up. */
  readonly losses: number;
  readonly bug?: Bug | undefined;
};

/** Everything between the browsers and Slack, in one process: the servers have one clock, and each worker one that is wrong. */
export class World {
  readonly rooms = ROOMS;
  readonly people = PEOPLE.map((uid) => ({ uid, name: uid }));
  readonly scheduler: Scheduler;
  readonly database: Database;
  readonly slack: SlackSide;
  readonly workers: Workers;
  /** Calls that were made while anything could go wrong. */
  callsInTrouble = 0;
  #isCalm = false;
  readonly #options: WorldOptions;
  #events = 0;

  constructor(options: WorldOptions) {
    this.#options = options;
    const { random, bug } = options;
    const fates: Fates = (...asked) => (this.#isCalm ? undefined : options.fates(...asked));
    this.scheduler = new Scheduler(random, fates, START);
    const now = () => this.scheduler.now;
    this.database = new Database(now, (change) => this.#changed(change));
    if (bug?.lenient) this.database.lenient = bug.lenient;
    this.slack = new SlackSide(now, (event) => this.#told(event));
    this.workers = new Workers({
      scheduler: this.scheduler,
      random,
      clocks: options.clocks,
      database: this.database,
      slack: this.slack,
      enqueue: (room) => this.#queue(room),
      trouble: (chance) => (this.#isCalm ? undefined : options.trouble(chance)),
      bug,
    });
    this.#furnish();
  }

  /** From now on nothing dies, sleeps, doubles or goes wrong. */
  calmDown(): void {
    this.#isCalm = true;
    this.callsInTrouble = this.scheduler.calls;
  }

  /** Whether Slack gave events up: what came and went in between may never be heard of. */
  get isDeaf(): boolean {
    return this.#options.losses > 0;
  }

  /** One run of the sweep. */
  sweep(): void {
    this.#begin(
      'sweep',
      ({ store, now }) => component.sweep({ store })({ now: now() }),
      () => undefined,
    );
  }

  #furnish(): void {
    for (const { room, channel, thread, reply } of ROOMS) {
      const times = { created: START, changed: START };
      this.database.given(`rooms/${room}`, {
        name: room,
        visibility: 'open',
        reply,
        guests: true,
        owners: ['alice'],
        ...times,
      });
      this.database.given(`links/${room}`, {
        team: TEAM,
        channel,
        ...(thread === undefined ? { mode: 'channel' } : { mode: 'thread', thread }),
        lease: { number: 0, held: false, since: START },
        pause: { since: START, seconds: 0 },
        settled: START,
        heard: START,
      });
      for (const person of PEOPLE)
        this.database.given(`rooms/${room}/members/${person}`, { person, role: 'member', joined: START });
    }
    for (const person of PEOPLE)
      this.database.given(`people/${person}`, { name: person, guest: false, changed: START });
  }

  #begin<Result>(
    name: ComponentName,
    make: (ports: Ports) => Work<Result>,
    ended: Parameters<typeof this.workers.start<Result>>[2],
  ): void {
    this.workers.start(name, make, ended);
  }

  /** A trigger: delivered at least once, at some time, and again until it ends well. */
  #trigger(name: ComponentName, make: (ports: Ports) => Work): void {
    const { random, doubles, bug } = this.#options;
    const deliver = (attempt: number): void =>
      this.#begin(name, make, (how) => {
        if (how === 'again' && !bug?.forgetsTriggers)
          this.scheduler.after(backoff(attempt, 60_000), () => deliver(attempt + 1));
      });
    this.scheduler.after(random.under(300), () => deliver(0));
    if (!this.#isCalm && random.chance(doubles))
      for (const wait of random.pick(AGAIN)) this.scheduler.after(wait, () => deliver(0));
  }

  /** A job of the room's queue: again after a while until it ends well, and given up in the end. */
  #queue(room: string): void {
    const { random, doubles } = this.#options;
    const attempt = (nth: number): void =>
      this.#begin(
        'slackPost',
        ({ store, slack, elapsed }) =>
          component.slackPost({ store, slackOf: () => slack, elapsed, alarm: () => undefined })({ room }),
        (how) => {
          if (how === 'again' && nth < JOB_ATTEMPTS)
            this.scheduler.after(backoff(nth, 60_000), () => attempt(nth + 1));
        },
      );
    this.scheduler.after(random.under(200), () => attempt(1));
    if (!this.#isCalm && random.chance(doubles)) this.scheduler.after(random.under(2_000), () => attempt(1));
  }

  #changed({ path, before, after }: Change): void {
    this.#reactionChanged(path, after ?? before);
    if (!after) return;
    const [, room, id] = /^rooms\/(\w+)\/messages\/([^/]+)$/.exec(path) ?? [];
    if (room && id) this.#messageChanged(room, id, before, after);
    const [, event] = /^inbox\/([\w-]+)$/.exec(path) ?? [];
    const entry = after as unknown as InboxEntry;
    if (event && entry.state === 'received')
      this.#trigger('slackApply', ({ store, slack }) =>
        component.slackApply({ store, slackOf: () => slack })({ id: event, entry: structuredClone(entry) }),
      );
  }

  #reactionChanged(path: string, fields: Fields | undefined): void {
    const [, room, message] = /^rooms\/(\w+)\/messages\/([^/]+)\/reactions\//.exec(path) ?? [];
    if (!room || !message || !fields) return;
    const reaction = structuredClone(fields) as unknown as Reaction;
    this.#trigger('mirrorReactions', ({ store }) =>
      component.mirrorReactions({ store })({ room, message, reaction }),
    );
  }

  #messageChanged(room: string, id: string, before: Fields | undefined, after: Fields): void {
    const message = structuredClone(after) as unknown as Message;
    this.#trigger('mirror', ({ store }) => component.mirror({ store })({ room, id, message }));
    if (before) return;
    this.#trigger('reply', ({ store }) =>
      component.reply({ answer: firstOf(answerCommands, answerGreeting), rooms: store, messages: store })({
        room,
        id,
        message,
      }),
    );
  }

  /** Slack sends an event until it is answered 200; after its last try it gives up, so that one is not made to fail. */
  #told(event: SlackEvent): void {
    const { bug, random, doubles, losses } = this.#options;
    if (losses > 0 && !this.#isCalm && random.chance(losses)) return;
    this.#events += 1;
    const body = JSON.stringify({
      type: 'event_callback',
      event_id: `Ev${this.#events}`,
      team_id: TEAM,
      api_app_id: 'A0TSUNAGI',
      authorizations: [{ team_id: TEAM, user_id: BOT, is_bot: true }],
      event: bug?.event ? bug.event(event) : event,
    });
    const send = (attempt: number): void =>
      this.#request(body, attempt >= SLACK_RETRIES.length, (answered) => {
        const wait = SLACK_RETRIES[attempt];
        if (!answered && wait !== undefined) this.scheduler.after(wait, () => send(attempt + 1));
      });
    this.scheduler.after(random.under(2_000), () => send(0));
    if (!this.#isCalm && random.chance(doubles))
      for (const wait of [random.under(5_000), 25 * HOUR]) this.scheduler.after(wait, () => send(3));
  }

  #request(body: string, isLast: boolean, answered: (isOk: boolean) => void): void {
    const time = String(Math.floor(this.scheduler.now.getTime() / 1_000));
    const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')}`;
    const { bug } = this.#options;
    this.#begin<Response>(
      'slackReceive',
      ({ now }) =>
        component.slackReceive({
          secrets: () => [SECRET],
          hookTokens: () => [],
          answer: answerGreeting,
          now,
        })({
          method: 'POST',
          headers: { 'x-slack-request-timestamp': time, 'x-slack-signature': signature },
          body: Buffer.from(body),
        }),
      (how, response) => {
        if (bug?.answersFirst) answered(true);
        else if (how === 'done') answered(response?.status === 200);
        // Its last try is answered: an event that Slack gives up is a gap, and not what is looked for here.
        else if (isLast) this.#request(body, true, answered);
        else answered(false);
      },
    );
  }
}
