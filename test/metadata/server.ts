import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { control } from './control.ts';
import { Faults } from './fault.ts';
import { signingKey } from './key.ts';
import { type Call, KEYS, platform } from './platform.ts';

export interface MetadataOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  /** RSA; signs the tokens. */
  readonly key: KeyObject;
  /** The project whose accounts `tsunagi-…` it speaks for. */
  readonly project: string;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

export interface Metadata {
  /** Without a slash at the end. */
  readonly url: string;
  /** Where the keys are shown. */
  readonly keysUrl: string;
  stop(): Promise<void>;
}

/** Starts a metadata server, and Google's keys beside it; rejects when the port is taken. */
export async function startMetadata(options: MetadataOptions): Promise<Metadata> {
  const { port = 0, host = '127.0.0.1', key, project, clock = Date.now } = options;
  const seen = { faults: new Faults(), calls: new Array<Call>() };
  const app = new Hono();
  app.route('/control', control(seen));
  app.route('/', platform({ ...seen, key: signingKey(key), project, clock }));
  const server = createServer();
  const listener = getRequestListener(app.fetch);
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null)
    throw new Error(`Metadata stand-in: no port on ${host}.`);
  const url = `http://${host}:${address.port}`;
  return {
    url,
    keysUrl: `${url}${KEYS}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
