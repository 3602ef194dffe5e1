import { Hono } from 'hono';
import type { Workspaces } from './workspace/workspaces.ts';

/** The most that is made up for a file, in bytes, whatever size was pretended. */
const MOST = 50 * 1024 * 1024;

/**
 * What lies at a file's `url_private`: spaces, as many as the file pretends to have bytes, for who shows a token with
 * `files:read`; everybody else is sent to a page, as Slack sends them to its sign-in with a status of success.
 * Source: https://docs.slack.dev/reference/objects/file-object, "url_private"
 */
export function downloads(workspaces: Workspaces): Hono {
  const app = new Hono();
  app.get('/files-pri/:place/*', (c) => {
    const [team = '', id = ''] = c.req.param('place').split('-');
    const workspace = workspaces.get(team);
    const shown = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const { token, scopes, lapse } = workspace?.installation ?? { token: undefined, scopes: new Set() };
    if (shown === undefined || shown !== token || lapse !== undefined || !scopes.has('files:read'))
      return c.redirect('/');
    const file = [...(workspace?.channels.values() ?? [])]
      .map(({ messages }) => messages.file(id))
      .find((one) => one !== undefined);
    if (!file || typeof file.size !== 'number') return c.notFound();
    return c.body(Buffer.alloc(Math.min(file.size, MOST), ' '), 200, {
      'Content-Type': String(file.mimetype),
    });
  });
  return app;
}
