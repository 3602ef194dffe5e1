/** Milliseconds between looks at who our parent is. */
const LOOK = 250;

/** Calls once when this process has another parent: npm that is sent SIGTERM ends without a word to what it runs. */
export function whenOrphaned(then: () => void, parent: () => number = () => process.ppid): void {
  const first = parent();
  const watch = setInterval(() => {
    if (parent() === first) return;
    clearInterval(watch);
    then();
  }, LOOK);
  watch.unref();
}
