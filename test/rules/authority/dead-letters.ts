import { asDeadLetter } from '#model/dead-letter.ts';
import { PAGE_SIZE } from '#model/limits.ts';
import { mirrorId, mirrorsPath } from '#model/mirror.ts';
import { reactionMirrorId, reactionMirrorsPath } from '#model/reaction-mirror.ts';
import { isRoomId } from '#model/room.ts';
import { type Collection, isNow, isShort, onlyChanges, type Situation } from './situation.ts';
import { are, isComponent, isOperator } from './who.ts';

/** Open, from now on, and nobody has decided about it. */
const isOpen = (s: Situation): boolean =>
  asDeadLetter(s.after).ok &&
  s.after?.state === 'open' &&
  isNow(s, s.after.at) &&
  s.after.by === undefined &&
  s.after.decided === undefined;

const isKept = (s: Situation): boolean =>
  isOpen(s) &&
  s.after?.component === 'slackPost' &&
  isRoomId(String(s.after.room)) &&
  [mirrorId, reactionMirrorId].some((idOf) => s.id === idOf(String(s.after?.room), String(s.after?.message)));

const isReopened = (s: Situation): boolean =>
  s.before?.state !== 'open' &&
  onlyChanges(s, 'error', 'attempts', 'at', 'state', 'by', 'decided') &&
  isOpen(s);

/** A letter is put away as redriven only where its mirror is put to work. */
const isTriedAgain = ({ id, will }: Situation): boolean => {
  const mirror = will.get(`${mirrorsPath}/${id}`) ?? will.get(`${reactionMirrorsPath}/${id}`);
  return mirror !== undefined && mirror.state !== 'failed';
};

const isDecided = (s: Situation): boolean =>
  s.before?.state === 'open' &&
  asDeadLetter(s.after).ok &&
  onlyChanges(s, 'state', 'by', 'decided') &&
  (s.after?.state === 'discarded' || (s.after?.state === 'redriven' && isTriedAgain(s))) &&
  s.after.by !== undefined &&
  isNow(s, s.after.decided);

export const deadLetters: Collection = {
  get: [
    ['slackPost and operate', are('slackPost', 'operate')],
    ['an operator', ({ who }) => isOperator(who)],
  ],
  list: [
    ['operate', (s) => isComponent(s.who, 'operate') && isShort(s, PAGE_SIZE)],
    ['an operator', (s) => isOperator(s.who) && isShort(s, PAGE_SIZE)],
  ],
  create: [['slackPost, its own', (s) => isComponent(s.who, 'slackPost') && isKept(s)]],
  update: [
    ['slackPost, given up anew', (s) => isComponent(s.who, 'slackPost') && isReopened(s)],
    ['operate, what was decided', (s) => isComponent(s.who, 'operate') && isDecided(s)],
  ],
  delete: [],
};
