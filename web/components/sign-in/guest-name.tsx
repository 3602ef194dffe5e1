import { NAME_MAX } from '#model/limits.ts';
import { words } from '../../i18n/words.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { entered } from '../form/entered.ts';
import { Field } from './field.tsx';
import css from './sign-in.module.css';

type Props = { onName: (name: string) => void; onClose: () => void };

/** Asks a guest for a name. */
export const GuestName = ({ onName, onClose }: Props) => {
  const say = words.value.signIn;
  return (
    <Dialog title={say.guestTitle} onClose={onClose}>
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          onName(entered(event.currentTarget, 'name').trim() || say.guestName);
        }}
      >
        <Field
          label={say.nameField}
          hint={say.guestHint}
          name="name"
          required={false}
          maxLength={NAME_MAX}
          autocomplete="nickname"
          defaultValue={say.guestName}
        />
        <Button type="submit" look="main" wide>
          {say.guestSubmit}
        </Button>
      </form>
    </Dialog>
  );
};
