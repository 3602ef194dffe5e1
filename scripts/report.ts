/** Says a line to the person at the terminal. */
export type Report = (line: string) => void;

// A terminal that was closed can't be written to, and is no reason to fall: its SIGHUP ends the run in order.
let isClosed = false;
process.stdout.on('error', () => {
  isClosed = true;
});

/** Writes a line as it is. */
export const say: Report = (line) => {
  if (!isClosed) process.stdout.write(`${line}\n`);
};

/** Writes each step with the seconds since this reporter was made: `   3.2 s  Functions built`. */
export function stepReport(now: () => number = () => performance.now()): Report {
  const began = now();
  return (line) => say(`${((now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);
}

/** Is told after each part how many are done, of how many. */
export type Progress = (done: number, of: number) => void;

/** Milliseconds between two lines about how far something is. */
const TOLD_EVERY = 60_000;

/** Writes once a minute how far something is: `  by chance: 12 % done`. */
export function howFar(title: string, report = say, now: () => number = () => performance.now()): Progress {
  let told = now();
  return (done, of) => {
    if (now() - told < TOLD_EVERY) return;
    told = now();
    report(`  ${title}: ${Math.floor((100 * done) / of)} % done`);
  };
}
