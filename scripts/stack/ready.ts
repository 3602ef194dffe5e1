import { UserError } from '../user-error.ts';
import { type Child, pause } from './child.ts';
import { telling } from './emulators.ts';

/** Resolves when a program answers at an address. `patience` is in milliseconds; `name` begins a sentence. */
export async function ready(name: string, child: Child, url: string, patience: number): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await answers(url))) {
    const lines = telling(child.lines());
    if (child.end() !== undefined)
      throw new UserError(`${name} ended (${child.end()}) before it was ready.`, { lines });
    if (performance.now() > deadline) throw new UserError(`${name} does not answer.`, { lines });
    await Promise.race([pause(50), child.ended]);
  }
}

/** Whether anything speaks HTTP there, whatever it says. */
const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(1000) }).then(
    async (response) => {
      await response.body?.cancel();
      return true;
    },
    () => false,
  );
