import { LogOut } from 'lucide';
import { useState } from 'preact/hooks';
import { leave } from '../../../data/auth.ts';
import { unsentCount } from '../../../data/sending.ts';
import type { SignedIn } from '../../../data/session.ts';
import { words } from '../../../i18n/words.ts';
import { Avatar } from '../../avatar/avatar.tsx';
import { Button } from '../../button/button.tsx';
import { Dialog } from '../../dialog/dialog.tsx';
import { Icon } from '../../icon/icon.tsx';
import { Preferences } from '../../preferences/preferences.tsx';
import css from './me.module.css';

type Props = { person: SignedIn };

/** Who one is here, how the app looks, and the way out. */
export const Me = ({ person }: Props) => {
  const say = words.value.me;
  const [unsent, setUnsent] = useState(0);
  const name = person.name ?? person.email ?? (person.guest ? words.value.signIn.guestName : say.nameless);
  const signOut = (): void => {
    const waiting = unsentCount();
    if (waiting > 0) setUnsent(waiting);
    else void leave();
  };
  return (
    <footer class={css.me}>
      <div class={css.who}>
        <Avatar id={person.uid} name={name} picture={person.picture} small />
        <span class={css.words}>
          <strong>{name}</strong>
          <small>{person.guest ? say.guest : person.email}</small>
        </span>
        <button type="button" class={css.out} aria-label={say.signOut} title={say.signOut} onClick={signOut}>
          <Icon of={LogOut} />
        </button>
      </div>
      <Preferences />
      {unsent > 0 && (
        <Dialog title={say.unsentTitle} onClose={() => setUnsent(0)}>
          <p>{say.unsent(unsent)}</p>
          <Button look="danger" wide onClick={() => void leave()}>
            {say.signOutAnyway}
          </Button>
          <Button wide onClick={() => setUnsent(0)}>
            {words.value.app.cancel}
          </Button>
        </Dialog>
      )}
    </footer>
  );
};
