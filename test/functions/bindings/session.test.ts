import { deleteApp, getApps } from 'firebase/app';
import { doc, getDoc, setDoc } from 'firebase/firestore/lite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { performerOf } from '../../../functions/bindings/perform.ts';
import type { As } from '../../../functions/bindings/session.ts';
import { create } from '../../../functions/model/effect.ts';
import { type Cloud, startCloud } from './cloud.ts';

let cloud: Cloud;
let reply: As;
beforeEach(async () => {
  cloud = await startCloud();
  for (const [name, value] of Object.entries(cloud.environment)) vi.stubEnv(name, value);
  vi.resetModules();
  reply = (await import('../../../functions/bindings/session.ts')).as('reply');
});
afterEach(async () => {
  await Promise.all(getApps().map((app) => deleteApp(app)));
  vi.unstubAllEnvs();
  await cloud.stop();
});

const write = () => reply((firestore) => setDoc(doc(firestore, 'rooms/lobby'), { name: 'Lobby' }));
const count = (what: string) => cloud.calls.filter((call) => call.what === what).length;
const writers = () => cloud.calls.filter(({ what }) => what === 'commit').map(({ by }) => by);
const refused = { status: 401, body: { error: { code: 401, status: 'UNAUTHENTICATED' } } };
const denied = { status: 403, body: { error: { code: 403, status: 'PERMISSION_DENIED' } } };

describe("a component's session", () => {
  it('acts under the name that identity gave it, signed in once for all who come', async () => {
    await Promise.all([write(), write(), write()]);
    await write();
    expect(writers()).toEqual(['reply', 'reply', 'reply', 'reply']);
    expect(count('signInWithCustomToken')).toBe(1);
    expect(cloud.told).toEqual([{ event: 'minted', caller: 'reply' }]);
  });
  it('begins ahead where a process is there for it alone, and what fails then is tried anew', async () => {
    const { signInAhead } = await import('../../../functions/bindings/session.ts');
    signInAhead('reply');
    vi.stubEnv('FUNCTION_TARGET', 'mirror');
    signInAhead('reply');
    expect(cloud.calls).toEqual([]);
    vi.stubEnv('FUNCTION_TARGET', 'reply');
    signInAhead('reply');
    await expect.poll(() => count('signInWithCustomToken')).toBe(1);
    await write();
    expect(count('signInWithCustomToken')).toBe(1);
  });
  it('renews its token before it ends, without asking identity', async () => {
    cloud.lifetime = 29;
    await write();
    cloud.lifetime = 3_600;
    const before = count('token');
    await write();
    await write();
    expect(writers()).toEqual(['reply', 'reply', 'reply']);
    expect(count('token')).toBe(before + 1);
    expect(cloud.told).toHaveLength(1);
  });
  it('is tried anew by the next who comes when a sign-in has failed, and loses only time', async () => {
    await cloud.metadata.fail({ fault: 'down' });
    await expect(Promise.all([write(), write()])).rejects.toThrow(
      'The metadata server did not answer (fetch failed): to be asked again.',
    );
    expect(writers()).toEqual([]);
    await write();
    expect(writers()).toEqual(['reply']);
  });
  it('signs in anew when its token is refused in mid-run, and the effect is the same', async () => {
    await write();
    cloud.answerNext('commit', refused);
    const effect = create('rooms/lobby/messages/m1-reply', { text: 'Hello' });
    expect(await performerOf(reply)(effect)).toBe('done');
    expect(writers()).toEqual(['reply', 'reply', 'reply']);
    expect(count('signInWithCustomToken')).toBe(2);
  });
  it('signs in anew once where many are refused at a time', async () => {
    await write();
    cloud.answerNext('commit', refused, refused, refused);
    await Promise.all([write(), write(), write()]);
    expect(writers()).toHaveLength(7);
    expect(count('signInWithCustomToken')).toBe(2);
  });
  it('gives up, for the platform to try again, when a fresh token is refused too', async () => {
    await write();
    cloud.answerNext('commit', refused, refused);
    await expect(write()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(count('signInWithCustomToken')).toBe(2);
    await write();
  });
  it.each(['TOKEN_EXPIRED', 'USER_NOT_FOUND', 'USER_DISABLED', 'INVALID_REFRESH_TOKEN'])(
    'signs in anew, and never acts as nobody, when its token is not renewed: %s',
    async (message) => {
      cloud.lifetime = 0;
      await write();
      cloud.lifetime = 3_600;
      cloud.answerNext('token', { status: 400, body: { error: { code: 400, message } } });
      await Promise.all([write(), write()]);
      expect(writers()).toEqual(['reply', 'reply', 'reply']);
      expect(count('signInWithCustomToken')).toBe(2);
    },
  );
  it('signs in anew for whoever finds it signed out, since nobody is refused for good', async () => {
    await write();
    const { getAuth } = await import('firebase/auth');
    await getAuth(getApps().find(({ name }) => name === 'reply')).signOut();
    cloud.answerNext('commit', denied);
    await write();
    expect(writers()).toEqual(['reply', '', 'reply']);
  });
  it('does once more what was asked as nobody, also where another has signed in before the refusal comes', async () => {
    await write();
    const { getAuth } = await import('firebase/auth');
    await getAuth(getApps().find(({ name }) => name === 'reply')).signOut();
    cloud.answerNext('commit', denied, { ...denied, after: 300 });
    await Promise.all([write(), write()]);
    expect(writers()).toEqual(['reply', '', '', 'reply', 'reply']);
    expect(count('signInWithCustomToken')).toBe(2);
  });
  it('does not take a refusal by the rules for one of its token', async () => {
    await write();
    cloud.answerNext('commit', denied, denied);
    await expect(write()).rejects.toMatchObject({ code: 'permission-denied' });
    expect(count('signInWithCustomToken')).toBe(1);
  });
  it('reads as it writes', async () => {
    cloud.answerNext('batchGet', refused);
    const reading = reply((firestore) => getDoc(doc(firestore, 'rooms/lobby')));
    await expect(reading).rejects.toMatchObject({ code: 'not-found' });
    const readers = cloud.calls.filter(({ what }) => what === 'batchGet').map(({ by }) => by);
    expect(readers).toEqual(['reply', 'reply']);
  });
});
