import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FirebaseConfig, runConfig, webConfig } from '../../scripts/stack/config.ts';
import { PORT_NAMES, portsFrom } from '../../scripts/stack/ports.ts';
import { REGION } from '../../scripts/stack/project.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const project: FirebaseConfig = JSON.parse(read('firebase.json'));
const ports = portsFrom({ TSUNAGI_PORT_OFFSET: '100' });
const config = (web = true) => JSON.parse(JSON.stringify(runConfig(project, ports, { web })));

const policyOf = ({ hosting }: Pick<FirebaseConfig, 'hosting'>) =>
  hosting.headers.flatMap(({ headers }) => headers).find(({ key }) => key === 'Content-Security-Policy')
    ?.value ?? '';

describe("the project's firebase.json", () => {
  it('names the ports that a run takes by default', () => {
    const { emulators } = JSON.parse(JSON.stringify(runConfig(project, portsFrom({}), { web: true })));
    expect(project.emulators).toEqual(emulators);
  });

  it('lets a page reach nothing on this machine', () => {
    expect(policyOf(project)).toContain("default-src 'none'");
    expect(policyOf(project)).not.toMatch(/127\.0\.0\.1|localhost|unsafe/);
  });
});

describe('the configuration of a run', () => {
  it('gives every emulator its own port, on this machine alone', () => {
    const {
      singleProjectMode: _,
      ui: __,
      ...emulators
    }: Record<string, { host: string; port: number }> = config().emulators;
    const taken = Object.values(emulators).map(({ port }) => port);
    const { web, slack, metadata, identity, courier, websocket, ...others } = ports;
    expect(new Set(taken)).toEqual(new Set([web, ...Object.values(others)]));
    expect(config().emulators.firestore.websocketPort).toBe(websocket);
    for (const port of [slack, metadata, identity, courier]) expect(taken).not.toContain(port);
    expect(new Set(Object.values(emulators).map(({ host }) => host))).toEqual(new Set(['127.0.0.1']));
    expect(PORT_NAMES).toHaveLength(taken.length + 5);
  });

  it('names nothing outside of its folder', () => {
    const { functions, firestore, hosting } = config();
    expect(functions).toEqual([expect.objectContaining({ source: 'functions', runtime: 'nodejs22' })]);
    expect(functions[0].predeploy).toBeUndefined();
    expect(firestore).toEqual({ rules: 'firestore.rules', indexes: 'firestore.indexes.json' });
    expect(hosting.public).toBe('public');
  });

  it('lets a page reach the emulators, and changes no other header', () => {
    const local =
      /connect-src 'self'[^;]* http:\/\/127\.0\.0\.1:\* ws:\/\/127\.0\.0\.1:\* http:\/\/localhost:\*;/;
    expect(policyOf(config())).toMatch(local);
    const plain = JSON.stringify(config().hosting.headers).replaceAll(
      ' http://127.0.0.1:* ws://127.0.0.1:* http://localhost:*',
      '',
    );
    expect(JSON.parse(plain)).toEqual(project.hosting.headers);
  });

  it('has no hosting where the web app is not wanted', () => {
    expect(config(false).hosting).toBeUndefined();
  });
});

describe('what the web app is told', () => {
  it('is where the emulators are, and who may sign in', () => {
    const alice = { sub: 'alice', email: 'alice@example.org', name: 'Alice' };
    expect(webConfig(ports, [alice])).toMatchObject({
      projectId: 'demo-tsunagi',
      emulators: {
        auth: 'http://127.0.0.1:9199',
        firestore: '127.0.0.1:8180',
        functions: '127.0.0.1:5101',
        accounts: [alice],
      },
    });
  });
});

it('a run calls functions in the region they are in', () => {
  expect(read('functions/params.ts')).toContain(`REGION = '${REGION}'`);
});
