import { beforeEach } from 'vitest';
import type { Posting } from '../../../../functions/components/reach.ts';
import { type SlackPostPorts, slackPost } from '../../../../functions/components/slack-post.ts';
import type { Effect, Update } from '../../../../functions/model/effect.ts';
import type { Link } from '../../../../functions/model/link.ts';
import type { Message } from '../../../../functions/model/message.ts';
import type { Mirror } from '../../../../functions/model/mirror.ts';
import {
  type Found,
  NOT_CONNECTED,
  SlackError,
  type SlackTrouble,
} from '../../../../functions/slack/port.ts';
import { link, Memory, message } from '../../memory.ts';

/** Slack as a list of what was asked; the next calls can be made to fail. */
export class Channel implements Posting {
  readonly calls: string[] = [];
  readonly posts: (Found & { message: string; text: string; thread?: string | undefined })[] = [];
  /** Which posts are gone from Slack. */
  readonly gone = new Set<string>();
  /** Threads whose root is gone: what is to go into them goes into the channel. */
  readonly closed = new Set<string>();
  readonly looks: unknown[] = [];
  troubles: (SlackTrouble | undefined)[] = [];
  /** The post is stored, but its answer is lost. */
  losesAnswer = false;

  #asked(call: string): void {
    this.calls.push(call);
    const trouble = this.troubles.shift();
    if (trouble) throw new SlackError(trouble);
  }
  async post(
    _: string,
    { text, username }: { text: string; username: string },
    { message, part }: { message: string; part: number },
    thread?: string,
  ) {
    this.#asked(`post ${shortened(text)} by ${username}${thread ? ` in ${thread}` : ''}`);
    const ts = `17000000${10 + this.posts.length}.000100`;
    const within = thread !== undefined && !this.closed.has(thread) ? { thread } : {};
    this.posts.push({ ts, part, message, text, ...within });
    if (this.losesAnswer) throw new SlackError({ kind: 'unknown' });
    return { ts, ...within };
  }
  async update(_: string, ts: string, { text }: { text: string }) {
    this.#asked(`update ${ts} ${shortened(text)}`);
    return !this.gone.has(ts);
  }
  async remove(_: string, ts: string) {
    this.#asked(`remove ${ts}`);
    this.gone.add(ts);
  }
  // Nobody reacts here: settle-reactions.test.ts is about that.
  react = () => Promise.resolve(true);
  unreact = () => Promise.resolve();
  note = () => Promise.resolve();
  /** User groups by their handles. */
  handles = new Map<string, string>();
  async groups() {
    this.#asked('groups');
    return this.handles;
  }
  async find(channel: string, { message }: { message: string }, since: Date, thread?: string) {
    this.#asked(`find ${message}`);
    this.looks.push({ channel, since, thread });
    if (thread !== undefined && this.closed.has(thread))
      throw new SlackError({ kind: 'final', code: 'thread_not_found' });
    return this.posts.filter((one) => one.message === message && !this.gone.has(one.ts));
  }
}

const shortened = (text: string): string => (text.length > 40 ? text.slice(0, 1) : text);

export let memory: Memory;
export let slack: Channel;
let elapsed: number;
/** What an operator was told at once. */
export let alarms: Parameters<SlackPostPorts['alarm']>[];
/** Slack, by workspace: all that is asked of another one is refused. */
export let workspaces: Map<string, Channel>;
/** Which were connected. */
export let connected: string[];
beforeEach(() => {
  memory = new Memory();
  slack = new Channel();
  elapsed = 0;
  alarms = [];
  workspaces = new Map([['T1', slack]]);
  connected = [];
  memory.set('links/lobby', link());
  memory.set('people/alice', { name: 'Alice', guest: false });
});

function inWorkspace(team: string): Channel {
  connected.push(team);
  const there = workspaces.get(team);
  if (there) return there;
  const closed = new Channel();
  closed.troubles = Array.from({ length: 9 }, () => ({ kind: 'configuration', code: NOT_CONNECTED }));
  return closed;
}
/** The lobby's turn. */
export const run = ({ store = memory.reading, slackOf = inWorkspace }: Partial<SlackPostPorts> = {}) =>
  memory.run(
    slackPost({ store, slackOf, elapsed: () => elapsed, alarm: (...alarm) => void alarms.push(alarm) })({
      room: 'lobby',
    }),
  );
/** So many milliseconds go by. */
export const pass = (milliseconds: number): void => {
  elapsed += milliseconds;
};
export const mirrorOf = (id: string) => memory.get<Mirror>(`mirrors/lobby-${id}`);
export const lobby = () => memory.get<Link>('links/lobby');

/** A message that is wanted in Slack. */
export function wanted(id: string, over: Partial<Message> = {}, mark: Partial<Mirror> = {}): void {
  const said = message(over);
  memory.set(`rooms/lobby/messages/${id}`, said);
  memory.set(`mirrors/lobby-${id}`, {
    room: 'lobby',
    message: id,
    at: said.at,
    wanted: said.revision,
    sent: 0,
    state: 'wanted',
    attempts: 0,
    lease: 0,
    ...mark,
  });
}

/** The documents that an effect changes. */
export const changesIn = (effect: Effect): readonly Update[] => {
  if (effect.do === 'together') return effect.updates;
  return effect.do === 'update' ? [effect] : [];
};

/** What was written, request by request: the state of a mirror, or that the room was taken or let go. */
export const requests = (): string[] =>
  memory.effects
    .map(changesIn)
    .filter((changes) => changes.length > 0)
    .map((changes) =>
      changes
        .map(({ path, fields }) => {
          if (path === 'links/lobby') return 'lease' in fields ? 'taken' : 'let go';
          return `${path.slice('mirrors/lobby-'.length)} ${String(fields.state)}`;
        })
        .join(' + '),
    );

/** What a mirror says of a message that Slack has, in so many posts. */
export const inSlack = (...parts: readonly [string, ...string[]]): Partial<Mirror> => ({
  sent: 1,
  team: 'T1',
  channel: 'C0LOBBY',
  ts: parts[0],
  parts: [...parts],
});

/** A text of three posts: of As, of Bs and of Cs; or of as many as it has letters. */
export const long = (letters = 'ABC') => [...letters].map((one) => one.repeat(3_900)).join('\n\n');
