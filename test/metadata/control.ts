import { Hono } from 'hono';
import { parsed } from '#model/bytes.ts';
import { asFault, type Faults } from './fault.ts';
import type { Call } from './platform.ts';

/** The control interface: what shall go wrong, and what was asked. See README.md. */
export function control({ faults, calls }: { faults: Faults; calls: Call[] }): Hono {
  const app = new Hono();
  app.get('/faults', (c) => c.json({ faults: faults.list() }));
  app.post('/faults', async (c) => {
    const seen = asFault(parsed(await c.req.text()));
    if (!seen.ok) return c.json({ error: `${seen.wrong}: see test/metadata/README.md.` }, 400);
    faults.add(seen.value);
    return c.json({ faults: faults.list() });
  });
  app.delete('/faults', (c) => {
    faults.clear();
    return c.json({ faults: [] });
  });
  app.get('/calls', (c) => c.json({ calls }));
  return app;
}
