import { Mail, User } from 'lucide';
import { useState } from 'preact/hooks';
import type { Account } from '../../config.ts';
import { authErrorKey } from '../../data/auth-error.ts';
import { words } from '../../i18n/words.ts';
import { Button } from '../button/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { Mark } from '../mark/mark.tsx';
import { Preferences } from '../preferences/preferences.tsx';
import { AccountPicker } from './account-picker.tsx';
import { EmailForm } from './email-form.tsx';
import { GuestName } from './guest-name.tsx';
import css from './sign-in.module.css';

/** The ways to sign in; each rejects with Firebase's error. */
export type Ways = {
  readonly google: () => Promise<void>;
  readonly account: (account: Account) => Promise<void>;
  readonly guest: (name: string) => Promise<void>;
  readonly password: (email: string, password: string) => Promise<void>;
  readonly create: (name: string, email: string, password: string) => Promise<void>;
  readonly reset: (email: string) => Promise<void>;
};

/** `accounts`: those to choose from where Google cannot be asked. */
type Props = { ways: Ways; accounts?: readonly Account[] | undefined };

/** The page before signing in. */
export const SignIn = ({ ways, accounts }: Props) => {
  const say = words.value.signIn;
  const [asking, ask] = useState<'account' | 'guest' | undefined>();
  const [byEmail, setByEmail] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [resetFor, setResetFor] = useState<string>();

  const attempt = (way: () => Promise<void>): void => {
    ask(undefined);
    setProblem(undefined);
    setResetFor(undefined);
    setBusy(true);
    way()
      .catch(setProblem)
      .finally(() => setBusy(false));
  };
  const reset = (email: string): void => attempt(() => ways.reset(email).then(() => setResetFor(email)));

  return (
    <main class={css.page}>
      <section class={css.cover}>
        <Mark size={64} />
        <p class={css.name}>Tsunagi</p>
        <p class={css.tagline}>{words.value.app.tagline}</p>
      </section>
      <section class={css.panel}>
        <div class={css.card}>
          <h1 class={css.title}>{say.title}</h1>
          <p class={css.lead}>{say.lead}</p>
          <p class={css.problem} role="alert">
            {problem ? words.value.authError[authErrorKey(problem)] : undefined}
          </p>
          <output class={css.done}>
            {busy ? say.working : resetFor !== undefined && say.resetSent(resetFor)}
          </output>
          {byEmail ? (
            <>
              <EmailForm
                busy={busy}
                onSignIn={(email, password) => attempt(() => ways.password(email, password))}
                onCreate={(name, email, password) => attempt(() => ways.create(name, email, password))}
                onReset={reset}
              />
              <Button look="quiet" onClick={() => setByEmail(false)}>
                {say.back}
              </Button>
            </>
          ) : (
            <>
              <Button
                look="main"
                wide
                disabled={busy}
                onClick={() => (accounts ? ask('account') : attempt(ways.google))}
              >
                {say.google}
              </Button>
              <Button wide disabled={busy} onClick={() => setByEmail(true)}>
                <Icon of={Mail} /> {say.email}
              </Button>
              <p class={css.or}>{say.or}</p>
              <Button wide disabled={busy} onClick={() => ask('guest')}>
                <Icon of={User} /> {say.guest}
              </Button>
            </>
          )}
        </div>
        <Preferences />
      </section>
      {asking === 'account' && (
        <AccountPicker
          accounts={accounts ?? []}
          onPick={(account) => attempt(() => ways.account(account))}
          onClose={() => ask(undefined)}
        />
      )}
      {asking === 'guest' && (
        <GuestName onName={(name) => attempt(() => ways.guest(name))} onClose={() => ask(undefined)} />
      )}
    </main>
  );
};
