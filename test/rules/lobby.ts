import { type Fields, now, past } from './fields.ts';
import { givenAll, person } from './world.ts';

/** An open room with an owner, a member, a reader and a guest, linked to a Slack channel, and a message by Alice in it. */
export const lobby: Fields = {
  name: 'Lobby',
  visibility: 'open',
  reply: 'always',
  guests: true,
  owners: ['olga'],
  created: past(),
  changed: past(),
};
/** A closed one, which takes no guests, with an owner. */
export const closet: Fields = {
  ...lobby,
  name: 'Closet',
  visibility: 'closed',
  reply: 'off',
  guests: false,
  owners: ['clara'],
};

export const alice = person('alice');
export const bob = person('bob');
export const olga = person('olga');
export const clara = person('clara');

/** Ids of messages, as browsers make them. */
export const HERS = 'aliceAliceAlice00001';
export const FRESH = 'freshFreshFresh00001';
export const SAID = 'slack-C0LOBBY-1700000000.000100';
export const REPLY = `${HERS}-reply`;

export const at = (id: string, room = 'lobby'): string => `rooms/${room}/messages/${id}`;
export const place = (uid: string, room = 'lobby'): string => `rooms/${room}/members/${uid}`;

export const by = (uid: string): Fields => ({ kind: 'person', id: uid });
/** A message of Alice's, as she sends it. */
export const hello: Fields = { author: by('alice'), text: 'hello', at: now, revision: 1 };
/** The reply to it, as it is claimed done. */
export const answer: Fields = {
  author: { kind: 'component', id: 'reply' },
  text: 'Hello hello',
  at: now,
  revision: 1,
  reply: { to: HERS, state: 'done' },
};
/** Something said in Slack. */
export const said: Fields = { author: { kind: 'slack', id: 'T1-U1' }, text: 'hi', at: past(60), revision: 1 };

export const link: Fields = {
  team: 'T1',
  channel: 'C0LOBBY',
  mode: 'channel',
  lease: { number: 4, held: false, since: past() },
  pause: { since: past(), seconds: 0 },
  settled: past(),
  heard: past(),
};

/** When Alice wrote: her message and its mirror agree on it. */
export const written = past(300);

/** A membership that has stood for a while. */
export const member = (uid: string, role = 'member'): Fields => ({ person: uid, role, joined: past() });

export const givenLobby = (): Promise<void> =>
  givenAll({
    'rooms/lobby': lobby,
    'rooms/closet': closet,
    [place('alice')]: member('alice'),
    [place('olga')]: member('olga', 'owner'),
    [place('rita')]: member('rita', 'reader'),
    [place('gus')]: member('gus'),
    [place('clara', 'closet')]: member('clara', 'owner'),
    [at(HERS)]: { ...hello, at: written },
    'links/lobby': link,
  });
