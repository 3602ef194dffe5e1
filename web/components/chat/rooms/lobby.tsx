import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { firstRoom } from '../../../data/room-list.ts';
import { read } from '../../../data/stored.ts';
import { words } from '../../../i18n/words.ts';
import { Notice } from '../../notice/notice.tsx';
import { useInside } from '../inside.ts';
import { roomHref } from './room-list.tsx';

/** As narrow as the layout's one-page width: there the list of rooms is a page of its own, and stays. */
const isNarrow = (): boolean => matchMedia('(max-width: 640px)').matches;

/** Where no room is open: it leads on to one. */
export const Lobby = () => {
  const { rooms } = useInside();
  const { route } = useLocation();
  const now = rooms.value;
  const ready = now.state === 'ready' && now.complete;
  const entries = now.state === 'ready' ? now.entries : [];
  const isNew = entries.every(({ role }) => role === undefined);
  const room = firstRoom(entries, read('room'));
  useEffect(() => {
    if (ready && room && (isNew || !isNarrow())) route(roomHref(room), true);
  }, [ready, room, isNew, route]);
  const say = words.value.rooms;
  if (now.state === 'failed') return <Notice title={say.failed} />;
  if (now.state === 'loading') return <Notice busy title={say.loading} />;
  if (entries.length === 0) return <Notice title={say.empty} hint={say.emptyHint} />;
  return <Notice title={say.choose} />;
};
