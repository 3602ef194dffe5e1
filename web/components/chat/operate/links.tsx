import type { Link } from '#model/link.ts';
import type { Called, Command, Health } from '#model/operation.ts';
import type { Listed } from '../../../data/operator.ts';
import { troubleOf } from '../../../data/trouble.ts';
import { words } from '../../../i18n/words.ts';
import { Button } from '../../button/button.tsx';
import css from './operate.module.css';

/** `channels`: how they are called, as far as that is known. `health`: how many messages wait in each room, once it is known. */
type Props = {
  links: Listed<Link>;
  channels: readonly Called[];
  health: Health | undefined;
  busy: boolean;
  onAsk: (command: Command) => void;
  /** Shows more rooms, where there are any. */
  onMore: (() => void) | undefined;
};

/** Which room is tied to which channel, and what has to be mended. */
export const Links = ({ links, channels, health, busy, onAsk, onMore }: Props) => {
  const say = words.value.operate;
  if (links === undefined) return <p class={css.hint}>{say.loading}</p>;
  if (links === 'failed') return <p class={css.problem}>{say.failed}</p>;
  return (
    <section class={css.part}>
      <h2>{say.links}</h2>
      {links.length === 0 && <p class={css.hint}>{say.noLinks}</p>}
      <ul class={css.list}>
        {links.map(({ id, value: { team, channel, thread, error } }) => (
          <li key={id} class={css.row}>
            <span class={css.name}>
              <strong>{id}</strong> → {nameOf(channels, team, channel)}
              <small class={css.hint}>
                {team} {channel}
                {thread !== undefined && ` ${say.threadOf(thread)}`}
              </small>
              <Queue of={health?.links.find((one) => one.room === id)} />
              {error !== undefined && (
                <small class={css.problem}>
                  {' '}
                  {say.error(words.value.delivery.troubles[troubleOf(error)], error)}
                </small>
              )}
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
      {onMore && <Button onClick={onMore}>{say.moreLinks}</Button>}
      {health?.more && <p class={css.hint}>{say.more}</p>}
    </section>
  );
};

const nameOf = (channels: readonly Called[], team: string, channel: string): string => {
  const called = channels.find((one) => one.team === team && one.channel === channel);
  return called ? `#${called.name} ` : '';
};

/** How many messages of a room wait, and whether Slack asked it to. */
const Queue = ({ of }: { of: Health['links'][number] | undefined }) => {
  const say = words.value.operate;
  if (!of || (of.waiting === 0 && !of.paused)) return null;
  return (
    <small class={css.hint}>
      {' '}
      {of.waiting > 0 && say.waiting(of.waiting)} {of.paused && say.paused}
    </small>
  );
};
