import type { Fields } from '../fields.ts';
import { past } from '../fields.ts';
import { HERS, link, written } from '../lobby.ts';

/** The mirror of Alice's message, as it is marked first. */
export const mark: Fields = {
  room: 'lobby',
  message: HERS,
  at: written,
  wanted: 1,
  sent: 0,
  state: 'wanted',
  attempts: 0,
  lease: 0,
};

/** What slackPost records of it. */
export const seen: Fields = { channel: 'C0LOBBY', ts: '1700000000.000100' };

/** The lobby's link while somebody works on it, under number 5. */
export const held: Fields = { ...link, lease: { number: 5, held: true, since: past(10) } };
