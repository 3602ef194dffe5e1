import type { Message } from './message.ts';
import { Ordered } from './ordered.ts';

/** What Slack gives as `latest_reply` of a thread that has none any more. */
const NEVER = '0000000000.000000';

/** What the root of a thread says of it. */
export interface ThreadSummary {
  reply_count: number;
  reply_users_count: number;
  latest_reply: string;
  reply_users: string[];
  is_locked: boolean;
  subscribed: boolean;
}

/** The replies to one message, and what its root says of them: counted as they come, not when asked. */
export class Thread {
  readonly replies = new Ordered();
  readonly #writers = new Map<string, number>();

  put(reply: Message): void {
    if (!this.replies.put(reply)) this.#count(reply, 1);
  }

  remove(ts: string): void {
    const gone = this.replies.remove(ts);
    if (gone) this.#count(gone, -1);
  }

  /** What stands on the root. Source: https://docs.slack.dev/messaging/retrieving-messages, "Pulling threads". */
  summary(): ThreadSummary {
    return {
      reply_count: this.replies.size,
      reply_users_count: this.#writers.size,
      latest_reply: this.replies.last?.ts ?? NEVER,
      reply_users: [...this.#writers.keys()],
      is_locked: false,
      subscribed: false,
    };
  }

  #count({ user, bot_id }: Message, step: 1 | -1): void {
    const writer = user ?? bot_id ?? '';
    const count = (this.#writers.get(writer) ?? 0) + step;
    if (count > 0) this.#writers.set(writer, count);
    else this.#writers.delete(writer);
  }
}
