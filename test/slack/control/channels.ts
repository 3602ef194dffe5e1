import { Hono } from 'hono';
import { channelView } from '../workspace/channel.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { body } from './body.ts';
import { channelIn } from './lookup.ts';
import { Refusal } from './refusal.ts';

const ID = /^[CG][A-Z0-9]{2,}$/;
/** https://docs.slack.dev/reference/methods/conversations.create, "Naming"; letters of any script. */
const NAME = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]{1,80}$/u;

/** The workspace's channels, and what an owner does to them. */
export function channels(workspace: Workspace): Hono {
  const app = new Hono();
  const { bot_user } = workspace.app;

  app.post('/channels', async (c) => {
    const input = await body(c, ['id', 'name', 'is_private', 'is_member']);
    const name = named(input.text('name'));
    const id = input.optionalText('id') ?? `C0${name.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;
    if (!ID.test(id))
      throw new Refusal(`"${id}" is no id of a channel: give "id" as C and at least two letters or digits.`);
    if (workspace.channels.has(id)) throw new Refusal(`There is already a channel "${id}".`);
    const is_private = input.flag('is_private') ?? false;
    const channel = workspace.addChannel({
      id,
      name,
      is_private,
      is_member: input.flag('is_member') ?? true,
    });
    workspace.announce({ kind: 'channel_created', channel });
    return c.json({ channel: channelView(channel, bot_user) });
  });

  app.patch('/channels/:id', async (c) => {
    const input = await body(c, ['name', 'is_archived', 'is_member', 'user']);
    const channel = channelIn(workspace, c.req.param('id'));
    const user = input.optionalText('user') ?? 'U0HANA';
    const [name, is_archived, is_member] = [
      input.optionalText('name'),
      input.flag('is_archived'),
      input.flag('is_member'),
    ];
    if (name !== undefined) {
      channel.name = named(name);
      workspace.announce({ kind: 'channel_rename', channel });
    }
    if (is_archived !== undefined && is_archived !== channel.is_archived) {
      channel.is_archived = is_archived;
      workspace.announce({ kind: is_archived ? 'channel_archive' : 'channel_unarchive', channel, user });
    }
    if (is_member === false) channel.members.delete(bot_user);
    if (is_member === true && !channel.members.has(bot_user)) {
      channel.members.add(bot_user);
      workspace.announce({ kind: 'joined', channel, user: bot_user });
    }
    return c.json({ channel: channelView(channel, bot_user) });
  });

  return app;
}

function named(name: string): string {
  if (!NAME.test(name))
    throw new Refusal(`"${name}" is no channel's name: lower case, digits, "-" and "_", at most 80.`);
  return name;
}
