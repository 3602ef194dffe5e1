import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process: `started` tells it from a later one that got the same id. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly started: string;
}

/** Every process that runs now; one that has ended and waits to be noticed doesn't count. */
export function processes(): Process[] {
  return existsSync('/proc/self/stat') ? fromProc() : fromPs();
}

/** Linux: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html — a slim image has /proc and no `ps`. */
function fromProc(): Process[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    let stat: string;
    try {
      stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
    } catch {
      return []; // It ended while the folder was being read.
    }
    const [state = '', parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(state)
      ? []
      : [{ pid: Number(entry), parent: Number(parent), started: rest[17] ?? '' }];
  });
}

function fromPs(): Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,lstart='], { encoding: 'utf8' }).split(
    '\n',
  );
  return lines.flatMap((line) => {
    const [, pid, parent, state, started] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (!state || state.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), started: started?.trim() ?? '' }];
  });
}

/** A process and all that descend from it, in whatever group they are; empty when it has ended. */
export function treeOf(pid: number, running: readonly Process[] = processes()): Process[] {
  const root = running.find((process) => process.pid === pid);
  if (!root) return [];
  const tree = [root];
  for (const member of tree) tree.push(...running.filter(({ parent }) => parent === member.pid));
  return tree;
}

/** Those of these processes that still run. */
export function alive(known: readonly Process[]): Process[] {
  const running = new Map(processes().map((process) => [process.pid, process.started]));
  return known.filter(({ pid, started }) => running.get(pid) === started);
}

/** Ends a process and its descendants at once. They are stopped first, so that none has a child while the others end. */
export function killTree(pid: number): void {
  let tree: Process[] = [];
  for (;;) {
    const now = treeOf(pid);
    if (now.length <= tree.length) break;
    tree = now;
    for (const member of tree) send(member.pid, 'SIGSTOP');
  }
  kill(tree);
}

/** Ends those of these processes that still run, at once. */
export function kill(known: readonly Process[]): void {
  for (const { pid } of alive(known)) send(pid, 'SIGKILL');
}

/** Sends a signal; a process that has ended in the meantime needs none. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
