import { Hono } from 'hono';
import { handshake } from '../events/handshake.ts';
import { body } from './body.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';

/** How long an idle request waits unless it says so, in milliseconds. */
const PATIENCE = 10_000;

/** Events: where they go, what became of them, and events nothing here would cause. */
export function events({ workspace, settings, sender, dispatcher, signingSecret }: Parts): Hono {
  const app = new Hono();

  app.put('/events-url', async (c) => {
    const input = await body(c, ['url', 'verify']);
    const url = input.text('url');
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
      throw new Refusal(`"${url}" is no http or https URL.`);
    const wrong = input.flag('verify')
      ? await handshake(url, signingSecret, workspace.now, settings.deadline)
      : undefined;
    if (wrong !== undefined) throw new Refusal(wrong);
    sender.url = url;
    return c.json({ url });
  });

  app.get('/events', (c) => c.json({ events: dispatcher.log.entries() }));

  app.post('/events', async (c) => {
    const event = (await body(c, ['event'])).record('event');
    if (typeof event.type !== 'string')
      throw new Refusal('The event must have a "type", as in {"event": {"type": "pin_added"}}.');
    const { event_id } = dispatcher.dispatch({ ...event, type: event.type });
    return c.json({ event_id });
  });

  app.get('/idle', async (c) => {
    const timeout = Number(c.req.query('timeout') ?? PATIENCE);
    if (!Number.isFinite(timeout) || timeout < 0)
      throw new Refusal('"timeout" must be a number of milliseconds.');
    const idle = await sender.idle(timeout);
    const { outstanding } = sender;
    const { held } = dispatcher;
    return c.json({ idle, outstanding, held }, idle ? 200 : 504);
  });

  return app;
}
