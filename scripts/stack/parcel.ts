import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { HOST } from './project.ts';

/** A request as it came, to be brought on byte by byte. */
export interface Parcel {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Headers that speak of a connection, and not of what is brought: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const OF_CONNECTION = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'upgrade',
  'http2-settings',
]);

/** Takes in a whole request. */
export async function taken(incoming: IncomingMessage): Promise<Parcel> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = Object.entries(incoming.headers).filter(([name]) => !OF_CONNECTION.has(name));
  return { path: incoming.url ?? '/', headers: Object.fromEntries(headers), body: Buffer.concat(chunks) };
}

/** Posts it to this port; resolves with what went wrong, if anything did. `patience` is in milliseconds. */
export function post(
  { path, headers, body }: Parcel,
  port: number,
  patience: number,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A connection of its own: one that is kept may be closed by the other side in the moment it is used again.
    const outgoing = request(
      {
        agent: false,
        host: HOST,
        port,
        path,
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
      },
      (response) => {
        const { statusCode = 0 } = response;
        response.resume();
        response.once('close', () =>
          resolve(statusCode >= 200 && statusCode < 300 ? undefined : `was answered with ${statusCode}`),
        );
      },
    );
    outgoing.setTimeout(patience, () => outgoing.destroy(new Error('no answer')));
    outgoing.once('error', (error) => resolve(`was not taken (${error.message})`));
    outgoing.end(body);
  });
}
