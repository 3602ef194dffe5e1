import { SlackError } from '../../functions/slack/port.ts';
import type { SlackEvent } from './slack-side.ts';

/** The user that our bot is in Slack. */
export const BOT = 'U0BOT';

type Post = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string | undefined;
  readonly deleted: boolean;
};

/** Who has reacted to what in a workspace, and the lines under the bot's posts. */
export class SlackReactions {
  /** The users by post and emoji. */
  readonly #users = new Map<string, Set<string>>();
  readonly #lines = new Map<string, string>();
  readonly #there: (channel: string, ts: string) => Post;
  readonly #stamp: () => string;
  readonly #tell: (event: SlackEvent) => void;

  constructor(
    there: (channel: string, ts: string) => Post,
    stamp: () => string,
    tell: (event: SlackEvent) => void,
  ) {
    this.#there = there;
    this.#stamp = stamp;
    this.#tell = tell;
  }

  /** Who has reacted so to a post. */
  users(channel: string, ts: string, name: string): ReadonlySet<string> {
    return this.#users.get(`${channel} ${ts} ${name}`) ?? new Set();
  }

  /** As a history shows them, with a message. */
  shown(channel: string, ts: string) {
    const start = `${channel} ${ts} `;
    const reactions = [...this.#users]
      .filter(([key, users]) => key.startsWith(start) && users.size > 0)
      .map(([key, users]) => ({ name: key.slice(start.length), users: [...users], count: users.size }));
    return reactions.length > 0 && { reactions };
  }

  line(channel: string, ts: string): string | undefined {
    return this.#lines.get(`${channel} ${ts}`);
  }

  /** What the bot asks for. */
  react(channel: string, ts: string, name: string): boolean {
    if (this.#there(channel, ts).deleted) return false;
    if (!this.users(channel, ts, name).has(BOT)) this.change(channel, ts, name, BOT, true);
    return true;
  }

  unreact(channel: string, ts: string, name: string): void {
    if (this.users(channel, ts, name).has(BOT)) this.change(channel, ts, name, BOT, false);
  }

  note(channel: string, ts: string, line: string | undefined): void {
    const post = this.#there(channel, ts);
    if (post.user !== undefined) throw new SlackError({ kind: 'final', code: 'cant_update_message' });
    if (line === undefined) this.#lines.delete(`${channel} ${ts}`);
    else this.#lines.set(`${channel} ${ts}`, line);
  }

  /** Somebody reacts, or takes it back; the app is told. */
  change(channel: string, ts: string, name: string, user: string, on: boolean): void {
    const users = new Set(this.users(channel, ts, name));
    if (on) users.add(user);
    else users.delete(user);
    this.#users.set(`${channel} ${ts} ${name}`, users);
    this.#tell({
      type: on ? 'reaction_added' : 'reaction_removed',
      channel,
      user,
      reaction: name,
      item: { type: 'message', channel, ts },
      item_user: this.#there(channel, ts).user ?? BOT,
      event_ts: this.#stamp(),
    });
  }
}
