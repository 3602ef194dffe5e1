import { placeId } from '../model/link-grant.ts';
import type { Command } from '../model/operation.ts';
import type { Reading } from './reading.ts';

type Ports = { readonly store: Pick<Reading, 'deadLetter' | 'link' | 'linkGrant' | 'room'> };

/**
 * Whether a room's owner may ask for this without being an operator: to decide about what was given up of their room; and to link it, move
 * it, unlink it and say that it is mended, where an operator has allowed that, from and to the channels that are named there.
 */
export async function isOwners(ports: Ports, uid: string, command: Command): Promise<boolean> {
  switch (command.do) {
    case 'redrive':
    case 'discard': {
      const letter = await ports.store.deadLetter(command.job);
      return letter !== undefined && owns(ports, uid, letter.room);
    }
    case 'link':
    case 'move':
      return (await owns(ports, uid, command.room)) && isGranted(ports, command.room, [placeId(command)]);
    case 'unlink':
    case 'mend':
      return (await owns(ports, uid, command.room)) && isGranted(ports, command.room, []);
    default:
      return false;
  }
}

const owns = async ({ store }: Ports, uid: string, room: string): Promise<boolean> =>
  (await store.room(room))?.owners.includes(uid) === true;

/** Whether owners may act at these places, and where the room is now: an operator's link to elsewhere is none of theirs. */
async function isGranted({ store }: Ports, room: string, places: readonly string[]): Promise<boolean> {
  const [grant, link] = await Promise.all([store.linkGrant(room), store.link(room)]);
  const all = [...places, ...(link ? [placeId(link)] : [])];
  return grant !== undefined && all.every((place) => grant.places.includes(place));
}
