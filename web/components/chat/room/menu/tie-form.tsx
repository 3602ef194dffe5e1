import type { Link } from '#model/link.ts';
import { placeId, placeOf } from '#model/link-grant.ts';
import type { Command } from '#model/operation.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { entered } from '../../../form/entered.ts';
import css from './menu.module.css';

type Props = {
  room: string;
  link: Link | undefined;
  /** Where it may be linked, each by its {@link placeId}. */
  places: readonly string[];
  busy: boolean;
  onAsk: (command: Command) => void;
};

/** Links a room to one of the channels that are allowed, or points it to another. */
export const TieForm = ({ room, link, places, busy, onAsk }: Props) => {
  const say = words.value.menu;
  const { mode, thread, wholeChannel } = words.value.operate;
  const submit = (form: HTMLFormElement): void =>
    onAsk({
      do: link ? 'move' : 'link',
      room,
      ...placeOf(entered(form, 'place')),
      mode: entered(form, 'mode') === 'thread' ? 'thread' : 'channel',
    });
  return (
    <form
      class={css.form}
      aria-label={say.slack}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <label>
        <span>{say.slackChannel}</span>
        <select name="place">
          {places.map((place) => (
            <option key={place} value={place} selected={link && placeId(link) === place}>
              {place.replace('-', ' ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{mode}</span>
        <select name="mode">
          <option value="channel">{wholeChannel}</option>
          <option value="thread" selected={link?.mode === 'thread'}>
            {thread}
          </option>
        </select>
      </label>
      <Button type="submit" disabled={busy}>
        {link ? say.point : say.tie}
      </Button>
    </form>
  );
};
