import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { UserError } from '../user-error.ts';
import { LISTENERS, OFFSET, PORT_NAMES, type PortName, type Ports, portsFrom, variableOf } from './ports.ts';
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

/**
 * Ports that no system gives to outgoing connections, which would take one between its choice and its use. Linux gives from 32,768 up
 * (net.ipv4.ip_local_port_range), macOS and Windows from 49,152. Browsers refuse none of these.
 */
export const LOWEST_FREE = 10_100;
export const HIGHEST_FREE = 32_767;

const anyPort = () => randomInt(LOWEST_FREE, HIGHEST_FREE + 1);

/** Ports that were free a moment ago, for a run that must not meet another one; `draw` proposes one. */
export async function freePorts(draw = anyPort): Promise<Ports> {
  const drawn = new Set<number>();
  const next = async (): Promise<number> => {
    const port = draw();
    if (drawn.has(port)) return next();
    drawn.add(port);
    return (await isFree(port)) ? port : next();
  };
  const given: { [name in PortName]?: number } = {};
  for (const name of PORT_NAMES) given[name] = await next();
  return portsFrom({}, given);
}
