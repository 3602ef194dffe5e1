import {
  type Found,
  type HistoryPage,
  type Posted as Made,
  type Slack,
  SlackError,
  type Which,
} from '../../functions/slack/port.ts';
import { METADATA_TYPE, type Origin, type Post } from '../../functions/slack/post.ts';
import { BOT, SlackReactions } from './slack-reactions.ts';

/** A message in Slack. Those of the bot carry the origin they show. */
export type Posted = {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  /** Who began the thread. */
  readonly parent?: string;
  readonly user: string | undefined;
  readonly origin: Omit<Origin, 'revision'> | undefined;
  text: string;
  deleted: boolean;
  /** When it was last edited. */
  edited?: string;
};

/** An event of Slack's, as the inside of an envelope. */
export type SlackEvent = { readonly type: string; readonly channel: string } & Record<string, unknown>;

/** Where people are asked for: the binding keeps Slack's wish for a pause there, and not a link. */
export const USERS = 'users';
/** Where histories are asked for, likewise. */
export const HISTORY = 'history';

/** Milliseconds after which every room of a channel knows that one of them was told to wait: by then it is on record. */
const HEARSAY = 5_000;

/** Messages on a page of a history: few, so that there are several. */
const HISTORY_PAGE = 3;

/** What goes wrong with a call: Slack says wait, fails without or with an effect. */
export type Trouble =
  | { readonly kind: 'limited'; readonly seconds: number }
  | { readonly kind: 'fails' }
  | { readonly kind: 'loses the answer' };

/** A workspace: its channels, in the order in which things were posted, and what it tells of them. */
export class SlackSide {
  readonly messages: Posted[] = [];
  /** Posts that were made though Slack had them. */
  readonly twice: string[] = [];
  readonly reactions: SlackReactions;
  /** Calls that were made though Slack had asked to wait. */
  hasty = 0;
  readonly #now: () => Date;
  readonly #tell: (event: SlackEvent) => void;
  #last = 0;
  readonly #waitUntil = new Map<string, number>();
  /** The same, by who was told; and when a channel's wait began. */
  readonly #told = new Map<string, number>();
  readonly #toldFirst = new Map<string, number>();

  constructor(now: () => Date, tell: (event: SlackEvent) => void) {
    this.#now = now;
    this.#tell = tell;
    this.reactions = new SlackReactions(
      (channel, ts) => this.#there(channel, ts),
      () => this.#stamp(),
      tell,
    );
  }

  /** What the bot does in a channel for a room, with what may go wrong. Rooms of one channel tell each other that they have to wait. */
  act<Answer>(channel: string, room: string, trouble: Trouble | undefined, effect: () => Answer): Answer {
    const now = this.#now().getTime();
    const until = this.#waitUntil.get(channel) ?? 0;
    const whose = `${channel} ${room}`;
    if (now < until) {
      // Whose turn it is that reacts to what was said in Slack is not told here.
      const isWatched = channel !== USERS && channel !== HISTORY && room !== '';
      const isToldOf = now > (this.#toldFirst.get(channel) ?? now) + HEARSAY;
      if (isWatched && (isToldOf || now < (this.#told.get(whose) ?? 0))) this.hasty += 1;
      const seconds = Math.ceil((until - now) / 1_000);
      this.#told.set(whose, now + seconds * 1_000);
      throw new SlackError({ kind: 'limited', seconds });
    }
    if (trouble?.kind === 'limited') {
      this.#waitUntil.set(channel, now + trouble.seconds * 1_000);
      this.#toldFirst.set(channel, now);
      this.#told.set(whose, now + trouble.seconds * 1_000);
      throw new SlackError(trouble);
    }
    if (trouble?.kind === 'fails') throw new SlackError({ kind: 'unknown' });
    const answer = effect();
    if (trouble) throw new SlackError({ kind: 'unknown' });
    return answer;
  }

  /** Into the channel, where it should go into a thread whose root is gone. */
  post(channel: string, { text }: Post, { room, message, part }: Origin, asked?: string): Made {
    if (text.trim() === '') throw new SlackError({ kind: 'final', code: 'no_text' });
    const origin = { room, message, part };
    if (this.find(channel, origin).some((one) => one.part === part)) this.twice.push(`${message} (${part})`);
    const root = this.messages.find((one) => one.channel === channel && one.ts === asked);
    const isGone =
      root?.deleted === true && !this.messages.some((one) => one.thread === asked && !one.deleted);
    const thread = isGone ? undefined : asked;
    const said = this.#add({ channel, thread, user: undefined, origin, text });
    this.#tell({ ...seen(said), subtype: 'bot_message', bot_id: 'B0TSUNAGI' });
    return { ts: said.ts, ...(thread !== undefined && { thread }) };
  }

  update(channel: string, ts: string, { text }: Post): boolean {
    const there = this.#there(channel, ts);
    if (there.deleted) return false;
    there.text = text;
    this.#tell({
      type: 'message',
      subtype: 'message_changed',
      channel,
      ts: this.#stamp(),
      message: { ...seen(there), bot_id: 'B0TSUNAGI', user: 'U0BOT', edited: { ts: this.#stamp() } },
    });
    return true;
  }

  remove(channel: string, ts: string): void {
    const there = this.#there(channel, ts);
    there.deleted = true;
    this.#tell({
      type: 'message',
      subtype: 'message_deleted',
      channel,
      ts: this.#stamp(),
      deleted_ts: ts,
      previous_message: { bot_id: 'B0TSUNAGI' },
    });
  }

  find(channel: string, { room, message }: Pick<Origin, 'room' | 'message'>): Found[] {
    return this.messages.flatMap(({ channel: where, deleted, origin, ts }) =>
      where === channel && !deleted && origin?.room === room && origin.message === message
        ? [{ ts, part: origin.part }]
        : [],
    );
  }

  /** Somebody in Slack says something; resolves with its `ts`. */
  say(channel: string, user: string, text: string, on?: string): string {
    // Who answers a reply answers in its thread.
    const thread = this.messages.find((one) => one.channel === channel && one.ts === on)?.thread ?? on;
    const root = this.messages.find((one) => one.channel === channel && one.ts === thread);
    const parent = root && (root.user ?? BOT);
    const said = this.#add({
      channel,
      thread,
      ...(parent !== undefined && { parent }),
      user,
      origin: undefined,
      text,
    });
    this.#tell({ ...seen(said), user });
    return said.ts;
  }

