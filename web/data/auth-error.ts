import type { Catalogue } from '../i18n/en.ts';

/** Firebase Auth's codes that people meet, and the sentence that says what to do. https://firebase.google.com/docs/reference/js/auth#autherrorcodes */
const SENTENCES: Readonly<Record<string, keyof Catalogue['authError']>> = {
  'auth/invalid-credential': 'wrongPassword',
  'auth/wrong-password': 'wrongPassword',
  'auth/user-not-found': 'wrongPassword',
  'auth/invalid-email': 'invalidEmail',
  'auth/missing-email': 'invalidEmail',
  'auth/missing-password': 'missingPassword',
  'auth/email-already-in-use': 'emailInUse',
  'auth/credential-already-in-use': 'emailInUse',
  'auth/weak-password': 'weakPassword',
  'auth/password-does-not-meet-requirements': 'weakPassword',
  'auth/too-many-requests': 'tooMany',
  'auth/quota-exceeded': 'tooMany',
  'auth/network-request-failed': 'network',
  'auth/timeout': 'network',
  'auth/popup-blocked': 'popupBlocked',
  'auth/popup-closed-by-user': 'popupClosed',
  'auth/cancelled-popup-request': 'popupClosed',
  'auth/user-cancelled': 'popupClosed',
  'auth/user-disabled': 'disabled',
  'auth/account-exists-with-different-credential': 'otherWay',
  'auth/operation-not-allowed': 'notAllowed',
  'auth/admin-restricted-operation': 'notAllowed',
  'auth/unauthorized-domain': 'notAllowed',
  'auth/web-storage-unsupported': 'storage',
  'auth/operation-not-supported-in-this-environment': 'storage',
  'auth/internal-error': 'google',
};

/** The code an error of Firebase carries. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** Which sentence tells a person what went wrong. */
export const authErrorKey = (error: unknown): keyof Catalogue['authError'] =>
  SENTENCES[codeOf(error) ?? ''] ?? 'unknown';
