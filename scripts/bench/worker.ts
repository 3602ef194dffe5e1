import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { buildFunctions } from '../build-functions.ts';
import { PROJECT, ROOT } from '../stack/project.ts';
import { figuresOf } from './figures.ts';
import { interleaved, type Rounds } from './rounds.ts';

/** What a process costs that has loaded the functions: processor time of its whole start (milliseconds), memory at its peak (MiB). */
type Load = { readonly ms: number; readonly mb: number };

export type Workers = Load & {
  /** The same with the compiled code of the process before, and the ratio of their processor times. */
  readonly cached: Load;
  readonly ratio: number;
};

/** Loads the functions as a worker does, and says what it took. */
const LOAD = `
await import(process.argv[1]);
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ ms: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);`;

const Loaded = v.object({ ms: v.number(), mb: v.number() });

/** Starts worker after worker, with V8's compile cache and without. Processor time: on a busy machine a clock tells of others. */
export async function measureWorkers(rounds: Rounds): Promise<Workers> {
  const folder = join(ROOT, '.run', 'worker');
  rmSync(folder, { recursive: true, force: true });
  await buildFunctions({ outdir: join(folder, 'build') });
  const build = pathToFileURL(join(folder, 'build', 'index.js')).href;
  const memory: Record<'plain' | 'cached', number[]> = { plain: [], cached: [] };

  const load = (kind: 'plain' | 'cached', more: NodeJS.ProcessEnv) => async () => {
    const env = { PATH: process.env.PATH, GCLOUD_PROJECT: PROJECT, ...more };
    const args = ['--input-type=module', '-e', LOAD, build];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
    const { ms, mb } = v.parse(Loaded, JSON.parse(stdout));
    memory[kind].push(mb);
    return ms;
  };
  const cache = { NODE_COMPILE_CACHE: join(folder, 'compiled') };
  const samples = await interleaved({ plain: load('plain', {}), cached: load('cached', cache) }, rounds);
  const middle = (kind: 'plain' | 'cached'): Load => ({
    ms: figuresOf(samples(kind)).p50,
    mb: Math.round(figuresOf(memory[kind]).p50),
  });
  const [plain, cached] = [middle('plain'), middle('cached')];
  return { ...plain, cached, ratio: Number((cached.ms / plain.ms).toFixed(2)) };
}
