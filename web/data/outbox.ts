import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { guard } from '#model/guard.ts';
import type { Failure, Unsent } from './line.ts';
import { messageId } from './random-id.ts';
import { read, watch, write } from './stored.ts';

/** Carries a message to its room, and to its thread there. Resolves with nothing when it is there, however often it was carried, else with why it is not. */
export type Deliver = (id: string, text: string, thread: string | undefined) => Promise<Failure | undefined>;

/** What was written in a room and is not known to have arrived, kept across reloads. */
export type Outbox = {
  readonly unsent: ReadonlySignal<readonly Unsent[]>;
  /** `thread`: the message that it answers. */
  readonly send: (text: string, thread?: string) => void;
  readonly retry: (id: string) => void;
  readonly remove: (id: string) => void;
  /** Sends on what a page that is gone was sending. Sending twice makes one message: the id stays. */
  readonly resume: (deliver: Deliver) => void;
  readonly close: () => void;
};

const asUnsent = guard(
  'outbox',
  v.array(
    v.object({
      id: v.string(),
      text: v.string(),
      thread: v.optional(v.string()),
      at: v.number(),
      state: v.picklist(['sending', 'failed', 'tooFast']),
    }),
  ),
);

const parse = (kept: string): unknown => {
  try {
    return JSON.parse(kept);
  } catch {
    return undefined;
  }
};

const kept = (key: string): readonly Unsent[] => {
  const unsent = asUnsent(parse(read(key) ?? '[]'));
  return unsent.ok ? unsent.value : [];
};

export const outboxKey = (room: string): string => `outbox.${room}`;

/** How many messages wait in the rooms with these keys. */
export const countUnsent = (keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + kept(key).length, 0);

export const openOutbox = (
  room: string,
  deliver: Deliver,
  { newId = messageId, now = Date.now }: { newId?: () => string; now?: () => number } = {},
): Outbox => {
  const key = outboxKey(room);
  const unsent = signal(kept(key));
  const close = watch(key, () => (unsent.value = kept(key)));

  const change = (changed: readonly Unsent[]): void => {
    unsent.value = changed;
    write(key, changed.length > 0 ? JSON.stringify(changed) : undefined);
  };
  const mark = (id: string, state: Unsent['state']): void =>
    change(unsent.peek().map((one) => (one.id === id ? { ...one, state } : one)));
  const remove = (id: string): void => change(unsent.peek().filter((one) => one.id !== id));
  const carry = ({ id, text, thread }: Unsent, by: Deliver = deliver): void => {
    by(id, text, thread).then(
      (failure) => (failure ? mark(id, failure) : remove(id)),
      () => mark(id, 'failed'),
    );
  };

  return {
    unsent,
    remove,
    close,
    send(text, thread) {
      const trimmed = text.trim();
      if (trimmed === '') return;
      const one: Unsent = { id: newId(), text: trimmed, thread, at: now(), state: 'sending' };
      change([...unsent.peek(), one]);
      carry(one);
    },
    retry(id) {
      const one = unsent.peek().find((entry) => entry.id === id);
      if (!one || one.state === 'sending') return;
      mark(id, 'sending');
      carry(one);
    },
    resume(by) {
      for (const one of unsent.peek()) if (one.state === 'sending') carry(one, by);
    },
  };
};
