import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { UserError } from '../user-error.ts';
import { eachPort, LISTENERS, OFFSET, PORT_NAMES, type PortName, type Ports, variableOf } from './ports.ts';
import { HOST } from './project.ts';

/** Throws a sentence about the first of these ports that somebody else listens on. */
export async function assertFree(ports: Ports, names: readonly PortName[]): Promise<void> {
  for (const name of names) {
    if (await isFree(ports[name])) continue;
    throw new UserError(
      `Port ${ports[name]} is taken, and ${LISTENERS[name].what} wants it: stop what listens there, ` +
        `set ${variableOf(name)} to another port, or set ${OFFSET} to shift them all.`,
    );
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: HOST, port }, () => server.close(() => resolve(true)));
  });
}

/** Ports that were free a moment ago, for a run that must not meet another one. */
export async function freePorts(): Promise<Ports> {
  const servers = new Map<PortName, Server>();
  for (const name of PORT_NAMES) {
    const server = createServer().listen({ host: HOST, port: 0 });
    await once(server, 'listening');
    servers.set(name, server);
  }
  const ports = eachPort((name) => {
    const address = servers.get(name)?.address();
    if (!address || typeof address === 'string') throw new Error(`The server for ${name} has no port.`);
    return address.port;
  });
  for (const server of servers.values()) server.close();
  return ports;
}
