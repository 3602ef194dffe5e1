import type { Message } from '#model/message.ts';

/** How far a message of one's own is. Everybody else's was sent. */
export type SendState = 'sending' | 'sent' | Failure;

/** Why it was not sent: refused, or because too much was sent of late. */
export type Failure = 'failed' | 'tooFast';

/** One thing in a room's list: a message, or a document that the guard could not name. */
export type Line =
  | { readonly kind: 'message'; readonly id: string; readonly message: Message; readonly state: SendState }
  | { readonly kind: 'unreadable'; readonly id: string; readonly wrong: string };

/** A message that was written here and is not known to have arrived. `at` is this browser's time, in milliseconds. */
export type Unsent = {
  readonly id: string;
  readonly text: string;
  /** The message that it answers in a thread. */
  readonly thread?: string | undefined;
  readonly at: number;
  readonly state: 'sending' | Failure;
};

const line = (unsent: Unsent, uid: string): Line => ({
  kind: 'message',
  id: unsent.id,
  message: {
    author: { kind: 'person', id: uid },
    text: unsent.text,
    at: new Date(unsent.at),
    revision: 1,
    ...(unsent.thread !== undefined && { thread: unsent.thread }),
  },
  state: unsent.state,
});

/** A room's messages, and after them what one wrote oneself and is not among them yet. */
export const withUnsent = (lines: readonly Line[], unsent: readonly Unsent[], uid: string): Line[] => {
  const there = new Set(lines.map(({ id }) => id));
  return [...lines, ...unsent.filter(({ id }) => !there.has(id)).map((one) => line(one, uid))];
};
