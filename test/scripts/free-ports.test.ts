import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { assertFree, freePorts, HIGHEST_FREE, LOWEST_FREE } from '../../scripts/stack/free-ports.ts';

const server = createServer();
afterEach(() => server.close());

/** The lowest port that this system gives to outgoing connections; IANA's where it doesn't say. */
const lowestLent = async (): Promise<number> =>
  Number.parseInt(await readFile('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').catch(() => '49152'), 10);

describe('free ports', () => {
  it('are all different, and free', async () => {
    const ports = await freePorts();
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
    await expect(assertFree(ports, ['web', 'auth', 'firestore'])).resolves.toBeUndefined();
  });

  it('are none that the system may give to a connection before they are listened on', async () => {
    const lowest = await lowestLent();
    for (const port of Object.values(await freePorts())) expect(port).toBeLessThan(lowest);
    expect(HIGHEST_FREE).toBeLessThan(lowest);
  });

  it('are drawn again where one is taken, or was drawn before', async () => {
    const { web: taken, auth: first } = await freePorts();
    server.listen(taken, '127.0.0.1');
    await once(server, 'listening');
    const draws = [taken, first, first];
    const ports = await freePorts(() => draws.shift() ?? randomInt(LOWEST_FREE, HIGHEST_FREE));
    expect(draws).toEqual([]);
    expect(ports.web).toBe(first);
    expect(Object.values(ports)).not.toContain(taken);
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
  });
});

describe('a taken port', () => {
  it.each(['127.0.0.1', '0.0.0.0'])(
    'is named with who wants it and what changes it, taken on %s',
    async (host) => {
      const ports = await freePorts();
      server.listen(ports.firestore, host);
      await once(server, 'listening');
      await expect(assertFree(ports, ['web', 'firestore'])).rejects.toThrow(
        `Port ${ports.firestore} is taken, and the Firestore emulator wants it: stop what listens there, ` +
          'set TSUNAGI_FIRESTORE_PORT to another port, or set TSUNAGI_PORT_OFFSET to shift them all.',
      );
    },
  );

  it('does not matter to a run that does not want it', async () => {
    const ports = await freePorts();
    server.listen(ports.web, '127.0.0.1');
    await once(server, 'listening');
    await expect(assertFree(ports, ['firestore'])).resolves.toBeUndefined();
  });
});
