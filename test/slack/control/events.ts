import { Hono } from 'hono';
import { handshake } from '../events/handshake.ts';
import { body } from './body.ts';
import type { Input } from './input.ts';
import { workspaceIn } from './lookup.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';

/** How long an idle request waits unless it says so, in milliseconds. */
const PATIENCE = 10_000;

/** Events: where they go, what became of them, and events nothing here would cause. */
export function events({ workspaces, settings, sender, dispatcher, traffic, signingSecret }: Parts): Hono {
  const app = new Hono();

  app.put('/events-url', async (c) => {
    const input = await body(c, ['url', 'verify']);
    const url = address(input);
    const wrong = input.flag('verify')
      ? await handshake(url, signingSecret, workspaces.first.now, settings.deadline)
      : undefined;
    if (wrong !== undefined) throw new Refusal(wrong);
    sender.url = url;
    return c.json({ url });
  });

  app.get('/events', (c) => c.json({ events: dispatcher.log.entries() }));

  app.post('/events', async (c) => {
    const input = await body(c, ['event', 'envelope']);
    const envelope = input.has('envelope') ? input.record('envelope') : {};
    const event = input.record('event');
    const { type } = event;
    if (typeof type !== 'string')
      throw new Refusal('The event must have a "type", as in {"event": {"type": "pin_added"}}.');
    const { event_id } = dispatcher.dispatch(workspaceIn(c, workspaces), { ...event, type }, envelope);
    return c.json({ event_id });
  });

  app.post('/release', async (c) => {
    const input = await body(c, ['order', 'together', 'seed']);
    const order = input.word('order', ['kept', 'reversed', 'shuffled']);
    const [together, seed] = [input.flag('together') ?? false, input.number('seed', 0)];
    const { held } = dispatcher;
    dispatcher.release(order && { order, together, ...(seed !== undefined && { seed }) });
    return c.json({ released: held });
  });

  app.get('/idle', async (c) => {
    const timeout = Number(c.req.query('timeout') ?? PATIENCE);
    if (!Number.isFinite(timeout) || timeout < 0)
      throw new Refusal('"timeout" must be a number of milliseconds.');
    const idle = await traffic.idle(timeout);
    const { outstanding } = traffic;
    return c.json({ idle, outstanding, held: dispatcher.held }, idle ? 200 : 504);
  });

  return app;
}

/** An address things are sent to. */
export function address(input: Input): string {
  const url = input.text('url');
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Refusal(`"${url}" is no http or https URL.`);
  return url;
}
