/** Runs a scheduled function of the emulator at this address (`Stack.urls.functions`) now, and resolves when it has run: the emulators have no clock of their own for it. */
export async function runScheduled(functions: string, name: string): Promise<void> {
  const response = await fetch(`${functions}/${name}-0`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    signal: AbortSignal.timeout(PATIENCE),
  });
  const said = await response.text();
  if (!response.ok) throw new Error(`${name} was answered with ${response.status}: ${said.slice(0, 200)}`);
}

/** A function has 60 s; a worker that does not load answers never (milliseconds). */
const PATIENCE = 70_000;

const MINUTE = 60_000;

/** Runs a scheduled function every minute, as Cloud Scheduler would. Returns how to stop. A run that fails is told, and the next one comes. */
export function everyMinute(functions: string, name: string, report: (line: string) => void): () => void {
  const timer = setInterval(() => {
    runScheduled(functions, name).catch((error: unknown) => report(`${name} did not run: ${String(error)}`));
  }, MINUTE);
  timer.unref();
  return () => clearInterval(timer);
}
