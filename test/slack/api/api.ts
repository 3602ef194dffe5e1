import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import type { Cooldowns } from '../faults/cooldowns.ts';
import type { Faults } from '../faults/faults.ts';
import type { Pace } from '../faults/pace.ts';
import type { Settings } from '../settings.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { answer } from './answer.ts';
import type { Calls } from './calls.ts';

export interface ApiParts {
  workspaces: Workspaces;
  settings: Settings;
  faults: Faults;
  cooldowns: Cooldowns;
  pace: Pace;
  calls: Calls;
}

export type Bound = { Bindings: HttpBindings };

/** Slack's Web API, at `/<method>`: each call is logged, struck by the fault that waits for it, and answered. */
export function api(parts: ApiParts): Hono<Bound> {
  const app = new Hono<Bound>();
  app.on(['GET', 'POST'], '/:method', async (c) => {
    const { calls, workspaces } = parts;
    const method = c.req.param('method');
    const seen = calls.log.add({ method, at: workspaces.first.now(), status: null });
    const begun = performance.now();
    const response = await answer(c, parts, seen);
    if (response !== RESPONSE_ALREADY_SENT) seen.status = response.status;
    seen.ms = Math.round(performance.now() - begun);
    return response;
  });
  return app;
}
