import type { DeadLetter } from '#model/dead-letter.ts';
import type { Command } from '#model/operation.ts';
import type { Listed } from '../../../data/operator.ts';
import { troubleOf } from '../../../data/trouble.ts';
import { full } from '../../../i18n/times.ts';
import { words } from '../../../i18n/words.ts';
import { Button } from '../../button/button.tsx';
import css from './operate.module.css';

type Props = {
  letters: Listed<DeadLetter>;
  busy: boolean;
  onAsk: (command: Command) => void;
  /** Shows more of them, where there may be any. */
  onMore: (() => void) | undefined;
};

/** What was given up, with the reason; one by one or all, it is tried again or left. */
export const DeadLetters = ({ letters, busy, onAsk, onMore }: Props) => {
  const say = words.value.operate;
  if (letters === undefined) return <p class={css.hint}>{say.loading}</p>;
  if (letters === 'failed') return <p class={css.problem}>{say.failed}</p>;
  return (
    <section class={css.part}>
      <h2>{say.letters}</h2>
      {letters.length === 0 && <p class={css.hint}>{say.noLetters}</p>}
      <ul class={css.list}>
        {letters.map(({ id, value: { room, error, attempts, at } }) => (
          <li key={id} class={css.row}>
            <span class={css.name}>
              <strong>{room}</strong> {words.value.delivery.troubles[troubleOf(error)]} ({error}){' '}
              <small class={css.hint}>{say.tried(attempts, full(at))}</small>
            </span>
            <Button disabled={busy} onClick={() => onAsk({ do: 'redrive', job: id })}>
              {say.redrive}
            </Button>
            <Button look="danger" disabled={busy} onClick={() => onAsk({ do: 'discard', job: id })}>
              {say.discard}
            </Button>
          </li>
        ))}
      </ul>
      {onMore && <Button onClick={onMore}>{say.moreLetters}</Button>}
      {letters.length > 1 && (
        <p class={css.row}>
          <Button disabled={busy} onClick={() => onAsk({ do: 'redriveAll' })}>
            {say.redriveAll}
          </Button>
          <Button look="danger" disabled={busy} onClick={() => onAsk({ do: 'discardAll' })}>
            {say.discardAll}
          </Button>
        </p>
      )}
    </section>
  );
};
