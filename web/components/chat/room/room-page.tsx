import { useEffect, useLayoutEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { online } from '../../../data/connection.ts';
import { write } from '../../../data/stored.ts';
import { words } from '../../../i18n/words.ts';
import { Notice } from '../../notice/notice.tsx';
import { useInside } from '../inside.ts';
import { Join } from './join/join.tsx';
import { Room } from './room.tsx';
import { RoomHead } from './room-head.tsx';

/** A room by its address: to read, to join, or closed to this person. */
export const RoomPage = () => {
  const { rooms, seek, person } = useInside();
  const { params } = useRoute();
  const id = params.room ?? '';
  const now = rooms.value;
  const entry = now.state === 'ready' ? now.entries.find((one) => one.id === id) : undefined;
  const role = entry?.role;
  const name = entry?.room.name;
  useLayoutEffect(() => seek(id), [id, seek]);
  useEffect(() => {
    document.title = name ? `${name} · Tsunagi` : 'Tsunagi';
  }, [name]);
  useEffect(() => {
    if (role) write('room', id);
  }, [id, role]);
  if (entry?.role) return <Room key={id} entry={entry} role={entry.role} />;
  if (entry)
    return (
      <>
        <RoomHead name={entry.room.name} />
        <Join key={id} entry={entry} person={person} />
      </>
    );
  const say = words.value;
  const known = now.state === 'failed' || (now.state === 'ready' && (now.complete || !online.value));
  return (
    <>
      <RoomHead name={say.rooms.back} />
      {known ? (
        <Notice title={say.room.denied} hint={say.room.deniedHint} />
      ) : (
        <Notice busy title={say.rooms.loading} />
      )}
    </>
  );
};
