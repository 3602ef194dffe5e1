import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { Hook } from '../hooks/hook.ts';
import { body } from './body.ts';
import { address } from './events.ts';
import { channelIn, workspaceIn } from './lookup.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';

const FIELDS = ['url', 'channel', 'trigger_words', 'token', 'username', 'signs'];

/** Outgoing webhooks: set up and taken down. */
export function hookRoutes({ workspaces, hooks }: Parts): Hono {
  const app = new Hono();

  app.get('/webhooks', (c) => c.json({ webhooks: [...hooks.all.values()] }));

  app.post('/webhooks', async (c) => {
    const input = await body(c, FIELDS);
    const workspace = workspaceIn(c, workspaces);
    const named = input.optionalText('channel');
    const channel = named === undefined ? undefined : channelIn(workspace, named).id;
    const trigger_words = input.list('trigger_words') ?? [];
    if (channel === undefined && trigger_words.length === 0)
      throw new Refusal('An outgoing webhook needs a channel, or trigger words, or both.');
    const hook: Hook = {
      id: randomBytes(5).toString('hex').toUpperCase(),
      team: workspace.team.id,
      token: input.optionalText('token') ?? randomBytes(12).toString('hex'),
      ...(input.has('url') && { url: address(input) }),
      ...(channel !== undefined && { channel }),
      trigger_words,
      username: input.optionalText('username') ?? 'outgoing-webhook',
      signs: input.flag('signs') ?? false,
    };
    hooks.all.set(hook.id, hook);
    return c.json({ webhook: hook });
  });

  app.delete('/webhooks/:id', (c) => {
    if (!hooks.all.delete(c.req.param('id'))) throw new Refusal('There is no such webhook.');
    return c.json({ webhooks: [...hooks.all.values()] });
  });

  return app;
}
