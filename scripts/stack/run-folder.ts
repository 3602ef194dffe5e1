import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../user-error.ts';
import { processes } from './process-tree.ts';
import { ROOT } from './project.ts';

/** The folder of one run, ignored by git: what the Firebase CLI reads, and what it writes. */
export interface RunFolder {
  readonly path: string;
  readonly functions: string;
  readonly public: string;
  readonly log: (name: string) => string;
}

/** What a run is made of: the functions' folder and the rules' file. */
export interface Sources {
  readonly functions: string;
  readonly rules: string;
}

/** Makes a fresh folder `.run/<name>` with a copy of what the Firebase CLI demands beside its configuration. */
export function makeRunFolder(name: string, sources: Sources): RunFolder {
  const path = join(ROOT, '.run', name);
  const owner = join(path, 'pid');
  const other = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : process.pid;
  if (other !== process.pid && processes().some(({ pid }) => pid === other))
    throw new UserError(`A run called "${name}" goes on in process ${other}: end it first.`);
  rmSync(path, { recursive: true, force: true });

  const folder = {
    path,
    functions: join(path, 'functions'),
    public: join(path, 'public'),
    log: (log: string) => join(path, `${log}.log`),
  };
  for (const place of [folder.functions, folder.public]) mkdirSync(place, { recursive: true });
  writeFileSync(owner, String(process.pid));
  // The Firebase CLI's own debug log would have whole events in it: what people say is in no log of a run.
  symlinkSync(devNull, join(path, 'firebase-debug.log'));
  copyFileSync(sources.rules, join(path, 'firestore.rules'));
  copyFileSync(join(ROOT, 'firestore.indexes.json'), join(path, 'firestore.indexes.json'));
  const own = join(sources.functions, 'package.json');
  copyFileSync(
    existsSync(own) ? own : join(ROOT, 'functions', 'package.json'),
    join(folder.functions, 'package.json'),
  );
  return folder;
}
