import { Hono } from 'hono';
import { listed, SCOPES } from '../workspace/installation.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { body } from './body.ts';
import { workspaceIn } from './lookup.ts';
import { Refusal } from './refusal.ts';

/**
 * The app in a workspace: uninstalled, its token revoked, installed again, a scope taken away or given. A lapsed bot
 * token is answered with `account_inactive`: https://docs.slack.dev/reference/methods/auth.test, "Errors".
 */
export function installation(workspaces: Workspaces): Hono {
  const app = new Hono();

  app.post('/uninstall', async (c) => {
    const input = await body(c, ['error', 'silently']);
    const { installation, announce } = parts(c);
    installation.lapse = input.optionalText('error') ?? 'account_inactive';
    if (!input.flag('silently'))
      for (const kind of ['tokens_revoked', 'app_uninstalled'] as const) announce(kind);
    return c.json({ error: installation.lapse });
  });

  app.post('/revoke', async (c) => {
    const input = await body(c, ['error', 'silently']);
    const { installation, announce } = parts(c);
    installation.lapse = input.optionalText('error') ?? 'invalid_auth';
    if (!input.flag('silently')) announce('tokens_revoked');
    return c.json({ error: installation.lapse });
  });

  app.post('/install', async (c) => {
    const input = await body(c, ['token']);
    const { installation } = parts(c);
    delete installation.lapse;
    installation.token = input.optionalText('token') ?? installation.token;
    return c.json({ scopes: listed(installation.scopes) });
  });

  app.on(['PUT', 'DELETE'], '/scopes/:scope', (c) => {
    const { scopes } = parts(c).installation;
    const scope = c.req.param('scope');
    if (!SCOPES.includes(scope))
      throw new Refusal(`There is no scope "${scope}" here; the scopes are ${listed(SCOPES)}.`);
    if (c.req.method === 'PUT') scopes.add(scope);
    else scopes.delete(scope);
    return c.json({ scopes: listed(scopes) });
  });

  const parts = (c: Parameters<typeof workspaceIn>[0]) => {
    const workspace = workspaceIn(c, workspaces);
    const announce = (kind: 'app_uninstalled' | 'tokens_revoked') => workspace.announce({ kind });
    return { installation: workspace.installation, announce };
  };
  return app;
}
