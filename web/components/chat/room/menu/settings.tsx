import { useState } from 'preact/hooks';
import { NAME_MAX } from '#model/limits.ts';
import type { RoomEntry } from '../../../../data/room-list.ts';
import { changeRoom } from '../../../../data/room-settings.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { entered } from '../../../form/entered.ts';
import css from './menu.module.css';

type Props = { entry: RoomEntry };

const REPLIES = ['always', 'mentioned', 'off'] as const;

/** How the room is called, who finds it, and when Tsunagi answers. */
export const Settings = ({ entry: { id, room } }: Props) => {
  const say = words.value.menu;
  const [state, setState] = useState<'idle' | 'saving' | 'saved' | 'refused'>('idle');
  const submit = (form: HTMLFormElement): void => {
    setState('saving');
    changeRoom(id, {
      name: entered(form, 'name').trim(),
      visibility: entered(form, 'visibility') === 'open' ? 'open' : 'closed',
      guests: entered(form, 'guests') === 'on',
      pings: entered(form, 'pings') === 'on',
      reply: REPLIES.find((one) => one === entered(form, 'reply')) ?? 'off',
    }).then(
      () => setState('saved'),
      () => setState('refused'),
    );
  };
  return (
    <section class={css.part}>
      <h3>{say.settings}</h3>
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <label>
          <span>{say.name}</span>
          <input name="name" required pattern=".*\S.*" maxLength={NAME_MAX} defaultValue={room.name} />
        </label>
        <label>
          <span>{say.visibility}</span>
          <select name="visibility">
            <option value="open" selected={room.visibility === 'open'}>
              {say.openRoom}
            </option>
            <option value="closed" selected={room.visibility === 'closed'}>
              {say.closed}
            </option>
          </select>
        </label>
        <label>
          <span>{say.reply}</span>
          <select name="reply">
            {REPLIES.map((one) => (
              <option key={one} value={one} selected={room.reply === one}>
                {say[one]}
              </option>
            ))}
          </select>
        </label>
        <label class={css.check}>
          <input type="checkbox" name="guests" defaultChecked={room.guests} />
          <span>{say.guests}</span>
        </label>
        <label class={css.check}>
          <input type="checkbox" name="pings" defaultChecked={room.pings === true} />
          <span>{say.pings}</span>
        </label>
        <Button type="submit" disabled={state === 'saving'}>
          {say.save}
        </Button>
        <output class={css.hint}>{state === 'saved' && say.saved}</output>
        {state === 'refused' && (
          <p class={css.problem} role="alert">
            {say.refused}
          </p>
        )}
      </form>
    </section>
  );
};
