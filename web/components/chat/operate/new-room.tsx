import { useState } from 'preact/hooks';
import { NAME_MAX } from '#model/limits.ts';
import { foundRoom } from '../../../data/operator.ts';
import { words } from '../../../i18n/words.ts';
import { Button } from '../../button/button.tsx';
import { entered } from '../../form/entered.ts';
import css from './operate.module.css';

type Props = { uid: string };

/** Makes a room; whoever makes it owns it. */
export const NewRoom = ({ uid }: Props) => {
  const say = words.value.operate;
  const [state, setState] = useState<'idle' | 'making' | 'made' | 'refused'>('idle');
  const submit = (form: HTMLFormElement): void => {
    setState('making');
    foundRoom(entered(form, 'id'), entered(form, 'name').trim(), uid)
      .then(() => form.reset())
      .then(
        () => setState('made'),
        () => setState('refused'),
      );
  };
  return (
    <section class={css.part}>
      <h2>{say.newRoom}</h2>
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <label>
          <span>{say.roomId}</span>
          <input name="id" required pattern="[A-Za-z0-9]{1,40}" autocomplete="off" />
        </label>
        <label>
          <span>{say.roomName}</span>
          <input name="name" required pattern=".*\S.*" maxLength={NAME_MAX} autocomplete="off" />
        </label>
        <Button type="submit" disabled={state === 'making'}>
          {say.make}
        </Button>
        <output class={state === 'refused' ? css.problem : css.told}>
          {state === 'made' && say.made}
          {state === 'refused' && say.roomRefused}
        </output>
      </form>
    </section>
  );
};
