/**
 * Runs one of the scripts beside it: `node scripts/run.js start`.
 *
 * It is plain JavaScript that Node 12 can read, so that a Node too old for the rest is told so in a sentence.
 */
import { realpathSync } from 'fs';
import { fileURLToPath } from 'url';

/** The first Node that runs TypeScript as it is: https://nodejs.org/en/blog/release/v22.18.0 */
const NEEDED = [22, 18];

/** What is wrong with this Node (`22.23.3`), in a sentence; nothing when it will do. */
export function complaint(version) {
  const found = version.split('.').map(Number);
  const isEnough = found[0] > NEEDED[0] || (found[0] === NEEDED[0] && found[1] >= NEEDED[1]);
  if (isEnough) return undefined;
  return (
    'This is Node ' +
    version +
    ', and Tsunagi needs ' +
    NEEDED.join('.') +
    " or newer: run `npm install` and then `npm start`, which uses the project's own Node, or install Node 22."
  );
}

function run(name) {
  const wrong = complaint(process.versions.node);
  if (wrong) {
    process.stderr.write(wrong + '\n');
    process.exitCode = 1;
    return Promise.resolve();
  }
  return import('./main.ts').then((module) => module.main(name));
}

const isAsked =
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isAsked) void run(process.argv[2]);
