import { useRef, useState } from 'preact/hooks';
import { NAME_MAX } from '#model/limits.ts';
import { words } from '../../i18n/words.ts';
import { Button } from '../button/button.tsx';
import { entered } from '../form/entered.ts';
import { Field } from './field.tsx';
import css from './sign-in.module.css';

type Props = {
  busy: boolean;
  onSignIn: (email: string, password: string) => void;
  onCreate: (name: string, email: string, password: string) => void;
  onReset: (email: string) => void;
};

/** Signs in, or makes an account, with an e-mail and a password. */
export const EmailForm = ({ busy, onSignIn, onCreate, onReset }: Props) => {
  const say = words.value.signIn;
  const [creating, setCreating] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        const [name, email, password] = ['name', 'email', 'password'].map((field) =>
          entered(event.currentTarget, field),
        );
        if (creating) onCreate(name?.trim() ?? '', email ?? '', password ?? '');
        else onSignIn(email ?? '', password ?? '');
      }}
    >
      {creating && <Field label={say.nameField} name="name" maxLength={NAME_MAX} autocomplete="name" />}
      <Field label={say.emailField} name="email" type="email" autocomplete="email" />
      <Field
        label={say.passwordField}
        hint={creating ? say.passwordHint : undefined}
        name="password"
        type="password"
        minLength={creating ? 6 : 1}
        autocomplete={creating ? 'new-password' : 'current-password'}
      />
      <Button type="submit" look="main" wide disabled={busy}>
        {creating ? say.create : say.submit}
      </Button>
      <Button look="quiet" onClick={() => setCreating(!creating)}>
        {creating ? say.toSubmit : say.toCreate}
      </Button>
      {!creating && (
        <Button look="quiet" onClick={() => form.current && onReset(entered(form.current, 'email').trim())}>
          {say.reset}
        </Button>
      )}
    </form>
  );
};
