import { useState } from 'preact/hooks';
import { NAME_MAX } from '#model/limits.ts';
import type { Account } from '../../config.ts';
import { words } from '../../i18n/words.ts';
import { Avatar } from '../avatar/avatar.tsx';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { entered } from '../form/entered.ts';
import { Field } from './field.tsx';
import css from './sign-in.module.css';

type Props = { accounts: readonly Account[]; onPick: (account: Account) => void; onClose: () => void };

/** Stands in for Google's own window where the app runs on emulators. */
export const AccountPicker = ({ accounts, onPick, onClose }: Props) => {
  const say = words.value.signIn;
  const [adding, setAdding] = useState(accounts.length === 0);
  return (
    <Dialog title={say.pickerTitle} onClose={onClose}>
      <p class={css.hint}>{say.pickerHint}</p>
      <ul class={css.accounts}>
        {accounts.map((account) => (
          <li key={account.sub}>
            <button type="button" class={css.account} onClick={() => onPick(account)}>
              <Avatar id={account.sub} name={account.name} picture={account.picture} />
              <span>
                <strong>{account.name}</strong>
                <small class={css.hint}>{account.email}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {adding ? (
        <form
          class={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            const email = entered(event.currentTarget, 'email').trim();
            onPick({ sub: email, email, name: entered(event.currentTarget, 'name').trim() || email });
          }}
        >
          <Field label={say.nameField} name="name" maxLength={NAME_MAX} autocomplete="name" />
          <Field label={say.emailField} name="email" type="email" autocomplete="email" />
          <Button type="submit" look="main" wide>
            {say.pickerSubmit}
          </Button>
        </form>
      ) : (
        <Button wide onClick={() => setAdding(true)}>
          {say.pickerNew}
        </Button>
      )}
    </Dialog>
  );
};
