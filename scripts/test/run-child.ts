import { spawn } from 'node:child_process';

export type ChildRun = { readonly env?: NodeJS.ProcessEnv; readonly signal: AbortSignal };

/** Runs a Node program to its end, its output going where ours goes. Resolves with its exit code; a signal that ended it counts as 1. */
export function runChild(args: readonly string[], { env = process.env, signal }: ChildRun): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: 'inherit' });
    const end = () => child.kill('SIGTERM');
    signal.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    child.once('exit', (code) => {
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason);
      else resolve(code ?? 1);
    });
  });
}
