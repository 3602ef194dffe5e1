import { useState } from 'preact/hooks';
import type { Command } from '#model/operation.ts';
import { words } from '../../../i18n/words.ts';
import { Button } from '../../button/button.tsx';
import { entered } from '../../form/entered.ts';
import css from './operate.module.css';
import { PlaceFields } from './place-fields.tsx';

type Props = { busy: boolean; onAsk: (command: Command) => void };

/** Ties a room to a channel or a thread of one; `operate` asks Slack first whether that will work. */
export const NewLink = ({ busy, onAsk }: Props) => {
  const say = words.value.operate;
  const [isThread, setThread] = useState(false);
  const submit = (form: HTMLFormElement): void => {
    const tie = {
      room: entered(form, 'room'),
      team: entered(form, 'team'),
      channel: entered(form, 'channel'),
    };
    const thread = entered(form, 'thread').trim();
    const place = isThread ? { mode: 'thread' as const, ...(thread !== '' && { thread }) } : {};
    onAsk({ do: entered(form, 'move') === 'on' ? 'move' : 'link', ...tie, ...place });
  };
  return (
    <section class={css.part}>
      <h2>{say.newLink}</h2>
      <form
        class={css.form}
        aria-label={say.newLink}
        onSubmit={(event) => {
          event.preventDefault();
          submit(event.currentTarget);
        }}
      >
        <PlaceFields />
        <label>
          <span>{say.mode}</span>
          <select name="mode" onChange={(event) => setThread(event.currentTarget.value === 'thread')}>
            <option value="channel">{say.wholeChannel}</option>
            <option value="thread">{say.thread}</option>
          </select>
        </label>
        {isThread && (
          <label>
            <span>{say.root}</span>
            <input
              name="thread"
              pattern="[0-9]{1,20}[.][0-9]{6}"
              placeholder="1700000000.000100"
              autocomplete="off"
            />
          </label>
        )}
        <label class={css.check}>
          <input type="checkbox" name="move" />
          <span>{say.move}</span>
        </label>
        <Button type="submit" look="main" disabled={busy}>
          {say.link}
        </Button>
      </form>
    </section>
  );
};
