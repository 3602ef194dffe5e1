import { expect, it } from 'vitest';
import { asConfig } from '../../web/config.ts';

const local = {
  projectId: 'demo-tsunagi',
  apiKey: 'demo',
  authDomain: 'demo.firebaseapp.com',
  emulators: {
    auth: 'http://127.0.0.1:9099',
    firestore: '127.0.0.1:8080',
    functions: '127.0.0.1:5001',
    accounts: [{ sub: 'alice', email: 'alice@example.org', name: 'Alice' }],
  },
};

it('takes what a local copy says', () => {
  expect(asConfig(local)).toEqual({ ok: true, value: local });
});

it('takes what production says', () => {
  const { emulators: _, ...production } = local;
  expect(asConfig({ ...production, appId: '1:2:web:3' }).ok).toBe(true);
});

// Each row is what a local copy says, changed in one thing.
it.each([
  ['nothing', undefined],
  ['no project', { ...local, projectId: undefined }],
  ['an empty project', { ...local, projectId: '' }],
  ['no key', { ...local, apiKey: undefined }],
  [
    'an Auth emulator without a scheme',
    { ...local, emulators: { ...local.emulators, auth: '127.0.0.1:9099' } },
  ],
  [
    'a Firestore emulator without a port',
    { ...local, emulators: { ...local.emulators, firestore: '127.0.0.1' } },
  ],
  ['a Firestore emulator as a URL', { ...local, emulators: { ...local.emulators, firestore: 'http://a:1' } }],
  [
    'an account without a name',
    { ...local, emulators: { ...local.emulators, accounts: [{ sub: 'a', email: 'a@b' }] } },
  ],
])('refuses %s', (_, config) => {
  expect(asConfig(config).ok).toBe(false);
});
