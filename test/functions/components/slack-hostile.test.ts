import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerGreeting } from '../../../functions/answers/greeting.ts';
import { slackApply } from '../../../functions/components/slack-apply.ts';
import { slackReceive } from '../../../functions/components/slack-receive.ts';
import type { Fields } from '../../../functions/model/effect.ts';
import type { Response } from '../../../functions/model/event.ts';
import type { Checked } from '../../../functions/model/guard.ts';
import { asInboxEntry, type InboxEntry } from '../../../functions/model/inbox.ts';
import { asMessage } from '../../../functions/model/message.ts';
import { asSlackPerson } from '../../../functions/model/slack-person.ts';
import { SlackError } from '../../../functions/slack/port.ts';
import { Random } from '../../simulation/random.ts';
import { type Hostile, hostile } from '../hostile-requests.ts';
import { link, Memory } from '../memory.ts';

/** `TSUNAGI_HOSTILE=10000` for as many as there may be in a night. */
const REQUESTS = Number(process.env.TSUNAGI_HOSTILE ?? 2_000);
const now = new Date('2026-01-01T00:00:00Z');
const time = String(now.getTime() / 1_000);
const receive = slackReceive({
  secrets: () => ['right'],
  hookTokens: () => ['hook'],
  answer: answerGreeting,
  now: () => now,
});
const silent = () => Promise.reject(new SlackError({ kind: 'unknown' }));
const slack = {
  channelName: silent,
  groups: silent,
  user: silent,
  workspace: async () => ({ team: 'T1', url: 'https://t1.slack.com/', bot: 'B1', user: 'U0BOT', scopes: [] }),
  history: silent,
};

const ask = (memory: Memory, { body, type }: Hostile, secret?: string): Promise<Response> => {
  const signature = createHmac('sha256', secret ?? '')
    .update(`v0:${time}:`)
    .update(body)
    .digest('hex');
  const signed = secret !== undefined && { 'x-slack-signature': `v0=${signature}` };
  const headers = { 'content-type': type, 'x-slack-request-timestamp': time, ...signed };
  return memory.run(receive({ method: 'POST', headers, body }));
};

/** Whether every text in it is one that a store takes: no half characters, which JSON spells out, and no NUL. */
const isWellFormed = (value: unknown): boolean =>
  !/(?<!\\)\\u(?:d[89a-f]|0000)/.test(JSON.stringify(value) ?? '');

/** Whatever should not have happened, in words. */
let wrong: string[];
beforeEach(() => {
  wrong = [];
});

describe('thousands of requests by somebody who means no good', { timeout: 120_000 }, () => {
  it('are answered 200, 400 or 413 when they are signed, and what is stored can be stored and applied', async () => {
    const random = new Random(1);
    const seen = new Map<number, number>();
    for (let nth = 0; nth < REQUESTS; nth += 1) {
      const memory = new Memory();
      const request = hostile(random, nth);
      const { status } = await ask(memory, request, 'right');
      seen.set(status, (seen.get(status) ?? 0) + 1);
      // A webhook shows its token, whatever signs it.
      const may = request.what === 'a webhook' ? [200, 400, 401] : [200, 400, 413];
      if (!may.includes(status)) wrong.push(`${nth}, ${request.what}: ${status}`);
      const [stored, ...more] = memory.documents;
      if (stored) await apply(memory, nth, ...stored);
      if (more.length > 0) wrong.push(`${nth} is stored ${more.length + 1} times`);
    }
    expect(wrong).toEqual([]);
    expect(Math.min(...[200, 400, 413].map((status) => seen.get(status) ?? 0))).toBeGreaterThan(
      REQUESTS / 100,
    );
  });
  it('are answered 401 when they are not, and leave nothing behind', async () => {
    const random = new Random(2);
    const memory = new Memory();
    for (let nth = 0; nth < REQUESTS; nth += 1) {
      const secret = random.pick(['', 'wrong', 'none']);
      const { body, status } = await ask(
        memory,
        hostile(random, nth),
        secret === 'none' ? undefined : secret,
      );
      if (status !== 401 || body !== '') wrong.push(`${nth}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(memory.effects).toEqual([]);
  });
});

const guards: Readonly<Record<string, (value: unknown) => Checked<unknown>>> = {
  inbox: asInboxEntry,
  rooms: asMessage,
  slackPeople: asSlackPerson,
};

/** What was stored is an entry, and comes to something; what it becomes is a message. */
async function apply(memory: Memory, nth: number, path: string, fields: Fields): Promise<void> {
  const entry = asInboxEntry(fields);
  if (!entry.ok || !isWellFormed({ ...fields, body: '' })) {
    wrong.push(`${nth}: ${path} cannot be stored`);
    return;
  }
  memory.set('links/lobby', link({ team: 'T0TSUNAGI', channel: 'C0NOBODY' }));
  await memory.run(
    slackApply({ store: memory.reading, slackOf: () => slack })({ id: path.slice(6), entry: entry.value }),
  );
  if (memory.get<InboxEntry>(path)?.state === 'received') wrong.push(`${nth}: nothing came of ${path}`);
  for (const [place, found] of memory.documents) {
    const guard = guards[place.split('/')[0] ?? ''];
    const isGood = !guard || (guard(found).ok && isWellFormed({ ...found, body: '' }));
    if (!isGood) wrong.push(`${nth}: ${place} is not what it should be`);
  }
}
