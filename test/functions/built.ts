import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from '../../scripts/build-functions.ts';
import { ROOT } from '../../scripts/stack/project.ts';

/** A folder with the functions as a deploy would upload them. It lies within the project, for it needs its packages. */
export async function builtFunctions(name: string): Promise<string> {
  const folder = join(ROOT, '.run', `${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(ROOT, 'functions', 'package.json'), join(folder, 'package.json'));
  await buildFunctions({ outdir: join(folder, 'build') });
  return folder;
}
