import { doc, serverTimestamp, updateDoc } from 'firebase/firestore';
import { type Room, roomPath } from '#model/room.ts';
import { store } from './store.ts';

/** What an owner may set. */
export type RoomSettings = Pick<Room, 'name' | 'visibility' | 'reply' | 'guests' | 'pings'>;

/** Changes a room. Rejects when it was refused: by who is no owner any more, or twice within a second. */
export const changeRoom = (room: string, settings: RoomSettings): Promise<void> =>
  updateDoc(doc(store, roomPath(room)), { ...settings, changed: serverTimestamp() });
