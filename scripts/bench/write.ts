import type { Firestore } from 'firebase/firestore';
import { doc, type Firestore as Lite, serverTimestamp, setDoc } from 'firebase/firestore/lite';
import { FieldValue } from 'firebase-admin/firestore';
import { slackPersonId, slackPersonPath } from '#model/slack-person.ts';
import { freshId } from '../client/person.ts';
import { voiceOf } from '../client/voice.ts';
import { putRules } from '../stack/rules.ts';
import { startFirestoreEmulator } from '../test/firestore-emulator.ts';
import { UserError } from '../user-error.ts';
import { asAdmin, asComponent, asPerson } from './clients.ts';
import { beside, type Compared, type Figures, figuresOf } from './figures.ts';
import { openQuietRooms, quietRoom } from './quiet-rooms.ts';
import { interleaved, type Rounds } from './rounds.ts';
import { FULL, openRules } from './rules.ts';

export type Writes = {
  /** A person's message, with what goes with it, under the rules; beside the same where everything is allowed. */
  readonly write: Compared & { readonly open: Figures };
  /** A component's write, under the rules; beside the same with the Admin SDK, without them. */
  readonly direct: Compared & { readonly admin: Figures };
};

/** One emulator, and in it two projects: what differs is the rules. */
const RULED = 'demo-bench-full';
const OPEN = 'demo-bench-open';
const PERSON = 'alice';

/** Times writes until the server has acknowledged them. No function runs: a Firestore emulator of their own takes them. */
export async function measureWrites(rounds: Rounds): Promise<Writes> {
  const emulator = await startFirestoreEmulator(rounds.signal);
  const { host } = emulator;
  try {
    await rule(host, RULED, FULL);
    await rule(host, OPEN, openRules());
    return await measureAt(host, rounds);
  } finally {
    await emulator.stop();
  }
}

async function rule(host: string, project: string, file: string): Promise<void> {
  const lines = await putRules(`http://${host}`, file, project);
  if (lines.some((line) => line.includes('ERROR'))) throw new UserError(`${file} is not valid.`, { lines });
}

async function measureAt(host: string, rounds: Rounds): Promise<Writes> {
  const admins = [asAdmin(host, RULED), asAdmin(host, OPEN)] as const;
  for (const { firestore } of admins) await openQuietRooms(firestore, PERSON);
  const people = [asPerson(host, RULED, PERSON), asPerson(host, OPEN, PERSON)] as const;
  const component = asComponent(host, RULED, 'slackApply');

  const samples = await interleaved(
    {
      ruled: says(people[0].firestore),
      open: says(people[1].firestore),
      component: timed(() => writesPage(component.firestore)),
      admin: timed(() => {
        const page = { name: 'Bench', fetched: FieldValue.serverTimestamp() };
        return admins[0].firestore.doc(freshPage()).create(page);
      }),
    },
    rounds,
  );
  await Promise.all([...admins, ...people, component].map(({ leave }) => leave()));
  const [open, admin] = [figuresOf(samples('open')), figuresOf(samples('admin'))];
  return {
    write: { ...beside(figuresOf(samples('ruled')), open), open },
    direct: { ...beside(figuresOf(samples('component')), admin), admin },
  };
}

/** What a component writes that no other document has to allow. */
const freshPage = (): string => slackPersonPath(slackPersonId('T0BENCH', freshId().toUpperCase()));

const writesPage = (firestore: Lite): Promise<void> =>
  setDoc(doc(firestore, freshPage()), { name: 'Bench', fetched: serverTimestamp() });

function says(firestore: Firestore) {
  const voice = voiceOf(firestore, PERSON);
  return timed((round) => voice.say(quietRoom(round), 'bench', freshId()));
}

/** A refusal would be quick and no measure of anything: it is thrown. */
const timed = (write: (round: number) => Promise<unknown>) => async (round: number) => {
  const began = performance.now();
  await write(round);
  return performance.now() - began;
};
