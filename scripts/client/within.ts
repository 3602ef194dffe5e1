/**
 * Milliseconds for what should come soon. Two things were seen to take their time: the Firestore emulator garbled a stream
 * (`RESOURCE_EXHAUSTED: Received message larger than max`), and the SDK came again after a minute, as it would to a server that has too much
 * to do; and the Functions emulator left a call unanswered, which the courier notices after 130 s.
 */
export const PATIENCE = 150_000;

/** Milliseconds between two looks at the watch, and how many of them count at most: where there were more, the machine stood still. */
const TICK = 250;
const TICK_MOST = 1_000;

/**
 * Starts to count the milliseconds that somebody waits. A virtual machine may be halted for minutes while its clock goes on: nothing could
 * have come meanwhile, and that is no waiting.
 */
export function stopwatch(): () => number {
  let last = performance.now();
  let waited = 0;
  return () => {
    const now = performance.now();
    waited += Math.min(now - last, TICK_MOST);
    last = now;
    return waited;
  };
}

const inVain = (milliseconds: number, what: string): Error =>
  new Error(`Waited ${milliseconds} ms in vain for ${what}.`);

/** Waits for something that is told, or fails with what was waited for. `watch` returns how to stop watching. */
export function within<Thing>(
  milliseconds: number,
  what: string,
  watch: (found: (thing: Thing) => void, failed: (error: Error) => void) => () => void,
): Promise<Thing> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | undefined;
    const waited = stopwatch();
    const look = setInterval(() => {
      if (waited() >= milliseconds) end(() => reject(inVain(milliseconds, what)));
    }, TICK);
    const end = (say: () => void) => {
      clearInterval(look);
      stop?.();
      say();
    };
    stop = watch(
      (thing) => end(() => resolve(thing)),
      (error) => end(() => reject(error)),
    );
  });
}

/** Asks again and again until the answer is more than nothing. */
export async function until<Thing>(
  milliseconds: number,
  what: string,
  ask: () => Promise<Thing | undefined>,
): Promise<Thing> {
  const waited = stopwatch();
  for (;;) {
    const thing = await ask();
    if (thing !== undefined) return thing;
    if (waited() > milliseconds) throw inVain(milliseconds, what);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
