import type { Link } from '#model/link.ts';
import type { Command } from '#model/operation.ts';
import type { Listed } from '../../../data/operator.ts';
import { words } from '../../../i18n/words.ts';
import { Button } from '../../button/button.tsx';
import css from './operate.module.css';

type Props = { links: Listed<Link>; busy: boolean; onAsk: (command: Command) => void };

/** Which room is tied to which channel, and what has to be mended. */
export const Links = ({ links, busy, onAsk }: Props) => {
  const say = words.value.operate;
  if (links === undefined) return <p class={css.hint}>{say.loading}</p>;
  if (links === 'failed') return <p class={css.problem}>{say.failed}</p>;
  return (
    <section class={css.part}>
      <h2>{say.links}</h2>
      {links.length === 0 && <p class={css.hint}>{say.noLinks}</p>}
      <ul class={css.list}>
        {links.map(({ id, value: { team, channel, error } }) => (
          <li key={id} class={css.row}>
            <span class={css.name}>
              <strong>{id}</strong> → {team} {channel}
              {error !== undefined && <small class={css.problem}> {say.error(error)}</small>}
            </span>
            {error !== undefined && (
              <Button disabled={busy} onClick={() => onAsk({ do: 'mend', room: id })}>
                {say.mend}
              </Button>
            )}
            <Button look="danger" disabled={busy} onClick={() => onAsk({ do: 'unlink', room: id })}>
              {say.unlink}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
