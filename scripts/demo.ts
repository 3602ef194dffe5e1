import { converse } from './demo/conversation.ts';
import { type Step, Steps } from './demo/steps.ts';
import { say, stepReport } from './report.ts';
import { ACCOUNTS } from './seed/accounts.ts';
import { seed } from './seed/index.ts';
import { freePorts } from './stack/free-ports.ts';
import { startStack } from './stack/index.ts';
import { UserError } from './user-error.ts';

/** `npm run demo`: the whole chain without a person. `--json` prints nothing but the outcome. */
export default async function demo(signal: AbortSignal): Promise<void> {
  const json = process.argv.includes('--json');
  const report = json ? () => undefined : stepReport();
  const ports = await freePorts();
  const stack = await startStack({ name: 'demo', report, ports, web: false, accounts: ACCOUNTS, signal });
  const steps = new Steps(json ? () => undefined : sayStep);
  try {
    await seed(stack);
    report('The Lobby is furnished');
    if (!json) say('');
    await Promise.race([
      converse(stack, steps),
      stack.broken.then((error) => {
        throw error;
      }),
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
      ),
    ]);
  } finally {
    await stack.stop();
  }
  const outcome = { ok: steps.ok, steps: steps.taken.map(({ name, ok, ms }) => ({ name, ok, ms })) };
  if (json) say(JSON.stringify(outcome));
  else if (steps.ok) say('\nEvery step was seen.');
  if (!steps.ok) throw new UserError(`Not every step was seen: ${steps.taken.find(({ ok }) => !ok)?.name}.`);
}

const sayStep = ({ name, ok, ms, seen }: Step): void =>
  say(`  ${ok ? '✓' : '✗'} ${name.padEnd(48)} ${String(ms).padStart(6)} ms   ${seen.replaceAll('\n', ' ')}`);
