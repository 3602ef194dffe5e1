import { readdirSync, readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { picture } from './workspace/picture.ts';
import type { Workspaces } from './workspace/workspaces.ts';

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
const FILES = readdirSync(new URL('page/', import.meta.url)).filter((name) => !name.endsWith('.html'));

/** Pictures of an app's posts may come from anywhere; all else from here. */
const POLICY =
  "default-src 'self'; img-src * data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The page for a person, and the pictures of people who have none. Permalinks lead to it too. */
export function page(workspaces: Workspaces): Hono {
  const app = new Hono();
  for (const path of ['/', '/archives/:channel/:message', '/files/:user/:id/:name'])
    app.get(path, (c) => c.body(file('index.html'), 200, head('html')));
  for (const name of FILES)
    app.get(`/${name}`, (c) => c.body(file(name), 200, head(name.endsWith('css') ? 'css' : 'js')));
  app.get('/pictures/:team/:file', (c) => {
    const { team, file } = c.req.param();
    const user = workspaces.get(team)?.users.get(file.replace(/\.svg$/, ''));
    return user ? c.body(picture(user), 200, { 'Content-Type': 'image/svg+xml' }) : c.notFound();
  });
  return app;
}

const file = (name: string): string => readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');

const head = (type: keyof typeof TYPES): Record<string, string> => ({
  'Content-Type': `${TYPES[type]}; charset=utf-8`,
  'Content-Security-Policy': POLICY,
  'Cache-Control': 'no-cache',
});
