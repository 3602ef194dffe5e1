import { deadLetterPath } from '#model/dead-letter.ts';
import type { Fields } from '#model/effect.ts';
import { PAGE_SIZE } from '#model/limits.ts';
import { linkPath } from '#model/link.ts';
import { messagePath } from '#model/message.ts';
import { asMirror, mirrorId } from '#model/mirror.ts';
import { isOpen } from './pauses.ts';
import { type Asking, type Collection, isByNow, isShort, onlyChanges, type Situation } from './situation.ts';
import { are, isComponent, isInside } from './who.ts';
import { same } from './written.ts';

const is = (mirror: Fields | undefined, ...states: string[]): boolean =>
  states.includes(String(mirror?.state));
const number = (mirror: Fields | undefined, field: string): number => Number(mirror?.[field] ?? 0);

/** Wants no more than there is, of a message that did not come from Slack. */
function isWanted(s: Situation): boolean {
  const mirror = asMirror(s.after);
  if (!mirror.ok) return false;
  const { room, message: id, at, wanted } = mirror.value;
  const message = s.was.get(messagePath(room, id));
  return (
    s.id === mirrorId(room, id) &&
    message !== undefined &&
    (message.author as Fields).kind !== 'slack' &&
    same(at, message.at) &&
    wanted <= Number(message.revision)
  );
}

const isMarked = (s: Situation): boolean => {
  const { room, message, at, wanted } = s.after ?? {};
  const fresh = { room, message, at, wanted, sent: 0, state: 'wanted', attempts: 0, lease: 0 };
  return same(s.after, fresh) && isWanted(s) && s.was.get(linkPath(String(room))) !== undefined;
};

/** All attempts are before it again, and it is not said what kept it from Slack. */
const isFresh = (s: Situation): boolean =>
  onlyChanges(s, 'wanted', 'state', 'attempts', 'error') &&
  s.after?.attempts === 0 &&
  s.after.error === undefined;

/** More is wanted than before. An attempt in doubt stays in doubt, and what was given up begins anew. */
const isRaised = (s: Situation): boolean =>
  (is(s.before, 'failed') ? isFresh(s) : onlyChanges(s, 'wanted', 'state')) &&
  number(s.after, 'wanted') > number(s.before, 'wanted') &&
  s.after?.state === (is(s.before, 'sending') ? 'sending' : 'wanted') &&
  isWanted(s);

function isUnderLease({ before, after, was }: Situation): boolean {
  const lease = was.get(linkPath(String(before?.room)))?.lease as Fields | undefined;
  return lease?.held === true && after?.lease === lease.number;
}

/** An attempt is in doubt from now on, or since one before it that was not cleared up. */
const isDoubted = ({ before, after, time }: Situation): boolean =>
  before?.doubt === undefined
    ? same((after?.doubt as Fields | undefined)?.since, time)
    : same(after?.doubt, before.doubt);

/** Slack does not want us to wait where the message is, or belongs. */
function isInTime(s: Situation): boolean {
  const doubt = s.after?.doubt as Fields | undefined;
  return isOpen(s, s.after?.team ?? doubt?.team, s.after?.channel ?? doubt?.channel);
}

const isAttempted = (s: Situation): boolean =>
  onlyChanges(s, 'state', 'attempts', 'lease', 'doubt') &&
  isDoubted(s) &&
  is(s.before, 'wanted', 'sending') &&
  is(s.after, 'sending') &&
  number(s.after, 'attempts') === number(s.before, 'attempts') + 1 &&
  isInTime(s);

/** All that is wanted, or more where the message has more. */
function isAll({ before, after, was }: Situation): boolean {
  const [wanted, then] = [number(after, 'wanted'), number(before, 'wanted')];
  const message = was.get(messagePath(String(before?.room), String(before?.message)));
  return (
    after?.sent === wanted && (wanted === then || (wanted > then && wanted <= number(message, 'revision')))
  );
}

/** Slack shows a revision: all that is wanted, or less where more was wanted meanwhile. Always a newer one than before. */
function isShown(s: Situation): boolean {
  const told = ['team', 'channel', 'thread', 'ts', 'parts', 'doubt'];
  if (!onlyChanges(s, 'state', 'sent', 'wanted', 'attempts', 'lease', ...told)) return false;
  const { team, channel, ts, attempts, doubt } = s.after ?? {};
  if (!is(s.before, 'sending') || [team, channel, ts].includes(undefined)) return false;
  if (attempts !== 0 || doubt !== undefined) return false;
  const [sent, wanted] = [number(s.after, 'sent'), number(s.after, 'wanted')];
  if (sent <= number(s.before, 'sent')) return false;
  if (is(s.after, 'sent')) return isAll(s);
  return is(s.after, 'wanted') && wanted === number(s.before, 'wanted') && wanted > sent;
}

