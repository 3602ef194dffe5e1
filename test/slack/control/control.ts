import { Hono } from 'hono';
import { batch } from './batch.ts';
import { changes } from './changes.ts';
import { channels } from './channels.ts';
import { commands } from './commands.ts';
import { events } from './events.ts';
import { faultRoutes } from './faults.ts';
import { groups } from './groups.ts';
import { hookRoutes } from './hooks.ts';
import { installation } from './installation.ts';
import { messages } from './messages.ts';
import type { Parts } from './parts.ts';
import { people } from './people.ts';
import { reactions } from './reactions.ts';
import { Refusal } from './refusal.ts';
import { reset } from './reset.ts';
import { settingsRoutes } from './settings.ts';
import { state } from './state.ts';
import { stream } from './stream.ts';

/** The control interface: what people do in Slack, what goes wrong, and what was seen. See README.md. */
export function control(parts: Parts): Hono {
  const { workspaces, settings } = parts;
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ error: error.message }, 400);
    throw error;
  });
  for (const routes of [messages, changes, channels, people, groups, installation, stream])
    app.route('/', routes(workspaces));
  app.route('/', reactions(workspaces, settings));
  for (const routes of [commands, events, faultRoutes, hookRoutes, reset, settingsRoutes, state])
    app.route('/', routes(parts));
  app.route('/', batch(app));
  app.all('*', (c) =>
    c.json({ error: `There is no ${c.req.method} ${c.req.path}; see test/slack/README.md.` }, 404),
  );
  return app;
}
