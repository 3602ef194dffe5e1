import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { kill } from 'node:process';

/** Kills, without warning, every process in which functions of this run work; returns how many there were. */
export function killWorkers(runFolder: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isWorker(name, runFolder));
  for (const pid of pids) kill(Number(pid), 'SIGKILL');
  return pids.length;
}

function isWorker(pid: string, runFolder: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return (
      command.includes('functionsEmulatorRuntime') && readlinkSync(`/proc/${pid}/cwd`).startsWith(runFolder)
    );
  } catch (error) {
    // It ended while we looked.
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      (error as NodeJS.ErrnoException).code === 'ESRCH'
    )
      return false;
    throw error;
  }
}
