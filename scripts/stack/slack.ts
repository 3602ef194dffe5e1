import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import { ROOT } from './project.ts';
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
