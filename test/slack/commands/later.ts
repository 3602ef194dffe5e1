import { Hono } from 'hono';
import type { Workspaces } from '../workspace/workspaces.ts';
import type { Commands } from './commands.ts';
import { readResponse, show } from './response.ts';

/**
 * How often and how long, in milliseconds, a `response_url` may be used.
 * Source: https://docs.slack.dev/interactivity/handling-user-interaction, "Message responses".
 */
const USES = 5;
const LIFE = 30 * 60_000;

/** The `response_url` of each command: answers given after the first. The words of refusal are not documented. */
export function laterResponses(workspaces: Workspaces, commands: Commands): Hono {
  const app = new Hono();
  app.post('/commands/:team/:id', async (c) => {
    const { team, id } = c.req.param();
    const workspace = workspaces.get(team);
    const command = commands.find(team, id);
    if (!workspace || !command) return c.json({ ok: false, error: 'invalid_url' }, 404);
    if (workspace.now() - command.at > LIFE) return c.json({ ok: false, error: 'expired_url' }, 404);
    if (command.responses >= USES) return c.json({ ok: false, error: 'used_url' }, 404);
    const response = readResponse(await c.req.text());
    if (!response) return c.json({ ok: false, error: 'no_text' }, 400);
    command.responses += 1;
    show(workspace, command, response);
    return c.text('ok');
  });
  return app;
}
