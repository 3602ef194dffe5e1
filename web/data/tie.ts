import { type ReadonlySignal, signal } from '@preact/signals';
import type { Link } from '#model/link.ts';
import { codeOf } from './auth-error.ts';

/** Milliseconds after which somebody may have learnt what holds up a message that waits. */
const WHILE_WAITING = 20_000;
/** Milliseconds after which somebody may have tied the room to Slack, or untied it. */
const AT_LEAST = 60_000;

/** A room's tie to Slack, as far as it is known. */
export type Tie = {
  readonly link: ReadonlySignal<Link | undefined>;
  /** Asks for it anew; settles when it is known. */
  readonly ask: () => Promise<void>;
  readonly close: () => void;
};

/**
 * Follows a room's link. It changes with every turn of its room, so it is not listened to: it is asked for, again and again while
 * somebody may be looking, and more often while something waits for Slack.
 */
export const openTie = (read: () => Promise<Link | undefined>, isWaiting: () => boolean): Tie => {
  const link = signal<Link | undefined>(undefined);
  let asks = 0;
  let last = 0;
  const ask = async (): Promise<void> => {
    asks += 1;
    const nth = asks;
    last = Date.now();
    const take = (seen: Link | undefined): void => {
      // What was asked for later is newer.
      if (nth === asks) link.value = seen;
    };
    try {
      take(await read());
    } catch (error) {
      // Whoever may not see it, or any more, sees none. Without an answer it stays as it was.
      if (codeOf(error) === 'permission-denied') take(undefined);
    }
  };
  const look = (): void => {
    if (document.visibilityState === 'hidden') return;
    const isDue = Date.now() - last >= AT_LEAST || (link.value !== undefined && isWaiting());
    if (isDue) void ask();
  };
  const timer = setInterval(look, WHILE_WAITING);
  document.addEventListener('visibilitychange', look);
  const close = (): void => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
  return { link, ask, close };
};
