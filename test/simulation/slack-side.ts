import { type Found, type Slack, SlackError } from '../../functions/slack/port.ts';
import type { Origin, Post } from '../../functions/slack/post.ts';

/** A message in Slack. Those of the bot carry the origin they show. */
export type Posted = {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  readonly user: string | undefined;
  readonly origin: Omit<Origin, 'revision'> | undefined;
  text: string;
  deleted: boolean;
};

/** An event of Slack's, as the inside of an envelope. */
export type SlackEvent = { readonly type: 'message'; readonly channel: string } & Record<string, unknown>;

/** Where people are asked for: the binding keeps Slack's wish for a pause there, and not a link. */
export const USERS = 'users';

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
  /** Calls that were made though Slack had asked to wait. */
  hasty = 0;
  readonly #now: () => Date;
  readonly #tell: (event: SlackEvent) => void;
  #last = 0;
  readonly #waitUntil = new Map<string, number>();

  constructor(now: () => Date, tell: (event: SlackEvent) => void) {
    this.#now = now;
    this.#tell = tell;
  }

  /** What the bot does in a channel, with what may go wrong. */
  act<Answer>(channel: string, trouble: Trouble | undefined, effect: () => Answer): Answer {
    const now = this.#now().getTime();
    if (now < (this.#waitUntil.get(channel) ?? 0)) {
      if (channel !== USERS) this.hasty += 1;
      throw new SlackError({ kind: 'limited', seconds: 1 });
    }
    if (trouble?.kind === 'limited') {
      this.#waitUntil.set(channel, now + trouble.seconds * 1_000);
      throw new SlackError(trouble);
    }
    if (trouble?.kind === 'fails') throw new SlackError({ kind: 'unknown' });
    const answer = effect();
    if (trouble) throw new SlackError({ kind: 'unknown' });
    return answer;
  }

  post(channel: string, { text }: Post, { room, message, part }: Origin, thread?: string): { ts: string } {
    if (text.trim() === '') throw new SlackError({ kind: 'final', code: 'no_text' });
    const origin = { room, message, part };
    if (this.find(channel, origin).some((one) => one.part === part)) this.twice.push(`${message} (${part})`);
    const said = this.#add({ channel, thread, user: undefined, origin, text });
    this.#tell({ ...seen(said), subtype: 'bot_message', bot_id: 'B0TSUNAGI' });
    return { ts: said.ts };
  }

  update(channel: string, ts: string, { text }: Post): void {
    const there = this.#there(channel, ts);
    if (there.deleted) throw new SlackError({ kind: 'final', code: 'message_not_found' });
    there.text = text;
    this.#tell({
      type: 'message',
      subtype: 'message_changed',
      channel,
      ts: this.#stamp(),
      message: { ...seen(there), bot_id: 'B0TSUNAGI', user: 'U0BOT', edited: { ts: this.#stamp() } },
    });
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
  say(channel: string, user: string, text: string, thread?: string): string {
    const said = this.#add({ channel, thread, user, origin: undefined, text });
    this.#tell({ ...seen(said), user });
    return said.ts;
  }

  reword(channel: string, ts: string, text: string): void {
    const there = this.#there(channel, ts);
    there.text = text;
    const event_ts = this.#stamp();
    const message = { ...seen(there), user: there.user, edited: { user: there.user, ts: event_ts } };
    this.#tell({ type: 'message', subtype: 'message_changed', channel, ts: event_ts, event_ts, message });
  }

  withdraw(channel: string, ts: string): void {
    const there = this.#there(channel, ts);
    there.deleted = true;
    there.text = '';
    const event_ts = this.#stamp();
    const previous_message = { user: there.user };
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

const seen = ({ channel, ts, text, thread }: Posted) => ({
  type: 'message' as const,
  channel,
  ts,
  text,
  ...(thread !== undefined && { thread_ts: thread }),
});

/** What components ask of Slack. */
export type SlackPort = Pick<Slack, 'find' | 'post' | 'remove' | 'update' | 'user' | 'workspace'>;
