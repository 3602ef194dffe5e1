import { deadLetterPath } from '#model/dead-letter.ts';
import type { Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { messagePath } from '#model/message.ts';
import { mirrorId, mirrorPath } from '#model/mirror.ts';
import { ASKED, letter, link, mark, message, ROOM } from '../matrix/scene.ts';
import { component, FAR_OFF, LONG_AGO, SERVER_TIME, update } from '../wire/index.ts';
import type { Over } from './edge.ts';

export const POST = component('slackPost');
export const LINK = linkPath(ROOM);
export const claims = update(LINK, { lease: { number: 5, held: true, since: SERVER_TIME } });

export const MARK = mirrorPath(ROOM, ASKED);
export const LETTER = deadLetterPath(mirrorId(ROOM, ASKED));
export const SENDING = { wanted: 2, state: 'sending', attempts: 1, lease: 4 };
/** The mirror of a message of revision 3, under a lease of some number. */
export const working = (before: Fields, number = 4): Over => ({
  [LINK]: link({ lease: { number, held: true, since: FAR_OFF } }),
  [messagePath(ROOM, ASKED)]: message('clara', { revision: 3 }),
  [MARK]: mark(ROOM, before),
});
/** Its message was taken back, and a dead letter is open: nothing is left to show, or it may be given up. */
export const ENDED: Over = {
  [messagePath(ROOM, ASKED)]: message('clara', { revision: 3, text: '', deleted: LONG_AGO }),
  [LETTER]: letter(ROOM),
};
export const ending = (before: Fields, number = 4): Over => ({ ...working(before, number), ...ENDED });
export const TS = '1700000000.000200';
export const SHOWN = { team: 'T1', channel: 'C1', ts: TS, parts: [TS], state: 'sent', attempts: 0, lease: 4 };
export const shows = (over: Fields) => update(MARK, { ...SHOWN, wanted: 2, sent: 2, ...over });
export const voids = (over: Fields) =>
  update(MARK, { state: 'void', attempts: 0, lease: 4, wanted: 2, sent: 2, ...over });
export const DOUBT = { since: SERVER_TIME, team: 'T1', channel: 'C1' };
export const attempts = (doubt: Fields = DOUBT, over: Fields = {}) =>
  update(MARK, { state: 'sending', attempts: 1, lease: 4, doubt, ...over });
