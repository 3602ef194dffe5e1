import { useState } from 'preact/hooks';
import { online } from '../../../../data/connection.ts';
import { join } from '../../../../data/join.ts';
import type { RoomEntry } from '../../../../data/room-list.ts';
import type { SignedIn } from '../../../../data/session.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Notice } from '../../../notice/notice.tsx';
import css from './join.module.css';

type Props = { entry: RoomEntry; person: SignedIn };

/** An open room, seen from outside. */
export const Join = ({ entry: { id, room }, person }: Props) => {
  const say = words.value.join;
  const [state, setState] = useState<'idle' | 'joining' | 'failed'>('idle');
  const shut = person.guest && !room.guests;
  const enter = (): void => {
    setState('joining');
    join(id, person.uid).catch(() => setState('failed'));
  };
  return (
    <Notice title={say.title(room.name)} hint={say.lead}>
      {room.reply !== 'off' && <p class={css.hint}>{say.answered}</p>}
      {shut ? (
        <p class={css.problem}>{say.noGuests}</p>
      ) : (
        <Button look="main" disabled={state === 'joining' || !online.value} onClick={enter}>
          {state === 'joining' ? say.joining : say.join}
        </Button>
      )}
      <p class={css.problem} role="alert">
        {!online.value ? say.offline : state === 'failed' && say.failed}
      </p>
    </Notice>
  );
};
