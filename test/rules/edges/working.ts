import { deadLetterPath } from '#model/dead-letter.ts';
import type { Fields } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { messagePath } from '#model/message.ts';
import { mirrorId, mirrorPath } from '#model/mirror.ts';
import { ASKED, link, mark, message, ROOM } from '../matrix/scene.ts';
import { component, FAR_OFF, SERVER_TIME, update } from '../wire/index.ts';
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
export const TS = '1700000000.000200';
export const SHOWN = { team: 'T1', channel: 'C1', ts: TS, parts: [TS], state: 'sent', attempts: 0, lease: 4 };
export const shows = (over: Fields) => update(MARK, { ...SHOWN, wanted: 2, sent: 2, ...over });
export const voids = (over: Fields) =>
  update(MARK, { state: 'void', attempts: 0, lease: 4, wanted: 2, sent: 2, ...over });
export const DOUBT = { since: SERVER_TIME, team: 'T1', channel: 'C1' };
export const attempts = (doubt: Fields = DOUBT, over: Fields = {}) =>
  update(MARK, { state: 'sending', attempts: 1, lease: 4, doubt, ...over });
