import { entryPath } from '#model/entry.ts';
import { type Fields, future, now, past } from '../fields.ts';
import { bob, place } from '../lobby.ts';
import type { Asked } from '../verdict.ts';
import type { Actor } from '../world.ts';

export const CODE = 'codeCODEcodeCODEcodeCODEcodeCODE';
export const invitationPath = `rooms/closet/invitations/${CODE}`;
/** Good for all who come in time. */
export const invitation: Fields = {
  by: 'clara',
  at: past(),
  name: 'Closet',
  role: 'member',
  until: future(),
  single: false,
  state: 'open',
};
export const single = { ...invitation, single: true };

export const entering: Fields = { person: 'bob', role: 'member', joined: now };
export const entry: Fields = { invitation: CODE };
export const used: Fields = { state: 'used', used: 'bob' };

export type Entry = {
  as?: Actor;
  membership?: Fields;
  use?: Fields | undefined;
  where?: string;
  by?: Fields | undefined;
  whose?: string;
};
/** A person enters; `by` says how, in the entry of `whose`; with `use`, the invitation is used up in the same batch. */
export const enters = ({
  as = bob,
  membership = entering,
  use,
  where = place('bob', 'closet'),
  by = entry,
  whose = entryOf(String(membership.person)),
}: Entry): Asked => ({
  as,
  writes: [
    ['set', whose, by],
    ['set', where, membership],
    ...(use ? ([['update', invitationPath, use]] as const) : []),
  ],
});

export const entryOf = (uid: string, room = 'closet'): string => entryPath(room, uid);
