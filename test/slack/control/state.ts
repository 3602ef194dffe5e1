import { Hono } from 'hono';
import { DEFAULTS, type Settings } from '../settings.ts';
import { channelView } from '../workspace/channel.ts';
import { userView } from '../workspace/user.ts';
import { body } from './body.ts';
import type { Input } from './input.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';

/** The whole: what there is, how it is set, which calls it got, and back to the beginning. */
export function state(parts: Parts): Hono {
  const { workspace, settings, sender, calls } = parts;
  const app = new Hono();

  app.get('/state', (c) => {
    const { team, app: itself, channels, users, origin } = workspace;
    return c.json({
      team,
      app: itself,
      events_url: sender.url ?? null,
      settings,
      channels: [...channels.values()].map((channel) => channelView(channel, itself.bot_user)),
      users: [...users.values()].map((user) => userView(user, team.id, origin)),
    });
  });

  app.get('/calls', (c) => {
    const method = c.req.query('method');
    const seen = calls.log.entries().filter((call) => method === undefined || call.method === method);
    return c.json({ calls: seen, violations: { within_retry_after: calls.withinRetryAfter } });
  });

  app.patch('/settings', async (c) => {
    Object.assign(settings, changes(await body(c, Object.keys(DEFAULTS))));
    return c.json({ settings });
  });

  app.post('/reset', (c) => {
    Object.assign(settings, parts.initial);
    for (const one of [parts.faults, parts.cooldowns, parts.pace, calls, parts.dispatcher]) one.clear();
    workspace.reset();
    return c.json({ ok: true });
  });

  return app;
}

function changes(input: Input): Partial<Settings> {
  const speed = input.number('speed', Number.MIN_VALUE);
  const deadline = input.number('deadline', 1);
  const deduplicate = input.flag('deduplicate');
  const metadata_events = input.texts('metadata_events');
  return {
    ...(speed !== undefined && { speed }),
    ...(deadline !== undefined && { deadline }),
    ...(deduplicate !== undefined && { deduplicate }),
    ...(metadata_events && { metadata_events }),
    ...(input.has('pace') && { pace: paceOf(input) }),
  };
}

function paceOf(input: Input): number | false {
  if (input.raw('pace') === false) return false;
  if (typeof input.raw('pace') !== 'number')
    throw new Refusal('The field "pace" must be false or a number of posts of at least 1.');
  return input.number('pace', 1) ?? false;
}
