import { Hono } from 'hono';
import { channels } from './channels.ts';
import { events } from './events.ts';
import { faultRoutes } from './faults.ts';
import { messages } from './messages.ts';
import type { Parts } from './parts.ts';
import { people } from './people.ts';
import { Refusal } from './refusal.ts';
import { state } from './state.ts';
import { stream } from './stream.ts';

/** The control interface: what people do in Slack, what goes wrong, and what was seen. See README.md. */
export function control(parts: Parts): Hono {
  const { workspace } = parts;
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ error: error.message }, 400);
    throw error;
  });
  for (const routes of [messages(workspace), channels(workspace), people(workspace), stream(workspace)])
    app.route('/', routes);
  for (const routes of [faultRoutes(parts), events(parts), state(parts)]) app.route('/', routes);
  app.all('*', (c) =>
    c.json({ error: `There is no ${c.req.method} ${c.req.path}; see test/slack/README.md.` }, 404),
  );
  return app;
}
