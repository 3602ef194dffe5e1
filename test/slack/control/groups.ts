import { Hono } from 'hono';
import { groupView } from '../workspace/group.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { body } from './body.ts';
import { workspaceIn } from './lookup.ts';
import { Refusal } from './refusal.ts';

const ID = /^S[A-Z0-9]{2,}$/;

/** User groups, as those who run the workspace make and change them. */
export function groups(workspaces: Workspaces): Hono {
  const app = new Hono();

  app.put('/usergroups/:id', async (c) => {
    const input = await body(c, ['handle', 'name', 'disabled']);
    const workspace = workspaceIn(c, workspaces);
    const { id } = c.req.param();
    if (!ID.test(id)) throw new Refusal(`"${id}" is no id of a group: S and at least two letters or digits.`);
    const handle = input.text('handle');
    const name = input.optionalText('name') ?? handle;
    const group = workspace.addGroup({ id, handle, name, disabled: input.flag('disabled') ?? false });
    return c.json({ usergroup: groupView(group, workspace.team.id) });
  });

  return app;
}
