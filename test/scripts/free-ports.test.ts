import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { assertFree, freePorts } from '../../scripts/stack/free-ports.ts';

const server = createServer();
afterEach(() => server.close());

describe('free ports', () => {
  it('are all different, and free', async () => {
    const ports = await freePorts();
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
    await expect(assertFree(ports, ['web', 'auth', 'firestore'])).resolves.toBeUndefined();
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
