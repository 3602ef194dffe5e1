import { deadLetterPath } from '#model/dead-letter.ts';
import type { Fields } from '#model/effect.ts';
import { PAGE_SIZE } from '#model/limits.ts';
import { linkPath } from '#model/link.ts';
import { messagePath } from '#model/message.ts';
import { asReactionMirror, reactionMirrorId } from '#model/reaction-mirror.ts';
import { isOpen } from './pauses.ts';
import { type Collection, isNow, isShort, onlyChanges, type Situation } from './situation.ts';
import { are, isComponent } from './who.ts';
import { same } from './written.ts';

const is = (mark: Fields | undefined, ...states: string[]): boolean => states.includes(String(mark?.state));
const number = (mark: Fields | undefined, field: string): number => Number(mark?.[field] ?? 0);
const names = (mark: Fields | undefined): readonly unknown[] =>
  Array.isArray(mark?.shown) ? (mark.shown as unknown[]) : [];
const hasAll = (all: Fields | undefined, some: Fields | undefined): boolean =>
  names(some).every((name) => names(all).includes(name));

/** Of a message that is there, in a room with a link. */
function isFirst(s: Situation): boolean {
  const { room, message, at } = s.after ?? {};
  const fresh = { room, message, at, wanted: 1, sent: 0, state: 'wanted', attempts: 0, lease: 0, shown: [] };
  return (
    asReactionMirror(s.after).ok &&
    same(s.after, fresh) &&
    isNow(s, at) &&
    s.id === reactionMirrorId(String(room), String(message)) &&
    s.was.get(messagePath(String(room), String(message))) !== undefined &&
    s.was.get(linkPath(String(room))) !== undefined
  );
}

/** What was given up has all attempts before it again, and it is not said what kept it from Slack. */
const isFresh = (s: Situation): boolean =>
  onlyChanges(s, 'wanted', 'state', 'at', 'attempts', 'error') &&
  s.after?.attempts === 0 &&
  s.after.error === undefined;

const isOneMore = (s: Situation): boolean =>
  asReactionMirror(s.after).ok &&
  (is(s.before, 'failed') ? isFresh(s) : onlyChanges(s, 'wanted', 'state', 'at')) &&
  number(s.after, 'wanted') === number(s.before, 'wanted') + 1 &&
  isNow(s, s.after?.at) &&
  is(s.after, is(s.before, 'sending', 'failed') ? 'sending' : 'wanted');

function isUnderLease({ before, after, was }: Situation): boolean {
  const lease = was.get(linkPath(String(before?.room)))?.lease as Fields | undefined;
  return lease?.held === true && after?.lease === lease.number;
}

function isInTime(s: Situation): boolean {
  const { team, channel } = s.was.get(linkPath(String(s.before?.room))) ?? {};
  return isOpen(s, team, channel);
}

const isTry = (s: Situation): boolean =>
  onlyChanges(s, 'state', 'attempts', 'lease', 'shown') &&
  is(s.before, 'wanted', 'sending') &&
  is(s.after, 'sending') &&
  number(s.after, 'attempts') === number(s.before, 'attempts') + 1 &&
  hasAll(s.after, s.before) &&
  isInTime(s);

/** Slack matches what was wanted when it was looked at: more of it than before, of the names that were tried. */
function isMatched(s: Situation): boolean {
  if (!onlyChanges(s, 'state', 'sent', 'attempts', 'lease', 'shown', 'line', 'error')) return false;
  const [sent, wanted] = [number(s.after, 'sent'), number(s.before, 'wanted')];
  return (
    is(s.before, 'sending') &&
    sent > number(s.before, 'sent') &&
    sent <= wanted &&
    is(s.after, sent === wanted ? 'sent' : 'wanted') &&
    s.after?.attempts === 0 &&
    s.after.error === undefined &&
    hasAll(s.before, s.after)
  );
}

const isLeft = (s: Situation): boolean =>
  onlyChanges(s, 'attempts', 'lease', 'error') &&
  is(s.before, 'sending') &&
  number(s.after, 'attempts') <= number(s.before, 'attempts');

const isGivenUp = (s: Situation): boolean =>
  onlyChanges(s, 'state', 'error', 'lease') &&
  is(s.before, 'wanted', 'sending') &&
  is(s.after, 'failed') &&
  s.after?.error !== undefined &&
  s.will.get(deadLetterPath(s.id))?.state === 'open';

const isRedriven = (s: Situation): boolean =>
  asReactionMirror(s.after).ok &&
  onlyChanges(s, 'state', 'attempts', 'error') &&
  is(s.before, 'failed') &&
  is(s.after, 'sending') &&
  s.after?.attempts === 0 &&
  s.after.error === undefined &&
  s.will.get(deadLetterPath(s.id))?.state === 'redriven';

const bySlackPost =
  (moves: (s: Situation) => boolean) =>
  (s: Situation): boolean =>
    isComponent(s.who, 'slackPost') && asReactionMirror(s.after).ok && isUnderLease(s) && moves(s);

export const reactionMirrors: Collection = {
  get: [['mirrorReactions and operate', are('mirrorReactions', 'operate')]],
  list: [
    [
      'slackPost, sweep and operate',
      (s) => isComponent(s.who, 'slackPost', 'sweep', 'operate') && isShort(s, PAGE_SIZE),
    ],
  ],
  create: [['mirrorReactions, of a message', (s) => isComponent(s.who, 'mirrorReactions') && isFirst(s)]],
  update: [
    ['mirrorReactions, to want one more', (s) => isComponent(s.who, 'mirrorReactions') && isOneMore(s)],
    ['slackPost, a try', bySlackPost(isTry)],
    ['slackPost, what Slack shows', bySlackPost(isMatched)],
    ['slackPost, which leaves it', bySlackPost(isLeft)],
    ['slackPost, which gives it up', bySlackPost(isGivenUp)],
    ['operate, to try again', (s) => isComponent(s.who, 'operate') && isRedriven(s)],
  ],
  delete: [],
};
