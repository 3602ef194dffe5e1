import { deadLetterPath, deadLettersPath } from '#model/dead-letter.ts';
import type { Fields } from '#model/effect.ts';
import { mirrorId, mirrorPath } from '#model/mirror.ts';
import { ABSENT, batch, get, LONG_AGO, list, remove, SERVER_TIME, set, update } from '../../wire/index.ts';
import { NONE, type Row, row } from '../row.ts';
import { ASKED, letter, mark } from '../scene.ts';

const pathIn = (where: string): string => deadLetterPath(mirrorId(where, ASKED));
const there =
  (over: Fields = {}) =>
  (where: string) => ({
    [pathIn(where)]: letter(where, over),
    [mirrorPath(where, ASKED)]: mark(where, {
      state: 'failed',
      attempts: 3,
      lease: 4,
      error: 'msg_too_long',
    }),
  });
const DECIDED = { state: 'discarded', by: 'opal', decided: LONG_AGO };
const anew = (where: string) =>
  update(pathIn(where), {
    error: 'is_archived',
    attempts: 1,
    at: SERVER_TIME,
    state: 'open',
    by: ABSENT,
    decided: ABSENT,
  });
const decided = (where: string, state: string, over: Fields = {}) =>
  update(pathIn(where), { state, by: 'opal', decided: SERVER_TIME, ...over });
const again = (where: string) =>
  update(mirrorPath(where, ASKED), { state: 'wanted', attempts: 0, error: ABSENT });

export const deadLetters: Row[] = [
  row('get', 'a dead letter', ['operator', 'slackPost', 'operate'], {
    given: there(),
    ask: (here) => get(pathIn(here.room)),
  }),
  row('list', 'dead letters', ['operator', 'operate'], {
    if: '50 at a time',
    ask: () => list(deadLettersPath, { where: [['state', '==', 'open']], limit: 50 }),
    anywhere: true,
  }),
  row('create', 'a dead letter', ['slackPost'], {
    if: 'under the id of the job, with a reason',
    ask: (here) => set(pathIn(here.room), letter(here.room, { at: SERVER_TIME })),
  }),
  row('create', 'the dead letter of another component', NONE, {
    ask: (here) => set(pathIn(here.room), letter(here.room, { at: SERVER_TIME, component: 'reply' })),
  }),
  row('create', 'a dead letter under the id of another job', NONE, {
    ask: (here) => set(deadLetterPath('other-job'), letter(here.room, { at: SERVER_TIME })),
  }),
  row('create', 'a dead letter that is decided already', NONE, {
    ask: (here) => set(pathIn(here.room), letter(here.room, { at: SERVER_TIME, ...DECIDED })),
  }),
  row('update', 'open, to redriven, together with its mirror', ['operate'], {
    given: there(),
    ask: (here) => batch(decided(here.room, 'redriven'), again(here.room)),
  }),
  row('update', 'open, to redriven, while its mirror stays failed', NONE, {
    given: there(),
    ask: (here) => decided(here.room, 'redriven'),
  }),
  row('update', 'open, to discarded', ['operate'], {
    if: 'with who decided, and when',
    given: there(),
    ask: (here) => decided(here.room, 'discarded'),
  }),
  row('update', 'open, to discarded, and nobody decided', NONE, {
    given: there(),
    ask: (here) => decided(here.room, 'discarded', { by: ABSENT }),
  }),
  row('update', 'discarded, to open, given up anew', ['slackPost'], {
    given: there(DECIDED),
    ask: (here) => anew(here.room),
  }),
  row('update', 'redriven, to open, given up anew', ['slackPost'], {
    given: there({ ...DECIDED, state: 'redriven' }),
    ask: (here) => anew(here.room),
  }),
  row('update', 'discarded, to redriven', NONE, {
    given: there(DECIDED),
    ask: (here) => batch(decided(here.room, 'redriven'), again(here.room)),
  }),
  row('update', 'what failed', NONE, {
    given: there(),
    ask: (here) => decided(here.room, 'discarded', { room: 'hall' }),
  }),
  row('delete', 'a dead letter', NONE, { given: there(), ask: (here) => remove(pathIn(here.room)) }),
];
