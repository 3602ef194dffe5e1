import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { beforeEach } from 'vitest';
import { inboxesPath } from '#model/inbox.ts';
import { say } from '../../scripts/report.ts';
import { traces } from '../../scripts/test/traces.ts';
import { running } from './running.ts';

const { projectId, runFolder } = running();
const logged = (log: string): string => {
  const file = join(runFolder, `${log}.log`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

// A test that waited in vain knows what it waited for, and not why: what the run's logs say since it began, and what became of Slack's events.
beforeEach(({ onTestFailed, task }) => {
  const [events, calls] = [logged('courier').length, logged('emulators').length];
  const began = new Date();
  onTestFailed(async () => {
    say(`${task.name}: since it began`);
    for (const line of logged('courier').slice(events).split('\n')) if (line) say(`  ${line}`);
    for (const line of traces(logged('emulators').slice(calls))) say(`  ${line}`);
    for (const line of await eventsSince(began)) say(`  ${line}`);
  });
});

/** Slack's events as the inbox has them: what they are, what came of them, and nothing of what they say. */
async function eventsSince(began: Date): Promise<string[]> {
  const app = initializeApp({ projectId }, `failed-${Date.now()}`);
  try {
    const { docs } = await getFirestore(app).collection(inboxesPath).where('received', '>=', began).get();
    return docs.map((one) =>
      `${one.id} ${one.get('type')} ${one.get('state')} ${one.get('reason') ?? ''}`.trim(),
    );
  } finally {
    await deleteApp(app);
  }
}
