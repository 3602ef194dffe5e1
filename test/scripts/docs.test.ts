import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAGES } from '../../scripts/docs.ts';
import { ROOT } from '../../scripts/stack/project.ts';

it.each(Object.keys(PAGES))('%s is what its table gives: else run "npm run docs"', (path) => {
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(PAGES[path]?.());
});
