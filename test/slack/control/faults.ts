import { Hono } from 'hono';
import { ORDER, order } from '../faults/order.ts';
import { body } from './body.ts';
import type { Parts } from './parts.ts';

/** The faults: order, list and clear them. Clearing also ends cooldowns and sends what a reorder kept back. */
export function faultRoutes({ faults, cooldowns, pace, dispatcher }: Parts): Hono {
  const app = new Hono();
  app.get('/faults', (c) => c.json({ faults: faults.list() }));
  app.post('/faults', async (c) => c.json({ fault: faults.add(order(await body(c, ORDER))) }));
  app.delete('/faults', (c) => {
    faults.clear();
    cooldowns.clear();
    pace.clear();
    dispatcher.release();
    return c.json({ faults: [] });
  });
  return app;
}
