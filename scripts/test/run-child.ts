import { spawn } from 'node:child_process';
import { say } from '../report.ts';

export type ChildRun = {
  readonly env?: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Keeps its output until it ends: another one is writing meanwhile (false). */
  readonly held?: boolean | undefined;
};

/** Runs a Node program to its end, its output going where ours goes. Resolves with its exit code; a signal that ended it counts as 1. */
export function runChild(
  args: readonly string[],
  { env = process.env, held = false, signal }: ChildRun,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: held ? { FORCE_COLOR: '1', ...env } : env,
      stdio: held ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => output.push(chunk));
    const end = () => child.kill('SIGTERM');
    signal.addEventListener('abort', end, { once: true });
    child.once('error', reject);
    child.once('close', (code) => {
      if (held) say(Buffer.concat(output).toString());
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason);
      else resolve(code ?? 1);
    });
  });
}
