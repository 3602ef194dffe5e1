/**
 * Milliseconds for what should come soon. The Firestore emulator was seen to garble a stream (`RESOURCE_EXHAUSTED: Received message larger
 * than max`): then the SDK comes again after a minute, as it would to a server that has too much to do.
 */
export const PATIENCE = 90_000;

/** Waits for something that is told, or fails with what was waited for. `watch` returns how to stop watching. */
export function within<Thing>(
  milliseconds: number,
  what: string,
  watch: (found: (thing: Thing) => void, failed: (error: Error) => void) => () => void,
): Promise<Thing> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | undefined;
    const over = setTimeout(
      () => end(() => reject(new Error(`Waited ${milliseconds} ms in vain for ${what}.`))),
      milliseconds,
    );
    const end = (say: () => void) => {
      clearTimeout(over);
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
  const end = performance.now() + milliseconds;
  for (;;) {
    const thing = await ask();
    if (thing !== undefined) return thing;
    if (performance.now() > end) throw new Error(`Waited ${milliseconds} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
