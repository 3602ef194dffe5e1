import { Hono } from 'hono';
import { DEFAULTS, type Settings } from '../settings.ts';
import { body } from './body.ts';
import type { Input } from './input.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';

/** What may be switched while Slack runs. */
export function settingsRoutes({ settings }: Parts): Hono {
  const app = new Hono();
  app.patch('/settings', async (c) => {
    Object.assign(settings, changes(await body(c, Object.keys(DEFAULTS))));
    return c.json({ settings });
  });
  return app;
}

/** Those settings that were given. */
function changes(input: Input): Partial<Settings> {
  const read: { [Name in keyof Settings]: () => Settings[Name] | undefined } = {
    speed: () => input.number('speed', Number.MIN_VALUE),
    deadline: () => input.number('deadline', 1),
    pace: () => paceOf(input),
    rate: () => input.number('rate', Number.MIN_VALUE),
    deduplicate: () => input.flag('deduplicate'),
    metadata_events: () => input.list('metadata_events'),
    subscriptions: () => listOrAll(input, 'subscriptions'),
    message_replied: () => input.word('message_replied', ['never', 'named', 'bare']),
    emoji: () => listOrAll(input, 'emoji'),
    commands: () => input.list('commands'),
  };
  const given = Object.entries(read).filter(([name]) => input.has(name));
  return Object.fromEntries(given.map(([name, value]) => [name, value()]));
}

const listOrAll = (input: Input, name: string): string[] | null =>
  input.raw(name) === null ? null : (input.list(name) ?? null);

function paceOf(input: Input): number | false {
  if (input.raw('pace') === false) return false;
  if (typeof input.raw('pace') !== 'number')
    throw new Refusal('The field "pace" must be false or a number of posts of at least 1.');
  return input.number('pace', 1) ?? false;
}
