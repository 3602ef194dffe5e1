import type { File } from './file.ts';
import { isReply, type Message } from './message.ts';
import { Ordered } from './ordered.ts';
import { Thread, type ThreadSummary } from './thread.ts';

/** A message as history shows it. */
export type Shown = Message & Partial<ThreadSummary>;

/** All that was said in a channel, with its threads. */
export class Timeline {
  readonly all = new Ordered();
  /** What the channel itself shows: no replies, but those also sent to it. */
  readonly shown = new Ordered();
  readonly #threads = new Map<string, Thread>();
  readonly #clients = new Map<string, string>();
  readonly #files = new Map<string, string>();

  get(ts: string): Message | undefined {
    return this.all.get(ts);
  }

  /** Adds a message, or stores another value of it. */
  put(message: Message): void {
    const { ts, thread_ts, client_msg_id } = message;
    const before = this.all.put(message);
    if (!before && client_msg_id !== undefined && !this.#clients.has(client_msg_id))
      this.#clients.set(client_msg_id, ts);
    for (const { id } of message.files ?? []) this.#files.set(id, ts);
    if (!isReply(message) || message.subtype === 'thread_broadcast') this.shown.put(message);
    if (!isReply(message) || thread_ts === undefined) return;
    const thread = this.#threads.get(thread_ts) ?? new Thread();
    this.#threads.set(thread_ts, thread);
    thread.put(message);
  }

  remove({ ts, thread_ts }: Message): void {
    this.all.remove(ts);
    this.shown.remove(ts);
    this.#threads.get(thread_ts ?? '')?.remove(ts);
  }

  /** The replies to a message, when it ever had any. */
  thread(root: string): Thread | undefined {
    return this.#threads.get(root);
  }

  /** The first message sent under a client's id, if it is there still. */
  sentAs(client_msg_id: string): Message | undefined {
    return this.get(this.#clients.get(client_msg_id) ?? '');
  }

  /** A file shared here, as its message has it now. */
  file(id: string): File | undefined {
    return this.get(this.#files.get(id) ?? '')?.files?.find((file) => file.id === id);
  }

  /** A message as history shows it: a root with what there is to say of its thread. */
  view(message: Message): Shown {
    const thread = isReply(message) ? undefined : this.thread(message.ts);
    const isRoot = thread !== undefined && (thread.replies.size > 0 || message.subtype === 'tombstone');
    return isRoot ? { ...message, thread_ts: message.ts, ...thread.summary() } : message;
  }

  /** Every message as history shows it, from `since` on, oldest first. */
  views(since = ''): Shown[] {
    return this.all.slice(this.all.rank(since)).map((message) => this.view(message));
  }
}
