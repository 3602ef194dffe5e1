import { deleteApp, getApps } from 'firebase/app';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Perform, performerOf } from '../../../functions/bindings/perform.ts';
import { create, remove, together, update } from '../../../functions/model/effect.ts';
import { type Cloud, startCloud } from './cloud.ts';

let cloud: Cloud;
let perform: Perform;
beforeEach(async () => {
  cloud = await startCloud();
  for (const [name, value] of Object.entries(cloud.environment)) vi.stubEnv(name, value);
  vi.resetModules();
  perform = performerOf((await import('../../../functions/bindings/session.ts')).as('reply'));
});
afterEach(async () => {
  await Promise.all(getApps().map((app) => deleteApp(app)));
  vi.unstubAllEnvs();
  await cloud.stop();
});

const writes = () => cloud.calls.filter(({ what }) => what === 'commit').length;
const aborted = { status: 409, body: { error: { code: 409, status: 'ABORTED' } } };
const denied = { status: 403, body: { error: { code: 403, status: 'PERMISSION_DENIED' } } };
const one = { path: 'rooms/lobby/messages/m1-reply', fields: { text: 'Hello' } };
const other = { path: 'rooms/lobby/messages/m2-reply', fields: { text: 'Hello' } };
const change = update(one.path, one.fields);

describe('a write that Firestore gave up for the sake of another', () => {
  it.each([
    ['a creation', create(one.path, one.fields)],
    ['a change', change],
    ['a removal', remove('links/lobby')],
    ['two changes in one', together(one, other)],
  ])('is tried anew: %s', async (_, effect) => {
    cloud.answerNext('commit', aborted, aborted);
    expect(await perform(effect)).toBe('done');
    expect(writes()).toBe(3);
  });

  it('is left to the platform in the end, to be tried later', async () => {
    cloud.answerNext('commit', aborted, aborted, aborted, aborted);
    await expect(perform(change)).rejects.toMatchObject({ code: 'aborted' });
    expect(writes()).toBe(4);
  });

  it('is no refusal, and a refusal is not tried anew', async () => {
    cloud.answerNext('commit', aborted, denied);
    await expect(perform(change)).rejects.toThrow('The rules refused to update');
    expect(writes()).toBe(2);
  });
});
