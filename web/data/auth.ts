import {
  browserPopupRedirectResolver,
  createUserWithEmailAndPassword,
  GoogleAuthProvider,
  onAuthStateChanged,
  sendPasswordResetEmail,
  signInAnonymously,
  signInWithCredential,
  signInWithEmailAndPassword,
  signInWithPopup,
  signOut,
  type User,
  updateProfile,
} from 'firebase/auth';
import type { Account } from '../config.ts';
import { auth } from '../firebase.ts';

let chosen: string | undefined;

/** The name that was given with a sign-in under way: Firebase tells of the person before it has their name. */
export const chosenName = (): string | undefined => chosen;

export const watchUser = (changed: (user: User | null) => void): void => {
  onAuthStateChanged(auth, changed);
};

export const withGoogle = async (): Promise<void> => {
  await signInWithPopup(auth, new GoogleAuthProvider(), browserPopupRedirectResolver);
};

/** As Google would, on the Auth emulator, which takes what a token says in place of the token. */
export const withAccount = async (account: Account): Promise<void> => {
  const claims = JSON.stringify({ ...account, email_verified: true });
  await signInWithCredential(auth, GoogleAuthProvider.credential(claims));
};

export const withPassword = async (email: string, password: string): Promise<void> => {
  await signInWithEmailAndPassword(auth, email, password);
};

export const createAccount = async (name: string, email: string, password: string): Promise<void> => {
  chosen = name;
  const { user } = await createUserWithEmailAndPassword(auth, email, password);
  await updateProfile(user, { displayName: name });
};

export const asGuest = async (name: string): Promise<void> => {
  chosen = name;
  const { user } = await signInAnonymously(auth);
  await updateProfile(user, { displayName: name });
};

export const resetPassword = (email: string): Promise<void> => sendPasswordResetEmail(auth, email);

/** The session hears of it, here and in every other tab, and forgets what was kept. */
export const leave = (): Promise<void> => signOut(auth);
