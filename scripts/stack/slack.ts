import { join } from 'node:path';
import { UserError } from '../user-error.ts';
import { type Child, pause, startChild } from './child.ts';
import { telling } from './emulators.ts';
import { HOST, ROOT } from './project.ts';
import type { Secrets } from './settings.ts';

export interface SlackOptions {
  readonly port: number;
  readonly secrets: Secrets;
  /** Where it sends its events: https://api.slack.com/apis/events-api */
  readonly eventsUrl: string;
  readonly log: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts the Slack workspace of `test/slack/`. */
export function startSlack({ port, secrets, eventsUrl, log, env }: SlackOptions): Child {
  return startChild({
    args: [join(ROOT, 'test', 'slack', 'main.ts')],
    cwd: ROOT,
    env: {
      ...env,
      SLACK_PORT: String(port),
      ...secrets,
      SLACK_EVENTS_URL: eventsUrl,
    },
    log,
  });
}

/** Resolves when it answers. `patience` is in milliseconds. */
export async function slackReady(child: Child, port: number, patience: number): Promise<void> {
  const deadline = performance.now() + patience;
  while (!(await answers(`http://${HOST}:${port}/`))) {
    const lines = telling(child.lines());
    if (child.end() !== undefined)
      throw new UserError(`The Slack stand-in ended (${child.end()}) before it was ready.`, { lines });
    if (performance.now() > deadline) throw new UserError('The Slack stand-in does not answer.', { lines });
    await Promise.race([pause(50), child.ended]);
  }
}

/** Whether anything speaks HTTP there, whatever it says. */
const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(1000) }).then(
    async (response) => {
      await response.body?.cancel();
      return true;
    },
    () => false,
  );
