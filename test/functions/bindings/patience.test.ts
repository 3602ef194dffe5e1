import { expect, it, vi } from 'vitest';
import { patient } from '../../../functions/bindings/patience.ts';
import { SlackError, type SlackTrouble } from '../../../functions/slack/port.ts';

const refuses = (trouble: SlackTrouble) =>
  vi.fn<() => Promise<string>>(() => Promise.reject(new SlackError(trouble)));
const trouble = (of: SlackTrouble) => expect.objectContaining({ trouble: of });

it('leaves Slack in peace for as long as it wants, and asks again then', async () => {
  let now = 1_000;
  const ask = patient(() => now);
  const limited = refuses({ kind: 'limited', seconds: 30 });
  await expect(ask(limited)).rejects.toEqual(trouble({ kind: 'limited', seconds: 30 }));
  const answers = vi.fn<() => Promise<string>>(() => Promise.resolve('hana'));
  now += 29_500;
  await expect(ask(answers)).rejects.toEqual(trouble({ kind: 'limited', seconds: 1 }));
  expect(answers).not.toHaveBeenCalled();
  now += 500;
  await expect(ask(answers)).resolves.toBe('hana');
});

it('waits for nothing else', async () => {
  const ask = patient(() => 0);
  await expect(ask(refuses({ kind: 'unknown' }))).rejects.toEqual(trouble({ kind: 'unknown' }));
  await expect(ask(() => Promise.resolve('ken'))).resolves.toBe('ken');
});
