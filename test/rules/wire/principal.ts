import { type ComponentName, componentUid } from '#model/component.ts';

/** What a token says of its bearer, beside the uid. */
type Claims = Readonly<Record<string, unknown>>;

/** Somebody who asks, as the rules would know them. `called` is their name in reports. */
export type Principal =
  | { readonly called: string; readonly uid: string; readonly claims: Claims }
  | { readonly called: string; readonly bearer?: string };

type Provider = 'google.com' | 'anonymous' | 'custom';

const signedIn = (called: string, uid: string, provider: Provider, claims: Claims = {}): Principal => ({
  called,
  uid,
  claims: { firebase: { sign_in_provider: provider, identities: {} }, ...claims },
});

export const nobody: Principal = { called: 'nobody' };

/** The emulator lets this bearer pass by the rules. */
export const owner: Principal = { called: 'the owner of the database', bearer: 'owner' };

export const person = (uid: string, { operator = false } = {}): Principal =>
  signedIn(operator ? `${uid}, an operator` : uid, uid, 'google.com', operator ? { operator } : {});

export const guest = (uid: string): Principal => signedIn(`${uid}, a guest`, uid, 'anonymous');

export const component = (name: ComponentName): Principal =>
  signedIn(name, componentUid(name), 'custom', { component: name });

/** A person whose token claims to be a component: the uid tells. */
export const forger = (name: ComponentName, uid = 'mallory'): Principal =>
  signedIn(`${uid}, who claims to be ${name}`, uid, 'google.com', { component: name });

/** Seconds that a token of Firebase Auth is good for: https://firebase.google.com/docs/auth/admin/manage-sessions */
const TOKEN_SECONDS = 3_600;

const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');

/** What goes into the Authorization header; the emulators take tokens without a signature. Nobody has none. */
export function bearerOf(principal: Principal, project: string): string | undefined {
  if (!('uid' in principal)) return principal.bearer;
  const { uid, claims } = principal;
  const times = { iat: 0, exp: TOKEN_SECONDS, auth_time: 0 };
  const issuer = { iss: `https://securetoken.google.com/${project}`, aud: project };
  return `${part({ alg: 'none', type: 'JWT' })}.${part({ ...issuer, ...times, sub: uid, user_id: uid, ...claims })}.`;
}
