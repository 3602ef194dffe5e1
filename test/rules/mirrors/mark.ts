import type { Fields } from '../fields.ts';
import { gone, now, past } from '../fields.ts';
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
export const seen: Fields = {
  team: 'T1',
  channel: 'C0LOBBY',
  ts: '1700000000.000100',
  parts: ['1700000000.000100'],
};

/** The mirror while an attempt at it may be under way, or may have been made. */
export const sending: Fields = {
  ...mark,
  state: 'sending',
  attempts: 1,
  lease: 5,
  doubt: { since: past(20), team: 'T1', channel: 'C0LOBBY' },
};

/** What slackPost writes of an attempt, of what Slack shows then, that there is nothing to show, and that Slack has not done it. */
export const begun: Fields = {
  state: 'sending',
  attempts: 1,
  lease: 5,
  doubt: { since: now, team: 'T1', channel: 'C0LOBBY' },
};
export const shown: Fields = {
  ...seen,
  sent: 1,
  wanted: 1,
  state: 'sent',
  lease: 5,
  attempts: 0,
  doubt: gone,
};
export const nothing: Fields = { sent: 1, wanted: 1, state: 'void', lease: 5, attempts: 0, doubt: gone };
export const back: Fields = { state: 'wanted', attempts: 0, lease: 5, doubt: gone };

/** What operators are told of it where it is given up. */
export const letter: Fields = {
  component: 'slackPost',
  room: 'lobby',
  message: HERS,
  error: 'no_answer',
  attempts: 20,
  at: past(),
  state: 'open',
};

/** The lobby's link while somebody works on it, under number 5. */
export const held: Fields = { ...link, lease: { number: 5, held: true, since: past(10) } };