/** Deleted before Slack ever had it. */
const isVoided = (s: Situation): boolean =>
  s.was.get(messagePath(String(s.before?.room), String(s.before?.message)))?.text === '' &&
  onlyChanges(s, 'state', 'sent', 'wanted', 'attempts', 'lease', 'doubt') &&
  is(s.before, 'sending') &&
  is(s.after, 'void') &&
  s.after?.doubt === undefined &&
  s.before?.ts === undefined &&
  s.after?.attempts === 0 &&
  number(s.after, 'sent') > number(s.before, 'sent') &&
  isAll(s);

const isPutBack = (s: Situation): boolean =>
  number(s.after, 'attempts') <= number(s.before, 'attempts') &&
  onlyChanges(s, 'state', 'attempts', 'lease', 'error', 'doubt') &&
  is(s.before, 'sending') &&
  (is(s.after, 'sending')
    ? same(s.after?.doubt, s.before?.doubt)
    : is(s.after, 'wanted') && s.after?.doubt === undefined);

const isGivenUp = (s: Situation): boolean =>
  onlyChanges(s, 'state', 'error', 'lease') &&
  is(s.before, 'wanted', 'sending') &&
  is(s.after, 'failed') &&
  s.after?.error !== undefined &&
  s.will.get(deadLetterPath(s.id))?.state === 'open';

/** Tried again from the start, as an operator decided. */
const isRedriven = (s: Situation): boolean =>
  onlyChanges(s, 'state', 'attempts', 'error') &&
  is(s.before, 'failed') &&
  is(s.after, 'wanted') &&
  s.after?.attempts === 0 &&
  s.after.error === undefined &&
  s.will.get(deadLetterPath(s.id))?.state === 'redriven';

/** Somebody in Slack deleted the post, which is known once. */
const isGone = (s: Situation): boolean =>
  asMirror(s.after).ok &&
  onlyChanges(s, 'gone') &&
  s.before?.ts !== undefined &&
  s.before.gone === undefined &&
  isByNow(s, s.after?.gone);

const bySlackPost =
  (moves: (s: Situation) => boolean) =>
  (s: Situation): boolean =>
    isComponent(s.who, 'slackPost') && asMirror(s.after).ok && isUnderLease(s) && moves(s);

/** The rooms of which a list can bring mirrors, as far as it says that of one. */
const roomsAsked = ({ narrowed }: Asking): string[] =>
  (narrowed.where ?? []).flatMap(([name, how, value]) => {
    if (name !== 'room') return [];
    const [one, ...more] = how === '==' ? [value] : how === 'in' && Array.isArray(value) ? value : [];
    return typeof one === 'string' && more.every((other) => other === one) ? [one] : [];
  });

export const mirrors: Collection = {
  get: [['mirror, slackPost, sweep and operate', are('mirror', 'slackPost', 'sweep', 'operate')]],
  list: [
    [
      'slackPost, slackApply, sweep and operate',
      (s) => isComponent(s.who, 'slackPost', 'slackApply', 'sweep', 'operate') && isShort(s, PAGE_SIZE),
    ],
    [
      'a member, those of the room',
      (s) => {
        return roomsAsked(s).some((room) => isInside({ ...s, room })) && isShort(s, PAGE_SIZE);
      },
    ],
  ],
  create: [['mirror and sweep, of a message', (s) => isComponent(s.who, 'mirror', 'sweep') && isMarked(s)]],
  update: [
    ['mirror, to want more', (s) => isComponent(s.who, 'mirror') && isRaised(s)],
    ['slackPost, an attempt', bySlackPost(isAttempted)],
    ['slackPost, what Slack shows', bySlackPost(isShown)],
    ['slackPost, that there is nothing to show', bySlackPost(isVoided)],
    ['slackPost, which puts it back', bySlackPost(isPutBack)],
    ['slackPost, which gives it up', bySlackPost(isGivenUp)],
    ['operate, to try again', (s) => isComponent(s.who, 'operate') && isRedriven(s)],
    ['slackApply, that it is gone', (s) => isComponent(s.who, 'slackApply') && isGone(s)],
  ],
  delete: [],
};
