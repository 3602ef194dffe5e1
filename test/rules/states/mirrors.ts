import { deadLetterPath } from '#model/dead-letter.ts';
import { ABSENT, type Fields, SERVER_TIME } from '#model/effect.ts';
import { linkPath } from '#model/link.ts';
import { messagePath } from '#model/message.ts';
import { MIRROR_STATES, mirrorId, mirrorPath } from '#model/mirror.ts';
import { ASKED, letter, link, mark, message, ROOM, sceneWith } from '../matrix/scene.ts';
import { batch, FAR_OFF, LONG_AGO, type Request, update } from '../wire/index.ts';
import { type Machine, moves } from './machine.ts';

const PATH = mirrorPath(ROOM, ASKED);
const LETTER = deadLetterPath(mirrorId(ROOM, ASKED));
const SHOWN = { team: 'T1', channel: 'C1', ts: '1700000000.000200', parts: ['1700000000.000200'] };
const DOUBT = { since: LONG_AGO, team: 'T1', channel: 'C1' };

const MIRRORS: Readonly<Record<string, Fields>> = {
  wanted: { wanted: 2 },
  sending: { wanted: 2, attempts: 1, lease: 4, doubt: DOUBT },
  sent: { wanted: 2, sent: 2, lease: 4, ...SHOWN },
  void: { wanted: 2, sent: 2, lease: 4 },
  failed: { wanted: 2, attempts: 3, lease: 4, error: 'msg_too_long' },
};
const scene = (mirror: Fields, before: Fields) =>
  sceneWith({
    [linkPath(ROOM)]: link({ lease: { number: 4, held: true, since: FAR_OFF } }),
    [messagePath(ROOM, ASKED)]: message('clara', { revision: 3, text: '', deleted: LONG_AGO }),
    [PATH]: mark(ROOM, mirror),
    [LETTER]: letter(ROOM, before),
  });

/** How slackPost would bring a mirror into a state. */
const POSTED: Readonly<Record<string, Fields>> = {
  wanted: { attempts: 0, doubt: ABSENT },
  sent: { sent: 2, attempts: 0, doubt: ABSENT, ...SHOWN },
  void: { sent: 2, attempts: 0, doubt: ABSENT },
  failed: { error: 'msg_too_long' },
};
const redrive = (state: string): Request =>
  batch(
    update(PATH, { state, attempts: 0, error: ABSENT }),
    update(LETTER, { state: 'redriven', by: 'opal', decided: SERVER_TIME }),
  );

const mirror: Machine = {
  of: 'a mirror',
  about: 'mirrors',
  states: MIRROR_STATES,
  given: (state) => scene({ state, ...MIRRORS[state] }, {}),
  movers: [
    {
      who: 'slackPost',
      // An attempt is one more than there were.
      ask: (from, to) =>
        update(PATH, {
          state: to,
          lease: 4,
          ...POSTED[to],
          ...(to === 'sending' && {
            attempts: Number(MIRRORS[from]?.attempts ?? 0) + 1,
            ...(from === 'wanted' && { doubt: { since: SERVER_TIME, team: 'T1', channel: 'C1' } }),
          }),
        }),
      may: [...moves(['sending'], MIRROR_STATES), ...moves(['wanted'], ['sending', 'failed'])],
    },
    {
      who: 'mirror',
      // What was given up has all attempts before it again.
      ask: (from, to) =>
        update(PATH, {
          wanted: 3,
          state: to,
          ...(from === 'failed' && { attempts: 0, error: ABSENT }),
        }),
      may: [...moves(['wanted', 'sent', 'void', 'failed'], ['wanted']), ['sending', 'sending']],
    },
    { who: 'operate', ask: (_, to) => redrive(to), may: [['failed', 'wanted']] },
  ],
};

const DECIDED = { by: 'opal', decided: LONG_AGO };
const LETTERS: Readonly<Record<string, Fields>> = { open: {}, redriven: DECIDED, discarded: DECIDED };

const deadLetter: Machine = {
  of: 'a dead letter',
  about: 'deadLetters',
  states: Object.keys(LETTERS),
  given: (state) => scene({ state: 'failed', ...MIRRORS.failed }, { state, ...LETTERS[state] }),
  movers: [
    {
      who: 'slackPost',
      ask: (_, to) =>
        update(LETTER, {
          state: to,
          at: SERVER_TIME,
          error: 'again',
          attempts: 1,
          by: ABSENT,
          decided: ABSENT,
        }),
      may: moves(['redriven', 'discarded'], ['open']),
    },
    {
      who: 'operate',
      ask: (_, to) => {
        const decision = update(LETTER, { state: to, by: 'opal', decided: SERVER_TIME });
        return to === 'redriven'
          ? batch(decision, update(PATH, { state: 'wanted', attempts: 0, error: ABSENT }))
          : decision;
      },
      may: moves(['open'], ['redriven', 'discarded']),
    },
  ],
};

export const mirrors: Machine[] = [mirror, deadLetter];
