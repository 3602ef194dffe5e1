import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause } from '../../scripts/stack/child.ts';
import { type Courier, startCourier } from '../../scripts/stack/courier.ts';
import { freePorts } from '../../scripts/stack/free-ports.ts';

type Got = { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string };

const REPLY = '/functions/projects/p/triggers/r-reply-0';
const MIRROR = '/functions/projects/p/triggers/r-mirror-0';
const ONCE = '/functions/projects/p/triggers/r-once-0';

/** How long one event holds up the next, in milliseconds. */
const TURN = 400;

let folder: string;
let functions: Server;
let courier: Courier;
let got: Got[];
/** What the functions do with an event: the status they answer with. */
let handle: (event: Got) => Promise<number>;
let port: number;
/** How often and when an event is brought. */
let deliveries: readonly number[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'courier-test-'));
  got = [];
  handle = async () => 200;
  functions = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1');
      const event = { path: request.url ?? '', headers: request.headers, body };
      got.push(event);
      handle(event).then(
        (status) => response.writeHead(status).end(),
        (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
      );
    });
  });
  await new Promise<void>((resolve) => functions.listen(0, '127.0.0.1', resolve));
  ({ courier: port } = await freePorts());
  deliveries = [0];
  courier = await startCourier({
    port,
    deliveries: () => deliveries,
    functions: (functions.address() as AddressInfo).port,
    retried: new Set([REPLY, MIRROR]),
    log: join(folder, 'courier.log'),
    pause: 50,
    turn: TURN,
  });
});
afterEach(() => {
  courier.close();
  functions.close();
  functions.closeAllConnections();
  rmSync(folder, { recursive: true });
});

const bring = (path: string, body: string | Buffer = 'event'): Promise<Response> => {
  const headers = { 'content-type': 'application/protobuf', 'ce-id': '7' };
  return fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers });
};
const bodies = (path: string): string[] => got.filter((one) => one.path === path).map(({ body }) => body);
const log = (): string => readFileSync(join(folder, 'courier.log'), 'utf8');

describe('the courier', () => {
  it('brings an event byte for byte, with its headers', async () => {
    const bytes = Buffer.from([0, 255, 128, 10, 13]);
    await bring(REPLY, bytes);
    await vi.waitFor(() => expect(bodies(REPLY)).toEqual([bytes.toString('latin1')]));
    const headers = { 'ce-id': '7', 'content-type': 'application/protobuf', 'content-length': '5' };
    expect(got[0]?.headers).toMatchObject(headers);
  });

  it('thanks at once, however long the function takes', async () => {
    handle = async () => pause(2000).then(() => 200);
    const began = performance.now();
    expect((await bring(REPLY)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(1500);
  });

  it('lets no function wait for another', async () => {
    let end = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    handle = async ({ path }) => (path === REPLY ? held.then(() => 200) : 200);
    await bring(REPLY);
    await bring(MIRROR);
    await vi.waitFor(() => expect(bodies(MIRROR)).toHaveLength(1));
    end();
  });

  it('brings a function its events one by one, in the order in which they came', async () => {
    let at = 0;
    let most = 0;
    handle = async () => {
      at += 1;
      most = Math.max(most, at);
      await pause(10);
      at -= 1;
      return 200;
    };
    for (const body of ['1', '2', '3', '4']) await bring(REPLY, body);
    await vi.waitFor(() => expect(bodies(REPLY)).toEqual(['1', '2', '3', '4']));
    expect(most).toBe(1);
  });

  it('lets an event that takes long hold up the next one for a while, and no longer', async () => {
    let end = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    handle = async ({ body }) => (body === 'long' ? held.then(() => 200) : 200);
    await bring(REPLY, 'long');
    await bring(REPLY, 'next');
    await pause(TURN / 2);
    expect(bodies(REPLY)).toEqual(['long']);
    await vi.waitFor(() => expect(bodies(REPLY)).toEqual(['long', 'next']), 3000);
    expect(courier.underWay()).toBe(1);
    end();
    await vi.waitFor(() => expect(courier.underWay()).toBe(0));
  });

  it('brings an event again that failed, and holds up nobody with it', async () => {
    let failures = 2;
    handle = async ({ body }) => (body === 'bad' && failures-- > 0 ? 500 : 200);
    await bring(REPLY, 'bad');
    await bring(REPLY, 'good');
    await vi.waitFor(() => expect(bodies(REPLY)).toEqual(['bad', 'good', 'bad', 'bad']), 3000);
    expect(log()).toMatch(/reply-0 was answered with 500, comes again \(1\)\n.*comes again \(2\)\n$/);
  });

  it('brings an event as often and as late as it is told', async () => {
    deliveries = [0, 150];
    await bring(REPLY, 'twice');
    deliveries = [80];
    await bring(REPLY, 'late');
    deliveries = [0];
    await bring(REPLY, 'in turn');
    await vi.waitFor(() => expect(bodies(REPLY)).toEqual(['twice', 'in turn', 'late', 'twice']));
  });

  it('counts what is under way', async () => {
    let end = () => {};
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    handle = async () => held.then(() => 200);
    await bring(REPLY, '1');
    await bring(REPLY, '2');
    expect(courier.underWay()).toBe(2);
    end();
    await vi.waitFor(() => expect(courier.underWay()).toBe(0));
  });

  it('waits twice as long each time', async () => {
    const times: number[] = [];
    handle = async () => {
      times.push(performance.now());
      return times.length < 4 ? 500 : 200;
    };
    await bring(REPLY);
    await vi.waitFor(() => expect(times).toHaveLength(4), 3000);
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    for (const [index, wait] of waits.entries()) expect(wait).toBeGreaterThan(50 * 2 ** index - 5);
  });

  it('gives an event up that failed where the function does not ask for it again', async () => {
    handle = async () => 500;
    await bring(ONCE);
    await vi.waitFor(() => expect(log()).toContain('once-0 was answered with 500, is given up (1)'));
    await pause(150);
    expect(bodies(ONCE)).toHaveLength(1);
  });

  it('is told anew which functions ask for it', async () => {
    let failures = 1;
    handle = async () => (failures-- > 0 ? 500 : 200);
    courier.retry(new Set([ONCE]));
    await bring(ONCE);
    await vi.waitFor(() => expect(bodies(ONCE)).toHaveLength(2), 3000);
  });

  it('brings an event again when the connection was lost', async () => {
    handle = async () => {
      if (got.length > 1) return 200;
      functions.closeAllConnections();
      return 500;
    };
    await bring(MIRROR);
    await vi.waitFor(() => expect(bodies(MIRROR)).toHaveLength(2), 3000);
    expect(log()).toContain('was not taken');
  });

  it('brings nothing more once it is closed', async () => {
    handle = async () => 500;
    await bring(REPLY);
    await vi.waitFor(() => expect(bodies(REPLY)).toHaveLength(1));
    courier.close();
    await pause(200);
    expect(bodies(REPLY)).toHaveLength(1);
    await expect(bring(REPLY)).rejects.toThrow('fetch failed');
  });

  it('writes nothing of what is in an event', async () => {
    handle = async () => 500;
    await bring(ONCE, 'a secret');
    await vi.waitFor(() => expect(log()).not.toBe(''));
    expect(log()).not.toContain('secret');
  });
});
