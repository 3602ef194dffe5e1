import { codeOf } from './auth-error.ts';

/** Milliseconds until it is first tried anew; they double with each try that hears nothing, up to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** What no time mends: it is not asked for again. https://firebase.google.com/docs/reference/js/firestore_#firestoreerrorcode */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'permission-denied',
  'unauthenticated',
  'invalid-argument',
  'failed-precondition',
  'not-found',
  'unimplemented',
]);

/** Begins to listen; returns how to stop. `heard`: for what comes. `failed`: it has ended, and nothing more will come. */
export type Listen<Heard> = (heard: (what: Heard) => void, failed: (error: Error) => void) => () => void;

/**
 * Listens until it is stopped, or refused for good. What the server ends for another reason (too much at once, no answer)
 * the SDK gives up, as it carries a listener over lost connections only: here it is begun anew, after a pause.
 */
export const listening = <Heard>(
  listen: Listen<Heard>,
  heard: (what: Heard) => void,
  refused: (error: Error) => void,
): (() => void) => {
  let pause = FIRST_PAUSE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: () => void;
  const take = (what: Heard): void => {
    pause = FIRST_PAUSE;
    heard(what);
  };
  const begin = (): void => {
    stop = listen(take, (error) => {
      if (FOR_GOOD.has(codeOf(error) ?? '')) return refused(error);
      timer = setTimeout(begin, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    });
  };
  begin();
  return () => {
    clearTimeout(timer);
    stop();
  };
};
