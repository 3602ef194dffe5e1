import { Hono } from 'hono';
import { userView } from '../workspace/user.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { body } from './body.ts';
import type { Input } from './input.ts';
import { userIn, workspaceIn } from './lookup.ts';
import { Refusal } from './refusal.ts';

const PROFILE = ['name', 'real_name', 'display_name', 'picture'] as const;
const ID = /^[UW][A-Z0-9]{2,}$/;

/** Who is in the workspace, and what they change about themselves. */
export function people(workspaces: Workspaces): Hono {
  const app = new Hono();

  app.post('/users', async (c) => {
    const input = await body(c, ['id', 'bot', 'is_admin', ...PROFILE]);
    const workspace = workspaceIn(c, workspaces);
    const name = input.text('name');
    const id = newId(
      input.optionalText('id') ?? `U0${name.toUpperCase().replace(/[^A-Z0-9]/g, '')}`,
      workspace,
    );
    const bot = { id: `B${id.slice(1)}`, app_id: `A${id.slice(1)}` };
    const user = workspace.addUser({
      ...profile(input),
      id,
      name,
      ...admin(input),
      ...(input.flag('bot') && { bot }),
    });
    for (const channel of workspace.channels.values()) channel.members.add(id);
    workspace.announce({ kind: 'team_join', user });
    return c.json({ user: shown(workspace, id) });
  });

  app.patch('/users/:id', async (c) => {
    const input = await body(c, [...PROFILE, 'deleted', 'is_admin']);
    const workspace = workspaceIn(c, workspaces);
    const { id } = c.req.param();
    const deleted = input.flag('deleted');
    const changes = { ...profile(input), ...admin(input), ...(deleted !== undefined && { deleted }) };
    const user = workspace.addUser({ ...userIn(workspace, id), ...changes, updated: workspace.seconds() });
    workspace.announce({ kind: 'user_change', user });
    return c.json({ user: shown(workspace, id) });
  });

  return app;
}

const shown = (workspace: Workspace, id: string) =>
  userView(userIn(workspace, id), workspace.team.id, workspace.origin);

function newId(id: string, { users }: Workspace): string {
  if (!ID.test(id))
    throw new Refusal(`"${id}" is no id of a user: give "id" as U and at least two letters or digits.`);
  if (users.has(id)) throw new Refusal(`There is already a user "${id}".`);
  return id;
}

/** Whether they run the workspace, where that is said. */
const admin = (input: Input): { is_admin?: boolean } => {
  const is_admin = input.flag('is_admin');
  return is_admin === undefined ? {} : { is_admin };
};

const profile = (input: Input) => input.texts(...PROFILE);
