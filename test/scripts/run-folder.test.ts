import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { ROOT } from '../../scripts/stack/project.ts';
import { makeRunFolder } from '../../scripts/stack/run-folder.ts';

const name = `run-folder-test-${process.pid}`;
const sources = { functions: join(ROOT, 'functions'), rules: join(ROOT, 'firestore.rules') };
const make = () => makeRunFolder(name, sources);
afterEach(() => rmSync(join(ROOT, '.run', name), { recursive: true, force: true }));

it('a run folder keeps no debug log of the Firebase CLI, for whole events are in it', () => {
  const debug = join(make().path, 'firebase-debug.log');
  appendFileSync(debug, 'what somebody said');
  expect(readFileSync(debug, 'utf8')).toBe('');
});

it('a run folder is made afresh each time', () => {
  const log = make().log('emulators');
  appendFileSync(log, 'of the run before');
  expect(() => readFileSync(make().log('emulators'))).toThrow('ENOENT');
});
