import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import { ROOT } from './project.ts';
import type { Secrets } from './settings.ts';

/** A workspace beside the first one: a team's id, and who and what is there. */
export type Workspace = {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly users: readonly { readonly id: string; readonly name: string; readonly display_name: string }[];
};

export interface SlackOptions {
  readonly port: number;
  readonly secrets: Secrets;
  readonly workspaces?: readonly Workspace[];
  /** Where it sends its events: https://api.slack.com/apis/events-api */
  readonly eventsUrl: string;
  readonly log: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts the Slack workspaces of `test/slack/`. */
export function startSlack({ port, secrets, workspaces = [], eventsUrl, log, env }: SlackOptions): Child {
  const [token = '', ...tokens] = secrets.SLACK_BOT_TOKEN.split(',');
  const further = workspaces.map((workspace, nth) => ({ ...workspace, token: tokens[nth] }));
  return startChild({
    args: [join(ROOT, 'test', 'slack', 'main.ts')],
    cwd: ROOT,
    env: {
      ...env,
      SLACK_PORT: String(port),
      ...secrets,
      SLACK_BOT_TOKEN: token,
      SLACK_WORKSPACES: JSON.stringify(further),
      SLACK_EVENTS_URL: eventsUrl,
    },
    log,
  });
}
