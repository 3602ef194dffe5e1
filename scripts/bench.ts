import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { doc, setDoc } from 'firebase/firestore';
import { messagePath, replyId } from '#model/message.ts';
import { openQuietRoom, QUIET } from './bench/quiet-room.ts';
import { figuresOf, type Sample, sample } from './bench/sample.ts';
import { measureWrites, type Writes } from './bench/writes.ts';
import { freshId, signIn } from './client/person.ts';
import { say, stepReport } from './report.ts';
import { ACCOUNTS } from './seed/accounts.ts';
import { seed } from './seed/index.ts';
import { freePorts } from './stack/free-ports.ts';
import { startStack } from './stack/index.ts';
import { HOST, ROOT } from './stack/project.ts';
import { UserError } from './user-error.ts';

const TITLES: Readonly<Record<string, string>> = {
  write: "a person's message under all rules, beside open rules",
  component: "a component's reply under the rules, beside the Admin SDK without",
};

const WARM_UP = 8;
const ROUNDS = 60;
/** Milliseconds between rounds, so that none is measured in the wake of another. */
const BREATH = 150;

/** `npm run bench`: the reply beside a bare trigger, turn by turn in one run. Fails on what is lost, never on time. */
export default async function bench(signal: AbortSignal): Promise<void> {
  const json = process.argv.includes('--json');
  const report = json ? () => undefined : stepReport();
  const stack = await startStack({
    name: 'bench',
    report,
    ports: await freePorts(),
    web: false,
    functionsSource: join(ROOT, 'test', 'bench', 'functions'),
    rules: benchRules(),
    signal,
  });
  let writes: Writes | undefined;
  const samples: { floor: Sample[]; reply: Sample[] } = { floor: [], reply: [] };
  try {
    await seed(stack);
    await openQuietRoom(stack);
    // A person may send 60 a minute to a room: they take turns.
    const people = await Promise.all(ACCOUNTS.map((account) => signIn(stack, account)));
    for (let round = -WARM_UP; round < ROUNDS && !signal.aborted; round += 1) {
      const id = freshId();
      const person = people[(round + WARM_UP) % people.length];
      if (!person) throw new Error('Nobody is there to write.');
      const floor = await sample(person, `echoes/${id}`, () =>
        setDoc(doc(person.firestore, `floor/${id}`), { text: 'bench' }),
      );
      const reply = await sample(person, messagePath(QUIET, replyId(id)), () =>
        person.say(QUIET, 'bench', id),
      );
      await new Promise((resolve) => setTimeout(resolve, BREATH));
      if (round < 0) continue;
      samples.floor.push(floor);
      samples.reply.push(reply);
    }
    for (const person of people) await person.leave();
    writes = await measureWrites(`${HOST}:${stack.ports.firestore}`);
  } finally {
    await stack.stop();
  }
  signal.throwIfAborted();
  const floor = figuresOf(samples.floor);
  const figures = figuresOf(samples.reply);
  const ratio = Math.round((figures.p50 / floor.p50) * 100) / 100;
  if (json) say(JSON.stringify({ floor, reply: { ...figures, ratio }, ...writes }));
  else {
    say(`\n${ROUNDS} rounds, milliseconds from send to seen`);
    say(`  floor  p50 ${floor.p50}  p95 ${floor.p95}   a bare trigger with the Admin SDK, without rules`);
    say(`  reply  p50 ${figures.p50}  p95 ${figures.p95}   late ${figures.late}, lost ${figures.lost}`);
    say(`  ratio  ${ratio}`);
    for (const [name, pair] of Object.entries(writes ?? {}))
      say(
        `  ${name.padEnd(9)} p50 ${pair.p50}  beside ${pair.floor}   ${TITLES[name] ?? ''}   ratio ${pair.ratio}`,
      );
  }
  if (figures.lost + floor.lost > 0) throw new UserError(`${figures.lost + floor.lost} answers were lost.`);
}

/** The project's rules, and two open collections for the floor. */
function benchRules(): string {
  const file = join(ROOT, '.run', 'bench.rules');
  const rules = readFileSync(join(ROOT, 'firestore.rules'), 'utf8');
  const open = '    match /{floor}/{id} { allow read, write: if floor in ["floor", "echoes"]; }\n';
  mkdirSync(join(ROOT, '.run'), { recursive: true });
  writeFileSync(file, rules.replace(/ {2}\}\n\}\n$/, `${open}  }\n}\n`));
  return file;
}
