import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVER_TIME } from '#model/effect.ts';
import { memberPath, sending, spending } from '#model/member.ts';
import { messagePath } from '#model/message.ts';
import { roomPath } from '#model/room.ts';
import {
  batch,
  connect,
  create,
  type Project,
  person,
  projectOf,
  update,
} from '../../test/rules/wire/index.ts';
import { freshId } from '../client/person.ts';
import { ROOT } from '../stack/project.ts';
import { measureComponentWrite } from './component-write.ts';
import { type Pair, paired, WARM_UP } from './paired.ts';

export type Writes = { readonly write: Pair; readonly component: Pair };

const ROUNDS = 200;
/** A person may send 60 a minute: each writes a part of the rounds. */
const EACH = 50;

const OPEN = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents { match /{document=**} { allow read, write: if true; } }
}`;

/**
 * What the rules cost: a person's message under all of them beside the same under open rules, and a component's reply beside
 * the same by the Admin SDK. All on one emulator (`host`), in projects of their own without functions.
 */
export async function measureWrites(host: string): Promise<Writes> {
  const send = connect(host);
  const [full, open] = [projectOf(send, 'demo-bench-full'), projectOf(send, 'demo-bench-open')];
  await full.load(readFileSync(join(ROOT, 'firestore.rules'), 'utf8'));
  await open.load(OPEN);
  for (const project of [full, open]) await furnish(project);

  const said: string[] = [];
  const say = async (project: Project, round: number): Promise<void> => {
    const id = freshId();
    const uid = uidOf(round);
    if (project === full) said.push(id);
    const message = { author: { kind: 'person', id: uid }, text: 'bench', at: SERVER_TIME, revision: 1 };
    const spent = spending(undefined, sending(id, 1), new Date());
    const isFirst = round % EACH === 0 || round < 0;
    const counted = isFirst ? spent : { 'sent.count': (round % EACH) + 1, 'sent.last': sending(id, 1) };
    await told(
      project.ask(
        person(uid),
        batch(update(memberPath('bench', uid), counted), create(messagePath('bench', id), message)),
      ),
    );
  };
  const write = await paired(
    (round) => say(full, round),
    (round) => say(open, round),
    ROUNDS,
  );
  const at = new URL(`http://${host}`);
  const place = { host: at.hostname, port: Number(at.port) };
  return { write, component: await measureComponentWrite(place, full.id, 'bench', said) };
}

const uidOf = (round: number): string => (round < 0 ? `warm${-round}` : `person${Math.floor(round / EACH)}`);

async function furnish(project: Project): Promise<void> {
  const now = new Date();
  await project.keep({
    [roomPath('bench')]: {
      name: 'Bench',
      visibility: 'open',
      reply: 'always',
      guests: true,
      owners: ['person0'],
      created: now,
      changed: now,
    },
  });
  const uids = Array.from({ length: WARM_UP + ROUNDS }, (_, n) => uidOf(n - WARM_UP));
  for (const uid of new Set(uids))
    await project.keep({ [memberPath('bench', uid)]: { person: uid, role: 'member', joined: now } });
}

/** A denial would be quick, and no measure of anything. */
async function told(verdict: Promise<'allowed' | 'denied'>): Promise<void> {
  if ((await verdict) === 'denied') throw new Error('The rules denied what is measured.');
}
