import { say } from '../report.ts';
import { ACCOUNTS } from '../seed/accounts.ts';
import { seed } from '../seed/index.ts';
import { PARTNER } from '../seed/partner.ts';
import { freePorts } from '../stack/free-ports.ts';
import { startStack } from '../stack/index.ts';
import type { Tally } from './tally.ts';
import { runVitest } from './vitest.ts';

/** Runs projects of tests against everything, started for them on ports of its own. They find it by `TSUNAGI_STACK`. */
export async function testOnStack(projects: readonly string[], signal: AbortSignal): Promise<Tally> {
  const name = `test-${projects.join('-')}`;
  const ports = await freePorts();
  const stack = await startStack({
    name,
    report: say,
    ports,
    web: projects.includes('browser'),
    accounts: ACCOUNTS,
    workspaces: [PARTNER],
    signal,
  });
  try {
    await seed(stack);
    const { projectId, urls, secrets, environment, runFolder } = stack;
    const about = JSON.stringify({ projectId, urls, ports, secrets, environment, runFolder });
    return await runVitest(projects, {
      env: { ...process.env, ...environment, TSUNAGI_STACK: about },
      signal,
    });
  } finally {
    await stack.stop();
  }
}
