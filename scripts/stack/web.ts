import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { UserError } from '../user-error.ts';
import { type Child, startChild } from './child.ts';
import { telling } from './emulators.ts';
import { ROOT } from './project.ts';
import type { RunFolder } from './run-folder.ts';

/** Builds the web app in the folder `web` as for production into the run's public folder: two runs never wait for one folder. */
export function startWebBuild(web: string, folder: RunFolder, env: NodeJS.ProcessEnv): Child {
  const about = createRequire(import.meta.url).resolve('vite/package.json');
  const out = ['--outDir', folder.public, '--emptyOutDir'];
  return startChild({
    args: [
      join(dirname(about), 'bin', 'vite.js'),
      'build',
      web,
      '--config',
      join(web, 'vite.config.ts'),
      ...out,
    ],
    cwd: ROOT,
    env: { ...env, NODE_ENV: 'production', NO_COLOR: '1' },
    log: folder.log('web'),
  });
}

/** Resolves when it is built, and the configuration it asks for lies beside it. */
export async function webBuilt(child: Child, folder: RunFolder, config: object): Promise<void> {
  const end = await child.ended;
  if (end !== '0')
    throw new UserError(`The web app does not build (${end}).`, { lines: telling(child.lines()) });
  writeFileSync(join(folder.public, 'config.json'), JSON.stringify(config, null, 2));
}