  /** What Slack keeps of a channel, or of one thread, a page at a time. A root that is gone keeps the place of its thread. */
  history(channel: string, { latest = '9', oldest = '', page, thread }: Which): HistoryPage {
    const inside = this.messages.filter(
      (one) => one.channel === channel && one.ts > oldest && one.ts < latest,
    );
    const repliesTo = (ts: string) => this.messages.filter((one) => one.thread === ts && !one.deleted);
    const kept = (one: Posted) => {
      const latest_reply = repliesTo(one.ts).at(-1)?.ts;
      const thread = latest_reply !== undefined && { thread_ts: one.ts, latest_reply };
      if (one.deleted)
        return { ts: one.ts, subtype: 'tombstone', user: 'USLACKBOT', text: 'gone', ...thread };
      const by = one.origin
        ? { bot_id: 'B0TSUNAGI', subtype: 'bot_message', metadata: { event_type: METADATA_TYPE } }
        : { user: one.user };
      const edited = one.edited !== undefined && { edited: { ts: `${one.edited.split('.')[0]}.000000` } };
      return { ...seen(one), ...by, ...thread, ...edited, ...this.reactions.shown(channel, one.ts) };
    };
    const isThere = (one: Posted) => !one.deleted || repliesTo(one.ts).length > 0;
    const all =
      thread === undefined
        ? inside.filter((one) => one.thread === undefined && isThere(one)).toReversed()
        : inside.filter((one) => one.thread === thread && !one.deleted);
    const from = Number(page ?? 0);
    const next = from + HISTORY_PAGE < all.length ? String(from + HISTORY_PAGE) : undefined;
    return { messages: all.slice(from, from + HISTORY_PAGE).map(kept), next, isLimited: false };
  }

  reword(channel: string, ts: string, text: string): void {
    const there = this.#there(channel, ts);
    there.text = text;
    const event_ts = this.#stamp();
    there.edited = event_ts;
    const message = { ...seen(there), user: there.user, edited: { user: there.user, ts: event_ts } };
    this.#tell({ type: 'message', subtype: 'message_changed', channel, ts: event_ts, event_ts, message });
  }

  withdraw(channel: string, ts: string): void {
    const there = this.#there(channel, ts);
    there.deleted = true;
    there.text = '';
    const event_ts = this.#stamp();
    const { thread_ts, parent_user_id } = seen(there);
    const previous_message = {
      user: there.user,
      ...(thread_ts !== undefined && { thread_ts }),
      ...(parent_user_id !== undefined && { parent_user_id }),
    };
    if (this.messages.some((one) => one.thread === ts && !one.deleted)) {
      const message = { ts, thread_ts: ts, subtype: 'tombstone', user: 'USLACKBOT', text: 'gone' };
      const change = {
        subtype: 'message_changed',
        channel,
        ts: event_ts,
        event_ts,
        message,
        previous_message,
      };
      this.#tell({ type: 'message', ...change });
      return;
    }
    this.#tell({
      type: 'message',
      subtype: 'message_deleted',
      channel,
      ts: event_ts,
      event_ts,
      deleted_ts: ts,
      previous_message,
    });
  }

  #add(said: Omit<Posted, 'ts' | 'deleted'>): Posted {
    const message = { ...said, ts: this.#stamp(), deleted: false };
    this.messages.push(message);
    return message;
  }

  #there(channel: string, ts: string): Posted {
    const there = this.messages.find((one) => one.channel === channel && one.ts === ts);
    if (!there) throw new SlackError({ kind: 'final', code: 'message_not_found' });
    return there;
  }

  /** Slack's ids of messages rise, and no two are the same. */
  #stamp(): string {
    this.#last = Math.max(this.#last + 1, this.#now().getTime() * 1_000);
    return `${Math.floor(this.#last / 1_000_000)}.${String(this.#last % 1_000_000).padStart(6, '0')}`;
  }
}

const seen = ({ channel, ts, text, thread, parent }: Posted) => ({
  type: 'message' as const,
  channel,
  ts,
  text,
  ...(thread !== undefined && { thread_ts: thread }),
  ...(parent !== undefined && { parent_user_id: parent }),
});

/** What components ask of Slack. */
export type SlackPort = Pick<
  Slack,
  | 'channelName'
  | 'find'
  | 'groups'
  | 'history'
  | 'note'
  | 'post'
  | 'react'
  | 'remove'
  | 'unreact'
  | 'update'
  | 'user'
  | 'workspace'
>;
