import { Hono } from 'hono';
import { channelView } from '../workspace/channel.ts';
import { erase, join, leave, rename, setArchived } from '../workspace/channels.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { body } from './body.ts';
import type { Input } from './input.ts';
import { channelIn, userIn, workspaceIn } from './lookup.ts';
import { Refusal } from './refusal.ts';

const ID = /^[CG][A-Z0-9]{2,}$/;
/** https://docs.slack.dev/reference/methods/conversations.create, "Naming"; letters of any script. */
const NAME = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]{1,80}$/u;

/** The workspace's channels, and what people do to them. */
export function channels(workspaces: Workspaces): Hono {
  const app = new Hono();

  app.post('/channels', async (c) => {
    const input = await body(c, ['id', 'name', 'is_private', 'is_member', 'is_ext_shared']);
    const workspace = workspaceIn(c, workspaces);
    const channel = workspace.addChannel({
      ...identity(input, workspace),
      is_private: input.flag('is_private') ?? false,
      is_member: input.flag('is_member') ?? true,
      is_ext_shared: input.flag('is_ext_shared') ?? false,
    });
    workspace.announce({ kind: 'channel_created', channel });
    return c.json({ channel: channelView(channel, workspace.app.bot_user) });
  });

  app.patch('/channels/:id', async (c) => {
    const input = await body(c, ['name', 'is_archived', 'is_member', 'is_ext_shared', 'user']);
    const workspace = workspaceIn(c, workspaces);
    const { bot_user } = workspace.app;
    const channel = channelIn(workspace, c.req.param('id'));
    const user = who(workspace, input.optionalText('user'));
    const name = input.optionalText('name');
    const [is_archived, is_member] = [input.flag('is_archived'), input.flag('is_member')];
    channel.is_ext_shared = input.flag('is_ext_shared') ?? channel.is_ext_shared;
    if (name !== undefined) rename(workspace, channel, named(name), user);
    if (is_archived !== undefined) setArchived(workspace, channel, is_archived, user);
    if (is_member === false) leave(workspace, channel, bot_user, user);
    if (is_member === true) join(workspace, channel, bot_user, user);
    return c.json({ channel: channelView(channel, bot_user) });
  });

  app.delete('/channels/:id', (c) => {
    const workspace = workspaceIn(c, workspaces);
    const channel = channelIn(workspace, c.req.param('id'));
    erase(workspace, channel, who(workspace, c.req.query('user')));
    return c.json({ channel: channel.id });
  });

  for (const [method, act] of [['PUT', join] as const, ['DELETE', leave] as const])
    app.on(method, '/channels/:id/members/:user', (c) => {
      const workspace = workspaceIn(c, workspaces);
      const channel = channelIn(workspace, c.req.param('id'));
      act(workspace, channel, userIn(workspace, c.req.param('user')).id, c.req.query('by'));
      return c.json({ channel: channel.id, members: [...channel.members] });
    });

  return app;
}

/** Who does it, when nobody is named: the first person there is. */
function who(workspace: Workspace, user: string | undefined): string {
  if (user !== undefined) return userIn(workspace, user).id;
  const first = [...workspace.users.values()].find(({ id, bot }) => !bot && id !== 'USLACKBOT');
  return first?.id ?? workspace.app.bot_user;
}

function identity(input: Input, { channels }: Workspace): { id: string; name: string } {
  const name = named(input.text('name'));
  const id = input.optionalText('id') ?? `C0${name.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;
  if (!ID.test(id))
    throw new Refusal(`"${id}" is no id of a channel: give "id" as C and at least two letters or digits.`);
  if (channels.has(id)) throw new Refusal(`There is already a channel "${id}".`);
  return { id, name };
}

function named(name: string): string {
  if (!NAME.test(name))
    throw new Refusal(`"${name}" is no channel's name: lower case, digits, "-" and "_", at most 80.`);
  return name;
}
