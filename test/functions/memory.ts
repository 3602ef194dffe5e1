import { work } from '../../functions/bindings/perform.ts';
import type { Reading } from '../../functions/components/reading.ts';
import type { DeadLetter } from '../../functions/model/dead-letter.ts';
import {
  ABSENT,
  type Effect,
  type Fields,
  Refused,
  SERVER_TIME,
  type Work,
} from '../../functions/model/effect.ts';
import type { Posted } from '../../functions/model/event.ts';
import type { InboxEntry } from '../../functions/model/inbox.ts';
import type { Link } from '../../functions/model/link.ts';
import type { LinkGrant } from '../../functions/model/link-grant.ts';
import type { Message } from '../../functions/model/message.ts';
import type { Mirror } from '../../functions/model/mirror.ts';
import type { Pause } from '../../functions/model/pause.ts';
import type { Person } from '../../functions/model/person.ts';
import type { Reaction } from '../../functions/model/reaction.ts';
import type { ReactionMirror } from '../../functions/model/reaction-mirror.ts';
import type { Room } from '../../functions/model/room.ts';
import type { SlackPerson } from '../../functions/model/slack-person.ts';

/** Documents in memory, with creation once and updates by field: what components need of a database, without its rules. */
export class Memory {
  readonly documents = new Map<string, Fields>();
  readonly jobs: Fields[] = [];
  readonly effects: Effect[] = [];
  clock = new Date('2026-01-01T00:00:00Z');
  /** Stands for the rules: whatever it returns true for is refused. */
  refuses: (effect: Effect) => boolean = () => false;

  set(path: string, fields: Fields): void {
    this.documents.set(path, fields);
  }

  get<Document>(path: string): Document | undefined {
    return this.documents.get(path) as Document | undefined;
  }

  /** Lets a component work to its end. */
  run<Result>(job: Work<Result>): Promise<Result> {
    return work(job, async (effect) => {
      this.effects.push(effect);
      if (this.refuses(effect)) throw new Refused(effect);
      if (effect.do === 'enqueue') {
        this.jobs.push(effect.job);
        return 'done';
      }
      if (effect.do === 'together') {
        for (const { path, fields } of effect.updates) this.#update(effect, path, fields);
        return 'done';
      }
      if (effect.do === 'remove') {
        this.documents.delete(effect.path);
        return 'done';
      }
      const there = this.documents.get(effect.path);
      if (effect.do === 'create') {
        if (there) return 'exists';
        this.documents.set(effect.path, this.#written({}, effect.fields));
        return 'done';
      }
      this.#update(effect, effect.path, effect.fields);
      return 'done';
    });
  }

  #update(effect: Effect, path: string, fields: Fields): void {
    const there = this.documents.get(path);
    if (!there) throw new Refused(effect);
    this.documents.set(path, this.#written(there, fields));
  }

  #written(before: Fields, fields: Fields): Fields {
    const after = structuredClone({ ...before }) as Record<string, unknown>;
    for (const [name, value] of Object.entries(fields)) {
      const [top = name, inner] = name.split('.');
      const plain = this.#value(value);
      if (value === ABSENT) delete after[top];
      else if (inner === undefined) after[top] = plain;
      else after[top] = { ...(after[top] as Fields), [inner]: plain };
    }
    return after;
  }

