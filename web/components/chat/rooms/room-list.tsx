import { Hash, Lock, Wrench } from 'lucide';
import type { RoomEntry } from '../../../data/room-list.ts';
import { isOperator } from '../../../data/session.ts';
import { words } from '../../../i18n/words.ts';
import { Button } from '../../button/button.tsx';
import { Icon } from '../../icon/icon.tsx';
import { Mark } from '../../mark/mark.tsx';
import { useInside } from '../inside.ts';
import css from './rooms.module.css';

/** `path`: where the app is, to mark the room that is open. */
type Props = { path: string };

export const roomHref = (room: string): string => `/rooms/${encodeURIComponent(room)}`;

const Entry = ({ entry: { id, room }, path }: { entry: RoomEntry; path: string }) => (
  <li>
    <a class={css.entry} href={roomHref(id)} aria-current={path === roomHref(id) ? 'page' : undefined}>
      <Icon of={room.visibility === 'open' ? Hash : Lock} size={16} />
      <span class={css.name}>{room.name}</span>
    </a>
  </li>
);

/** The rooms one is in, and those one could join. */
export const RoomList = ({ path }: Props) => {
  const { rooms, more } = useInside();
  const say = words.value.rooms;
  const now = rooms.value;
  const entries = now.state === 'ready' ? now.entries : [];
  const parts = [
    { title: say.mine, entries: entries.filter(({ role }) => role !== undefined) },
    { title: say.open, entries: entries.filter(({ role }) => role === undefined) },
  ];
  return (
    <>
      <header class={css.brand}>
        <Mark size={30} />
        <span>Tsunagi</span>
      </header>
      <nav class={css.rooms} aria-label={say.title}>
        {now.state === 'loading' && <p class={css.hint}>{say.loading}</p>}
        {now.state === 'failed' && <p class={css.hint}>{say.failed}</p>}
        {parts.map(
          (part) =>
            part.entries.length > 0 && (
              <section key={part.title}>
                <h2 class={css.part}>{part.title}</h2>
                <ul>
                  {part.entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} path={path} />
                  ))}
                </ul>
              </section>
            ),
        )}
        {more.value && (
          <Button look="quiet" onClick={more.value}>
            {say.more}
          </Button>
        )}
        {now.state === 'ready' && now.unreadable > 0 && (
          <p class={css.hint}>{say.unreadable(now.unreadable)}</p>
        )}
        {isOperator.value && (
          <a class={css.entry} href="/operate" aria-current={path === '/operate' ? 'page' : undefined}>
            <Icon of={Wrench} size={16} />
            <span class={css.name}>{words.value.operate.title}</span>
          </a>
        )}
        {now.state === 'ready' && entries.length === 0 && <p class={css.hint}>{say.empty}</p>}
      </nav>
    </>
  );
};
