import { Agent, request } from 'node:http';

/** An answer of the emulator. */
export type Answer = { readonly status: number; readonly text: string };

/** Sends one request and waits for its answer. `body` is sent as JSON. */
export type Send = (method: string, path: string, body?: object, bearer?: string) => Promise<Answer>;

/** Milliseconds without a byte after which an emulator has hung: its slowest answer, a large coverage report, takes a few seconds. */
const SILENCE = 60_000;

/** Connections that are kept open. More bring nothing: the emulator is busy with eight. */
const CONNECTIONS = 16;

/** The emulator had closed a connection that we thought open, and has not seen the request. */
class Unseen extends Error {}

/** Speaks with the emulator at `host` (`address:port`) over connections that stay open: twice as fast as `fetch`. */
export function connect(host: string): Send {
  const { hostname, port } = new URL(`http://${host}`);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  const trySend = (method: string, path: string, sent: string | undefined, bearer: string | undefined) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ hostname, port, method, path, agent, timeout: SILENCE }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('end', () => {
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
        });
        answer.once('error', reject);
      });
      asked.once('timeout', () => asked.destroy(new Error(`${method} ${path}: no answer.`)));
      asked.once('error', (error: NodeJS.ErrnoException) => {
        const isUnseen = asked.reusedSocket && error.code === 'ECONNRESET';
        reject(isUnseen ? new Unseen(error.message, { cause: error }) : error);
      });
      if (bearer) asked.setHeader('authorization', `Bearer ${bearer}`);
      if (sent) asked.setHeader('content-type', 'application/json');
      asked.end(sent);
    });

  return async function send(method, path, body, bearer) {
    try {
      return await trySend(method, path, body && JSON.stringify(body), bearer);
    } catch (error) {
      if (error instanceof Unseen) return send(method, path, body, bearer);
      throw error;
    }
  };
}
