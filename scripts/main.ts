import { existsSync } from 'node:fs';
import { whenOrphaned } from './orphaned.ts';
import { isRunning, killAll } from './stack/child.ts';
import { UserError } from './user-error.ts';

/** A script: works until it is done, or until the signal tells it to end what it began. */
export type Script = (signal: AbortSignal) => Promise<void>;

/** npm passes a Ctrl+C on that the terminal has already sent: what comes within this many milliseconds is the same one. */
const SAME_SIGNAL = 500;

/** Exit codes of a program that a signal ended, as shells count them. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Runs the script of this name. The first Ctrl+C ends it in order, the second one at once. */
export async function main(name: string | undefined): Promise<void> {
  const controller = new AbortController();
  let first = 0;
  let interrupted = 0;
  for (const [signal, code] of Object.entries(CODES)) {
    process.on(signal, () => {
      const now = performance.now();
      if (!first) {
        first = now;
        interrupted = code;
        controller.abort(new UserError(`Stopped by ${signal}.`));
      } else if (now - first > SAME_SIGNAL) {
        killAll();
        process.exit(code);
      }
    });
  }
  if (process.env.npm_lifecycle_event)
    whenOrphaned(() => controller.abort(new UserError('Stopped with npm.')));
  try {
    await (await find(name))(controller.signal);
    process.exitCode = 0;
  } catch (error) {
    const text =
      error instanceof UserError ? error.text : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = interrupted || 1;
  }
  if (isRunning()) killAll();
  process.exit();
}

async function find(name = ''): Promise<Script> {
  const file = new URL(`./${name}.ts`, import.meta.url);
  if (/^[a-z-]+$/.test(name) && existsSync(file)) {
    const module: { default?: Script } = await import(file.href);
    if (module.default) return module.default;
  }
  throw new UserError(`There is no script "${name}": package.json names those there are.`);
}
