import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { kill } from 'node:process';

/** Kills, without warning, every process in which functions of this run work; returns how many there were. */
export function killWorkers(runFolder: string): number {
  const pids = workersOf(runFolder);
  for (const pid of pids) kill(Number(pid), 'SIGKILL');
  return pids.length;
}

/** What each process has in memory in which functions of this run work (MiB). https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
export const memoryOfWorkers = (runFolder: string): number[] =>
  workersOf(runFolder).flatMap((pid) => {
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(
      unlessGone(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '',
    );
    return resident ? [Number(resident[1]) / 1_024] : [];
  });

const workersOf = (runFolder: string): string[] =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isWorker(name, runFolder));

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

const isOf = (pid: string, runFolder: string, program: string): boolean =>
  unlessGone(
    () =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program) &&
      readlinkSync(`/proc/${pid}/cwd`).startsWith(runFolder),
  ) ?? false;

/** What is read of a process; nothing when it ended while we looked. */
function unlessGone<Seen>(look: () => Seen): Seen | undefined {
  try {
    return look();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}
