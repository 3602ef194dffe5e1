import { Hono } from 'hono';
import type { Settings } from '../settings.ts';
import { hasReacted, isEmojiName, react } from '../workspace/reactions.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { body } from './body.ts';
import { channelIn, messageIn, userIn, workspaceIn } from './lookup.ts';
import { Refusal } from './refusal.ts';

interface Reacted {
  channel: string;
  ts: string;
  user: string;
  name: string;
  added: boolean;
}

/** What people react to messages with. */
export function reactions(workspaces: Workspaces, settings: Settings): Hono {
  const app = new Hono();
  const place = '/channels/:channel/messages/:ts/reactions';

  app.post(place, async (c) => {
    const input = await body(c, ['user', 'name']);
    const { channel, ts } = c.req.param();
    const reacted = { channel, ts, user: input.text('user'), name: input.text('name'), added: true };
    change(workspaceIn(c, workspaces), settings, reacted);
    return c.json({ channel, ts });
  });

  app.delete(`${place}/:name`, (c) => {
    const { channel, ts, name } = c.req.param();
    const reacted = { channel, ts, user: c.req.query('user') ?? '', name, added: false };
    change(workspaceIn(c, workspaces), settings, reacted);
    return c.json({ channel, ts });
  });

  return app;
}

function change(
  workspace: Workspace,
  { emoji }: Settings,
  { channel, ts, user, name, added }: Reacted,
): void {
  const place = channelIn(workspace, channel);
  const message = messageIn(place, ts);
  const { id } = userIn(workspace, user);
  if (!isEmojiName(name, emoji))
    throw new Refusal(`"${name}" is no emoji's name: give it without colons, as in "tada".`);
  if (hasReacted(message, id, name) === added)
    throw new Refusal(`${id} ${added ? 'already reacted' : 'did not react'} to ${ts} with "${name}".`);
  react(workspace, place, message, { user: id, name, added });
}
