import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../stack/project.ts';

/** The rules of the project, which judge what is measured. */
export const FULL = join(ROOT, 'firestore.rules');

const OPEN = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    match /{path=**} { allow read, write: if true; }
  }
}
`;

/** Collections that only the measurement knows: what asks the bare functions, and what they answer. */
const COLLECTIONS = ['floor', 'alone', 'component', 'echoes'];

/** Rules that let everybody do everything. */
export const openRules = (): string => written('open.rules', OPEN);

/** The project's rules, and beside them collections that are open. */
export function rulesAndFloor(): string {
  const open = `    match /{floor}/{id} { allow read, write: if floor in ${JSON.stringify(COLLECTIONS)}; }\n`;
  return written('bench.rules', readFileSync(FULL, 'utf8').replace(/ {2}\}\n\}\s*$/, `${open}$&`));
}

function written(name: string, rules: string): string {
  const folder = join(ROOT, '.run');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), rules);
  return join(folder, name);
}
