import { signal } from '@preact/signals';
import type { User } from 'firebase/auth';
import { type Account, config } from '../config.ts';

/** Who is signed in. */
export type SignedIn = {
  readonly uid: string;
  readonly guest: boolean;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly picture: string | undefined;
};

/** `accounts`: those an emulator can sign in; absent where Google itself is asked. */
export type Session =
  | { readonly state: 'starting' | 'leaving' }
  | { readonly state: 'out'; readonly accounts: readonly Account[] | undefined }
  | { readonly state: 'in'; readonly person: SignedIn }
  | { readonly state: 'failed'; readonly error: unknown };

export const session = signal<Session>({ state: 'starting' });

const signedIn = (user: User, chosenName: string | undefined): SignedIn => ({
  uid: user.uid,
  guest: user.isAnonymous,
  name: user.displayName ?? chosenName,
  email: user.email ?? undefined,
  picture: user.photoURL ?? undefined,
});

/** Runs in every tab, whichever of them was asked to sign out. */
const leave = async (): Promise<void> => {
  session.value = { state: 'leaving' };
  const { forget } = await import('./forget.ts');
  await forget();
  location.replace('/');
};

/** Follows who is signed in, from the start of the page to its end. */
export const startSession = async (): Promise<void> => {
  try {
    const [{ watchUser, chosenName }, { emulators }] = await Promise.all([import('./auth.ts'), config()]);
    watchUser((user) => {
      if (user) session.value = { state: 'in', person: signedIn(user, chosenName()) };
      else if (session.peek().state === 'in')
        leave().catch((error: unknown) => (session.value = { state: 'failed', error }));
      else session.value = { state: 'out', accounts: emulators?.accounts };
    });
  } catch (error) {
    session.value = { state: 'failed', error };
  }
};
