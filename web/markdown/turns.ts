/** Milliseconds of work after which the browser has its turn: less than a frame, so that a page of long texts stays in hand. */
const TURN = 10;

let spent = 0;
let ending = false;
const waiting = new Set<() => void>();

/** Whether this turn still has time. */
export const hasTime = (): boolean => spent < TURN;

/** Does the work now, and counts its time against the turn. */
export const inTurn = <Made>(work: () => Made): Made => {
  const began = performance.now();
  try {
    return work();
  } finally {
    spent += performance.now() - began;
    endSoon();
  }
};

/** Does the work in a turn that has time. Returns how to call it off. */
export const later = (work: () => void): (() => void) => {
  waiting.add(work);
  endSoon();
  return () => void waiting.delete(work);
};

const endSoon = (): void => {
  if (ending) return;
  ending = true;
  setTimeout(() => {
    ending = false;
    spent = 0;
    for (const work of waiting) {
      if (!hasTime()) return endSoon();
      waiting.delete(work);
      inTurn(work);
    }
  });
};