  #value(value: unknown): unknown {
    if (value === SERVER_TIME) return this.clock;
    if (Array.isArray(value)) return value.map((one) => this.#value(one));
    if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#value(inner)]));
    }
    return value;
  }

  #all<Document>(prefix: string): { id: string; value: Document }[] {
    return [...this.documents]
      .filter(([path]) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'))
      .map(([path, value]) => ({ id: path.slice(prefix.length), value: value as Document }));
  }

  readonly reading: Reading = {
    room: async (room) => this.get<Room>(`rooms/${room}`),
    person: async (uid) => this.get<Person>(`people/${uid}`),
    message: async (room, id) => this.get<Message>(`rooms/${room}/messages/${id}`),
    messagesSince: async (room, after, most) =>
      this.#all<Message>(`rooms/${room}/messages/`)
        .filter(({ value }) => value.at > after)
        .sort((a, b) => a.value.at.getTime() - b.value.at.getTime())
        .slice(0, most),
    messagesBefore: async (room, before, most) =>
      this.#all<Message>(`rooms/${room}/messages/`)
        .filter(({ value }) => value.at <= before)
        .sort((a, b) => b.value.at.getTime() - a.value.at.getTime())
        .slice(0, most),
    saidBetween: async (from, to, most) =>
      this.#everywhere()
        .filter(({ message }) => message.at > from && message.at <= to)
        .slice(0, most),
    repliesOpen: async (before, most) =>
      this.#everywhere()
        .filter(({ message: { at, reply } }) => at < before && /wanted|writing/.test(reply?.state ?? ''))
        .slice(0, most),
    reaction: async (room, message, id) =>
      this.get<Reaction>(`rooms/${room}/messages/${message}/reactions/${id}`),
    reactionsOfPeople: async (room, message, most) =>
      this.#all<Reaction>(`rooms/${room}/messages/${message}/reactions/`)
        .filter(({ value }) => value.by.kind === 'person')
        .sort((a, b) => a.value.at.getTime() - b.value.at.getTime())
        .slice(0, most),
    reactionsFromSlack: async (room, message, most) =>
      this.#all<Reaction>(`rooms/${room}/messages/${message}/reactions/`)
        .filter(({ value }) => value.by.kind === 'slack' && value.on)
        .slice(0, most),
    reactionMirror: async (room, message) =>
      this.get<ReactionMirror>(`reactionMirrors/${room}-${message}-reactions`),
    reactionMirrorsDue: async (room, most) =>
      this.#reactionMirrors()
        .filter((mark) => mark.room === room)
        .slice(0, most),
    reactionMirrorsWaiting: async (before, most) =>
      this.#reactionMirrors()
        .filter(({ at }) => at < before)
        .slice(0, most),
    nextReactionMirrorWaiting: async (after) => oldestAfter(after, this.#reactionMirrors()),
    link: async (room) => this.get<Link>(`links/${room}`),
    linkGrant: async (room) => this.get<LinkGrant>(`linkGrants/${room}`),
    linksTo: async (team, channel, mode = 'channel') =>
      this.#all<Link>('links/')
        .filter(({ value }) => value.team === team && value.channel === channel && value.mode === mode)
        .slice(0, 20),
    linksOfThread: async (team, channel, thread) =>
      this.#all<Link>('links/')
        .filter(({ value }) => value.team === team && value.channel === channel && value.thread === thread)
        .slice(0, 20),
    linksUnheard: async (after, before, most) =>
      this.#all<Link>('links/')
        .filter(({ value }) => value.heard > after && value.heard < before)
        .sort((a, b) => a.value.heard.getTime() - b.value.heard.getTime())
        .slice(0, most),
    pause: async (team, channel) => this.get<Pause>(`pauses/${team}-${channel}`),
    mirror: async (room, message) => this.get<Mirror>(`mirrors/${room}-${message}`),
    mirrorsDue: async (room, most) =>
      this.#mirrors(room)
        .filter(({ state }) => state === 'wanted' || state === 'sending')
        .slice(0, most),
    mirrorsWaiting: async (before, most) =>
      this.#mirrors()
        .filter(({ at, state }) => at < before && (state === 'wanted' || state === 'sending'))
        .slice(0, most),
    nextMirrorWaiting: async (after) =>
      oldestAfter(
        after,
        this.#mirrors().filter(({ state }) => state === 'wanted' || state === 'sending'),
      ),
    mirrorsSince: async (room, after, most) =>
      this.#mirrors(room)
        .filter(({ at }) => at > after)
        .slice(0, most),
    mirrorAt: async (room, channel, ts) =>
      this.#mirrors(room).find((mirror) => mirror.channel === channel && mirror.parts?.includes(ts)),
    mirrorPosted: async (team, channel, ts) =>
      this.#mirrors().find(
        (mirror) => mirror.team === team && mirror.channel === channel && mirror.parts?.includes(ts),
      ),
    mirrorInThread: async (team, channel, thread) =>
      this.#mirrors().find(
        (mirror) => mirror.team === team && mirror.channel === channel && mirror.thread === thread,
      ),
    eventsWaiting: async (before, most) =>
      this.#all<InboxEntry>('inbox/')
        .filter(({ value }) => value.state === 'received' && value.received < before)
        .slice(0, most),
    eventsPassedOver: async (most) =>
      this.#all<InboxEntry>('inbox/')
        .filter(({ value }) => value.state === 'ignored' || value.state === 'failed')
        .sort((a, b) => b.value.received.getTime() - a.value.received.getTime())
        .slice(0, most),
    links: async (most, after = '') =>
      this.#all<Link>('links/')
        .filter(({ id }) => id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, most),
    deadLettersOpen: async (most) =>
      this.#all<DeadLetter>('deadLetters/')
        .filter(({ value }) => value.state === 'open')
        .slice(0, most),
    deadLetter: async (job) => this.get<DeadLetter>(`deadLetters/${job}`),
    slackPerson: async (id) => this.get<SlackPerson>(`slackPeople/${id}`),
  };

  #mirrors(room?: string): Mirror[] {
    return this.#all<Mirror>('mirrors/')
      .map(({ value }) => value)
      .filter((mirror) => room === undefined || mirror.room === room)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  #reactionMirrors(): ReactionMirror[] {
    return this.#all<ReactionMirror>('reactionMirrors/')
      .map(({ value }) => value)
      .filter(({ state }) => state === 'wanted' || state === 'sending')
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  #everywhere(): Posted[] {
    return [...this.documents]
      .flatMap(([path, value]) => {
        const [, room, id] = /^rooms\/([^/]+)\/messages\/([^/]+)$/.exec(path) ?? [];
        return room && id ? [{ room, id, message: value as Message }] : [];
      })
      .sort((a, b) => a.message.at.getTime() - b.message.at.getTime());
  }
}

/** Of marks, the oldest first: the first of the next room. */
const oldestAfter = <Mark extends { readonly room: string }>(
  after: string,
  marks: readonly Mark[],
): Mark | undefined => {
  const [room] = marks
    .map((mark) => mark.room)
    .filter((one) => one > after)
    .sort();
  return marks.find((mark) => mark.room === room);
};

export const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));

export const message = (over: Partial<Message> = {}): Message => ({
  author: { kind: 'person', id: 'alice' },
  text: 'hello',
  at: at(1),
  revision: 1,
  ...over,
});

export const room = (over: Partial<Room> = {}): Room => ({
  name: 'Lobby',
  visibility: 'open',
  reply: 'always',
  guests: true,
  owners: ['olga'],
  created: at(0),
  changed: at(0),
  ...over,
});

export const link = (over: Partial<Link> = {}): Link => ({
  team: 'T1',
  channel: 'C0LOBBY',
  mode: 'channel',
  lease: { number: 0, held: false, since: at(0) },
  pause: { since: at(0), seconds: 0 },
  settled: at(0),
  heard: at(0),
  ...over,
});
