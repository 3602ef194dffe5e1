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

/** Whether the token of whoever is signed in says that they run this place. The rules and `operate` ask it themselves. */
export const isOperator = signal(false);

let asked: User | null = null;

/** Nobody waits for this: a token that has ended is renewed first. */
const askWhetherOperator = async (user: User | null): Promise<void> => {
  asked = user;
  isOperator.value = false;
  const token = await user?.getIdTokenResult();
  if (asked === user) isOperator.value = token?.claims.operator === true;
};

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
      // Without a network nothing can be operated either: they are none until the next start.
      askWhetherOperator(user).catch(() => undefined);
      if (user) session.value = { state: 'in', person: signedIn(user, chosenName()) };
      else if (session.peek().state === 'in')
        leave().catch((error: unknown) => (session.value = { state: 'failed', error }));
      else session.value = { state: 'out', accounts: emulators?.accounts };
    });
  } catch (error) {
    session.value = { state: 'failed', error };
  }
};
