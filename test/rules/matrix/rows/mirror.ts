import { deadLetterPath } from '#model/dead-letter.ts';
import { ABSENT, type Fields, SERVER_TIME } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { messagePath } from '#model/message.ts';
import { mirrorId, mirrorPath } from '#model/mirror.ts';
import { FAR_OFF, LONG_AGO, update } from '../../wire/index.ts';
import { ASKED, letter, link, mark, message } from '../scene.ts';

/** Somebody works on the room, and a message of it has a mirror that is so far. */
export const there =
  (mirror: Fields, more: (where: string) => Readonly<Record<string, Fields>> = () => ({})) =>
  (where: string) => ({
    [linkPath(where)]: link({ lease: { number: 4, held: true, since: FAR_OFF } }),
    [messagePath(where, ASKED)]: message('clara', { revision: 3 }),
    [mirrorPath(where, ASKED)]: mark(where, mirror),
    ...more(where),
  });
/** What operators are told of it. */
export const withLetter = (where: string, over: Fields = {}) => ({
  [deadLetterPath(mirrorId(where, ASKED))]: letter(where, over),
});
/** It was taken back. */
export const takenBack = (where: string) => ({
  [messagePath(where, ASKED)]: message('clara', { revision: 3, text: '', deleted: LONG_AGO }),
});
export const moved = (where: string, fields: Fields) => update(mirrorPath(where, ASKED), fields);
export const SENDING = {
  wanted: 2,
  state: 'sending',
  attempts: 1,
  lease: 4,
  doubt: { since: LONG_AGO, team: 'T1', channel: 'C1' },
};
export const SHOWN = {
  team: 'T1',
  channel: 'C1',
  ts: '1700000000.000200',
  parts: ['1700000000.000200', '1700000000.000300'],
  attempts: 0,
  lease: 4,
};
/** What is written with an attempt, and with its end. */
export const DOUBT = { doubt: { since: SERVER_TIME, team: 'T1', channel: 'C1' } };
export const CLEAR = { doubt: ABSENT };
