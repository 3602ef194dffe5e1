import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Case, connect, type Project, playAll, projectOf, Stage } from './wire/index.ts';

/** Projects that cases are played in at one time: what waits in one is no delay for another. */
const PROJECTS = 4;

/** Projects of the emulator under these rules, beside the one whose coverage is counted: so many cases would make its report endless. */
export async function openProjects(name: string, count: number): Promise<readonly Project[]> {
  const host = process.env.FIRESTORE_EMULATOR_HOST;
  if (!host) throw new Error('No Firestore emulator: run "npm run test:rules".');
  const send = connect(host);
  const projects = Array.from({ length: count }, (_, nth) => projectOf(send, `demo-${name}-${nth}`));
  const rules = readFileSync(join(import.meta.dirname, '../../firestore.rules'), 'utf8');
  for (const project of projects) {
    const wrong = await project.load(rules);
    if (wrong) throw new Error(wrong);
  }
  return projects;
}

/** Plays cases. Resolves with what went otherwise than it should, by case. */
export async function played(name: string, cases: readonly Case[]): Promise<ReadonlyMap<Case, string>> {
  const projects = await openProjects(name, PROJECTS);
  const share = Math.ceil(cases.length / projects.length);
  const parts = projects.map((project, nth) => ({
    project,
    cases: cases.slice(nth * share, (nth + 1) * share),
  }));
  const wrong = await Promise.all(parts.map((part) => playAll(new Stage(part.project), part.cases)));
  return new Map(wrong.flatMap((map) => [...map]));
}
