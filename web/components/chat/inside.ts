import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AppearanceOf } from '../../data/names.ts';
import type { OpenedRooms } from '../../data/rooms.ts';
import type { Sending } from '../../data/sending.ts';
import type { SignedIn } from '../../data/session.ts';

/** What is open for as long as a person is signed in. */
type Opened = Pick<OpenedRooms, 'rooms' | 'more' | 'seek'> & {
  readonly person: SignedIn;
  readonly sending: Sending;
  readonly appearance: AppearanceOf;
};

export const Inside = createContext<Opened | undefined>(undefined);

export const useInside = (): Opened => {
  const opened = useContext(Inside);
  if (!opened) throw new Error('This component stands outside <Chat>: nobody is signed in here.');
  return opened;
};
