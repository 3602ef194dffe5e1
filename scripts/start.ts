import { say, stepReport } from './report.ts';
import { ACCOUNTS } from './seed/accounts.ts';
import { seed } from './seed/index.ts';
import { type Stack, startStack } from './stack/index.ts';
import { everyMinute } from './stack/schedule.ts';

/** `npm start`: everything on this machine, until Ctrl+C. */
export default async function start(signal: AbortSignal): Promise<void> {
  const report = stepReport();
  const stack = await startStack({ name: 'start', report, own: true, accounts: ACCOUNTS, signal });
  let stopSweeping = () => undefined as void;
  try {
    await seed(stack);
    sayAddresses(stack);
    stopSweeping = everyMinute(stack.urls.functions, 'sweep', say);
    await untilEnd(stack, signal);
  } finally {
    say('Stopping …');
    stopSweeping();
    await stack.stop();
  }
}

/** The addresses, and that all is ready. */
export function sayAddresses({ urls, runFolder }: Stack): void {
  const rows = [
    ['Web app', urls.web],
    ['Slack', urls.slack],
    ['Functions', urls.functions],
    ['Firestore', urls.firestore],
    ['Auth', urls.auth],
    ['Logs', runFolder],
  ];
  say('');
  for (const [name = '', address = ''] of rows) say(`  ${name.padEnd(10)} ${address}`);
  say('\nReady');
}

/** Resolves at the signal; throws when a part of the stack ends before. */
export async function untilEnd(stack: Stack, signal: AbortSignal): Promise<void> {
  const end = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const broken = await Promise.race([end, stack.broken]);
  if (broken) throw broken;
}
