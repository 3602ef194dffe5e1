import { Hono } from 'hono';
import type { Parts } from './parts.ts';

/** Back to the beginning, at once, whatever is on its way. */
export function reset(parts: Parts): Hono {
  const app = new Hono();
  app.post('/reset', (c) => {
    Object.assign(parts.settings, parts.initial);
    const { faults, cooldowns, pace, calls, dispatcher, commands, hooks } = parts;
    for (const one of [faults, cooldowns, pace, calls, dispatcher, commands.log, hooks.all]) one.clear();
    parts.workspaces.reset();
    return c.json({ ok: true });
  });
  return app;
}
