import { Hono } from 'hono';
import { body } from './body.ts';
import { address } from './events.ts';
import { channelIn, userIn, workspaceIn } from './lookup.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';

/** Slash commands: typed by people, where they go, and what was answered. */
export function commands({ workspaces, commands: all }: Parts): Hono {
  const app = new Hono();

  app.put('/commands-url', async (c) => {
    all.url = address(await body(c, ['url']));
    return c.json({ url: all.url });
  });

  app.get('/commands', (c) => c.json({ commands: all.log.entries() }));

  app.post('/commands', async (c) => {
    const input = await body(c, ['user', 'channel', 'text']);
    const workspace = workspaceIn(c, workspaces);
    const channel = channelIn(workspace, input.text('channel'));
    const user = userIn(workspace, input.text('user'));
    const text = input.text('text');
    if (!/^\/\S/.test(text)) throw new Refusal('A command begins with a slash, as in "/tsunagi status".');
    return c.json({ command: await all.run(workspace, channel, user, text) });
  });

  app.get('/ephemerals', (c) => {
    const { user, channel } = c.req.query();
    const shown = workspaceIn(c, workspaces).ephemerals.filter(
      (one) => (user ?? one.user) === one.user && (channel ?? one.channel) === one.channel,
    );
    return c.json({ ephemerals: shown });
  });

  return app;
}
