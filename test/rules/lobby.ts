import { type Fields, givenAll, now, past } from './world.ts';

/** A room with an owner, a member and a reader, linked to a Slack channel, and a message by Alice in it. */
export const lobby: Fields = {
  name: 'Lobby',
  visibility: 'open',
  reply: 'always',
  guests: true,
  created: past(),
};
export const closet: Fields = { ...lobby, name: 'Closet', visibility: 'closed', reply: 'off', guests: false };

/** Ids of messages, as browsers make them. */
export const HERS = 'aliceAliceAlice00001';
export const FRESH = 'freshFreshFresh00001';
export const SAID = 'slack-C0LOBBY-1700000000.000100';

/** A message of Alice's, as she sends it. */
export const hello: Fields = { author: { kind: 'person', id: 'alice' }, text: 'hello', at: now, revision: 1 };
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
};

/** When Alice wrote: her message and its mirror agree on it. */
export const written = past(300);

const member = (uid: string, role: string): Fields => ({ person: uid, role, joined: past() });

export const givenLobby = (): Promise<void> =>
  givenAll({
    'rooms/lobby': lobby,
    'rooms/closet': closet,
    'rooms/lobby/members/alice': member('alice', 'member'),
    'rooms/lobby/members/olga': member('olga', 'owner'),
    'rooms/lobby/members/rita': member('rita', 'reader'),
    [`rooms/lobby/messages/${HERS}`]: { ...hello, at: written },
    'links/lobby': link,
  });
