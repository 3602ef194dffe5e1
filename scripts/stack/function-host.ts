/**
 * Serves one HTTPS function of a build, as the platform does: in a process of its own.
 *
 * `node function-host.ts <build/index.js> <name of the function> <port>`; port 0 takes any free one. Says where it is when it
 * is ready. A build that has changed is loaded anew.
 */
import { statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { HOST } from './project.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const [, , build = '', name = '', port = ''] = process.argv;
let loaded: { readonly at: number; readonly handle: Handle } | undefined;

async function load(): Promise<Handle> {
  const at = statSync(build).mtimeMs;
  if (loaded?.at !== at) {
    const functions: Record<string, Handle | undefined> = await import(`${pathToFileURL(build).href}?${at}`);
    const handle = functions[name];
    if (!handle) throw new Error(`There is no function "${name}" in ${build}.`);
    loaded = { at, handle };
  }
  return loaded.handle;
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const handle = await load();
    await handle(Object.assign(request, { rawBody: Buffer.concat(chunks) }), response);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (!response.headersSent) response.writeHead(500).end();
  }
}

await load();
const server = createServer((request, response) => void serve(request, response));
server.listen(Number(port), HOST, () => {
  const address = server.address();
  if (typeof address === 'object') process.stdout.write(`${name} on http://${HOST}:${address?.port}\n`);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
