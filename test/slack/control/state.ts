import { Hono } from 'hono';
import { channelView } from '../workspace/channel.ts';
import { listed } from '../workspace/installation.ts';
import { userView } from '../workspace/user.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { workspaceIn } from './lookup.ts';
import type { Parts } from './parts.ts';

/** What there is in a workspace, and which calls it got. */
export function state({ workspaces, settings, sender, commands, calls }: Parts): Hono {
  const app = new Hono();

  app.get('/state', (c) => {
    const workspace = workspaceIn(c, workspaces);
    return c.json({
      workspaces: [...workspaces].map(({ team }) => team),
      ...shown(workspace),
      events_url: sender.url ?? null,
      commands_url: commands.url ?? null,
      settings,
      ...(c.req.query('messages') !== 'none' && { messages: messagesOf(workspace) }),
    });
  });

  app.get('/calls', (c) => {
    const { method, team, channel } = c.req.query();
    const seen = calls.log
      .entries()
      .filter(
        (call) =>
          (method ?? call.method) === call.method &&
          (team ?? call.team) === call.team &&
          (channel ?? call.channel) === call.channel,
      );
    return c.json({ calls: seen, violations: { within_retry_after: calls.withinRetryAfter } });
  });

  return app;
}

function shown({ team, app, installation, channels, users, origin }: Workspace): Record<string, unknown> {
  return {
    team,
    app,
    installation: { scopes: listed(installation.scopes), lapse: installation.lapse ?? null },
    channels: [...channels.values()].map((channel) => channelView(channel, app.bot_user)),
    users: [...users.values()].map((user) => userView(user, team.id, origin)),
  };
}

/** Everything said in every channel, replies and metadata included, by the channel's id. */
const messagesOf = ({ channels }: Workspace): Record<string, unknown> =>
  Object.fromEntries([...channels.values()].map(({ id, messages }) => [id, messages.views()]));
