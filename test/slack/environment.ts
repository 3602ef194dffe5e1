import type { SlackOptions, WorkspaceOptions } from './options.ts';
import { TEAM } from './workspace/seed.ts';

/** What the environment configures, or a sentence about what is wrong with it. */
export function optionsFrom(env: NodeJS.ProcessEnv): SlackOptions | string {
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: botToken } = env;
  if (!signingSecret || !botToken)
    return 'The Slack stand-in needs SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN in its environment.';
  const port = Number(env.SLACK_PORT ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `SLACK_PORT must be a port from 0 to 65535, not "${env.SLACK_PORT}".`;
  const speed = Number(env.SLACK_SPEED || 1);
  if (!(speed > 0)) return `SLACK_SPEED must be a number above 0, not "${env.SLACK_SPEED}".`;
  const workspaces = workspacesIn(env.SLACK_WORKSPACES || '[]', botToken);
  if (!workspaces)
    return 'SLACK_WORKSPACES must be a JSON list of objects, each with an "id" (T…) and a "token" of its own.';
  return {
    port,
    speed,
    signingSecret,
    botToken,
    workspaces,
    ...(env.SLACK_EVENTS_URL && { eventsUrl: env.SLACK_EVENTS_URL }),
    ...(env.SLACK_COMMANDS_URL && { commandsUrl: env.SLACK_COMMANDS_URL }),
    ...(env.SLACK_SCOPES && { scopes: env.SLACK_SCOPES.split(',').map((scope) => scope.trim()) }),
  };
}

/** The further workspaces: each with an id and a token that no other has, the first workspace's included. */
function workspacesIn(json: string, botToken: string): WorkspaceOptions[] | undefined {
  const value = parsed(json);
  if (!Array.isArray(value) || !value.every(isWorkspace)) return undefined;
  const ids = new Set([TEAM.id, ...value.map(({ id }) => id)]);
  const tokens = new Set([botToken, ...value.map(({ token }) => token)]);
  return ids.size === value.length + 1 && tokens.size === value.length + 1 ? value : undefined;
}

/** Whether it can be a workspace; channels and users in it are taken on trust. */
const isWorkspace = (value: unknown): value is WorkspaceOptions =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  /^T[A-Z0-9]{2,}$/.test(value.id) &&
  'token' in value &&
  typeof value.token === 'string' &&
  value.token !== '';

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
