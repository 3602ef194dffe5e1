import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { kill } from 'node:process';

/** Kills, without warning, every process in which functions of this run work; returns how many there were. */
export function killWorkers(runFolder: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isWorker(name, runFolder));
  for (const pid of pids) kill(Number(pid), 'SIGKILL');
  return pids.length;
}

/** The process of this run whose command names a program. */
export function processOf(runFolder: string, program: string): number {
  const [pid, ...others] = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && isOf(name, runFolder, program),
  );
  if (pid === undefined || others.length > 0)
    throw new Error(
      `${pid === undefined ? 'None' : 'More than one'} of the processes of this run is ${program}.`,
    );
  return Number(pid);
}

const isWorker = (pid: string, runFolder: string): boolean =>
  isOf(pid, runFolder, 'functionsEmulatorRuntime');

function isOf(pid: string, runFolder: string, program: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes(program) && readlinkSync(`/proc/${pid}/cwd`).startsWith(runFolder);
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
