import { deleteApp, type FirebaseApp, initializeApp } from 'firebase/app';
import {
  type Auth,
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  GoogleAuthProvider,
  getAuth,
  OAuthProvider,
  signInAnonymously,
  signInWithCredential,
  signInWithCustomToken,
  type User,
  updateProfile,
} from 'firebase/auth';
import { connectFirestoreEmulator, doc, getDocFromServer, getFirestore } from 'firebase/firestore';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { flowWorld } from './world.ts';

const { stack } = flowWorld();
const UID = 'component:reply';
const claim = { component: 'reply' };

let app: FirebaseApp;
let auth: Auth;
beforeEach(() => {
  app = initializeApp({ projectId: stack.projectId, apiKey: 'demo' }, `namespace-${Date.now()}`);
  auth = getAuth(app);
  connectAuthEmulator(auth, stack.urls.auth, { disableWarnings: true });
});
afterEach(() => deleteApp(app));

/** Asks Auth as any client may; resolves with the status and what is answered. */
async function askAuth(
  what: string,
  body: object,
): Promise<{ status: number; answer: Record<string, unknown> }> {
  const response = await fetch(`${stack.urls.auth}/identitytoolkit.googleapis.com/v1/${what}?key=demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const google = (claims: object) => GoogleAuthProvider.credential(JSON.stringify(claims));
const somebody = () => ({
  sub: `s${Math.random()}`,
  email: `s${Math.random()}@example.org`,
  email_verified: true,
});

describe('whoever signs up', () => {
  it.each<[way: string, signUp: () => Promise<User>]>([
    ['as a guest', async () => (await signInAnonymously(auth)).user],
    [
      'with a password',
      async () =>
        (await createUserWithEmailAndPassword(auth, `${UID}${Date.now()}@example.org`, 'a password')).user,
    ],
    ['through Google', async () => (await signInWithCredential(auth, google(somebody()))).user],
    [
      "through Google, under a component's uid",
      async () => (await signInWithCredential(auth, google({ ...somebody(), sub: UID }))).user,
    ],
    [
      'through Google, with a claim in what Google says',
      async () => (await signInWithCredential(auth, google({ ...somebody(), ...claim, claims: claim }))).user,
    ],
    [
      'through another provider, with a claim',
      async () => {
        const idToken = JSON.stringify({ ...somebody(), ...claim });
        return (await signInWithCredential(auth, new OAuthProvider('apple.com').credential({ idToken })))
          .user;
      },
    ],
    [
      "under a component's name and picture",
      async () => {
        const { user } = await signInAnonymously(auth);
        await updateProfile(user, { displayName: UID, photoURL: 'https://example.org/?component=reply' });
        return user;
      },
    ],
  ])('has a uid of the machine’s making, and no component’s claim: %s', async (_, signUp) => {
    const user = await signUp();
    const { claims } = await user.getIdTokenResult(true);
    expect(user.uid).toMatch(/^\w+$/);
    expect(claims).not.toHaveProperty('component');
    expect(claims.firebase).not.toMatchObject({ sign_in_provider: 'custom' });
  });

  it.each<[thing: string, body: object]>([
    ['a uid of their own choice', { localId: UID, returnSecureToken: true }],
    ['the same with a password', { localId: UID, email: 'x@example.org', password: 'a password' }],
  ])('is refused with %s', async (_, body) => {
    expect(await askAuth('accounts:signUp', body)).toMatchObject({ status: 400 });
  });

  it('cannot give themself a claim afterwards', async () => {
    const { user } = await signInAnonymously(auth);
    const idToken = await user.getIdToken();
    const customAttributes = JSON.stringify(claim);
    await askAuth('accounts:update', { idToken, customAttributes });
    await askAuth('accounts:update', { idToken, localId: UID, customAttributes });
    const { claims } = await user.getIdTokenResult(true);
    expect([claims.user_id, claims.component]).toEqual([user.uid, undefined]);
  });

  it.each<[thing: string, token: () => Promise<string>]>([
    ['an ID token of their own', async () => (await signInAnonymously(auth)).user.getIdToken()],
    ['a token for another service', async () => custom({ aud: 'https://elsewhere.example' })],
    ['a token that names nobody', async () => custom({ uid: undefined })],
    ['something that is no token', async () => 'hello'],
  ])('is not taken for a component by %s', async (_, token) => {
    await expect(signInWithCustomToken(auth, await token())).rejects.toMatchObject({
      code: expect.stringMatching(/^auth\//),
    });
  });
});

const AUDIENCE = 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit';
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A custom token that nobody has signed, with something else in it. */
const custom = (over: object) => {
  const iat = Math.floor(Date.now() / 1_000);
  const email = 'firebase-auth-emulator@example.com';
  const payload = {
    iss: email,
    sub: email,
    aud: AUDIENCE,
    uid: UID,
    claims: claim,
    iat,
    exp: iat + 3_600,
    ...over,
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`;
};

describe('the rules', () => {
  it('see a person in whoever calls themself a component', async () => {
    const firestore = getFirestore(app);
    connectFirestoreEmulator(firestore, '127.0.0.1', stack.ports.firestore);
    const { user } = await signInAnonymously(auth);
    await updateProfile(user, { displayName: UID });
    await user.getIdToken(true);
    for (const path of ['mirrors/lobby-x', 'inbox/x', 'links/lobby'])
      await expect(getDocFromServer(doc(firestore, path))).rejects.toMatchObject({
        code: 'permission-denied',
      });
    expect(COMPONENTS.map((name) => `component:${name}`)).not.toContain(user.uid);
  });
});
