import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fidelityPage } from '../test/fidelity/page.ts';
import { functionsChapter } from '../test/functions/page.ts';
import { authorizationPage } from '../test/rules/matrix/page.ts';
import { say } from './report.ts';
import { ROOT } from './stack/project.ts';

/** Pages of docs/ that are written from what the tests know, by their paths. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/authorization.md': () => authorizationPage([functionsChapter()]),
  'docs/fidelity.md': () => fidelityPage(),
};

/** `npm run docs`: writes them. */
export default async function docs(): Promise<void> {
  for (const [path, page] of Object.entries(PAGES)) {
    writeFileSync(join(ROOT, path), page());
    say(`${path} is written.`);
  }
}
