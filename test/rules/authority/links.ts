import type { Fields } from '#model/effect.ts';
import { LEASE_SECONDS, PAGE_SIZE } from '#model/limits.ts';
import { asLink } from '#model/link.ts';
import { roomPath } from '#model/room.ts';
import { isOpen } from './pauses.ts';
import {
  type Collection,
  hasPassed,
  isByNow,
  isNow,
  isShort,
  onlyChanges,
  onlyHas,
  type Situation,
} from './situation.ts';
import { are, isComponent, isInside, isOperator } from './who.ts';
import { same } from './written.ts';

/** Rooms of one channel that slackApply may ask for. */
const ROOMS_PER_CHANNEL = 20;

const lease = (link: Fields | undefined): Fields => (link?.lease ?? {}) as Fields;
const pause = (link: Fields | undefined): Fields => (link?.pause ?? {}) as Fields;

/** What says where a room is in Slack. */
const TARGET = ['team', 'channel', 'mode', 'thread', 'url'];

const isFree = (s: Situation): boolean =>
  lease(s.before).held === false || hasPassed(s, lease(s.before).since, LEASE_SECONDS);

const isWithoutPause = (s: Situation): boolean => same(pause(s.after), { since: s.time, seconds: 0 });

/** Seconds by which the number of a first lease may be behind. */
const AGO_SECONDS = 3_600;

/** The milliseconds since the epoch, as far as two clocks agree. */
const isAbout = (s: Situation, number: unknown): boolean => {
  const told = new Date(Number(number));
  return isByNow(s, told) && told.getTime() > s.time.getTime() - AGO_SECONDS * 1_000;
};

const isTied = (s: Situation): boolean =>
  s.after !== undefined &&
  asLink(s.after).ok &&
  onlyHas(s.after, ...TARGET, 'lease', 'pause', 'settled', 'heard') &&
  same(lease(s.after), { ...lease(s.after), held: false, since: s.time }) &&
  isAbout(s, lease(s.after).number) &&
  isWithoutPause(s) &&
  isNow(s, s.after.settled) &&
  isNow(s, s.after.heard) &&
  s.was.get(roomPath(s.id)) !== undefined;

/** By the next number, where nobody holds it or whoever does has had their time, and Slack did not ask to wait. */
const isClaimed = (s: Situation): boolean =>
  onlyChanges(s, 'lease') &&
  isFree(s) &&
  hasPassed(s, pause(s.before).since, Number(pause(s.before).seconds)) &&
  isOpen(s, s.before?.team, s.before?.channel) &&
  same(lease(s.after), { number: Number(lease(s.before).number) + 1, held: true, since: s.time });

const isGivenBack = (s: Situation): boolean =>
  asLink(s.after).ok &&
  onlyChanges(s, 'lease', 'pause', 'settled', 'error') &&
  lease(s.before).held === true &&
  same(lease(s.after), { ...lease(s.before), held: false }) &&
  isNow(s, pause(s.after).since) &&
  (s.after?.settled as Date) >= (s.before?.settled as Date) &&
  isByNow(s, s.after?.settled);

const isMended = (s: Situation): boolean =>
  onlyChanges(s, 'error', 'pause') &&
  s.before?.error !== undefined &&
  s.after?.error === undefined &&
  isWithoutPause(s);

/** What was said there before is none of the room's. */
const isMoved = (s: Situation): boolean =>
  asLink(s.after).ok && onlyChanges(s, ...TARGET, 'heard') && isNow(s, s.after?.heard);

/** Further than before, and not into what is still to come. */
const isHeard = (s: Situation): boolean =>
  asLink(s.after).ok &&
  onlyChanges(s, 'heard') &&
  (s.after?.heard as Date) > (s.before?.heard as Date) &&
  (s.after?.heard as Date) < s.time;

const byOperate = (s: Situation): boolean =>
  isComponent(s.who, 'operate') && s.before !== undefined && isFree(s);

export const links: Collection = {
  get: [
    [
      'mirror, mirrorReactions, slackPost, slackApply, slackCommand, sweep and operate',
      are('mirror', 'mirrorReactions', 'slackPost', 'slackApply', 'slackCommand', 'sweep', 'operate'),
    ],
    ['an operator', ({ who }) => isOperator(who)],
    ['a member of its room', (s) => isInside({ ...s, room: s.id })],
  ],
  list: [
    [
      'slackApply and slackCommand, the rooms of a channel',
      (s) => isComponent(s.who, 'slackApply', 'slackCommand') && isShort(s, ROOMS_PER_CHANNEL),
    ],
    ['sweep and operate', (s) => isComponent(s.who, 'sweep', 'operate') && isShort(s, PAGE_SIZE)],
    ['an operator', (s) => isOperator(s.who) && isShort(s, PAGE_SIZE)],
  ],
  create: [
    ['operate, for a room that is there', (s) => isComponent(s.who, 'operate') && isTied(s)],
    [
      'slackCommand, for an open one',
      (s) =>
        isComponent(s.who, 'slackCommand') && isTied(s) && s.was.get(roomPath(s.id))?.visibility === 'open',
    ],
  ],
  update: [
    ['slackPost, which takes the lease', (s) => isComponent(s.who, 'slackPost') && isClaimed(s)],
    ['slackPost, which gives it back', (s) => isComponent(s.who, 'slackPost') && isGivenBack(s)],
    ['operate, when it was mended', (s) => byOperate(s) && isMended(s)],
    ['operate, to point elsewhere', (s) => byOperate(s) && isMoved(s)],
    ['slackApply, how far the room has heard', (s) => isComponent(s.who, 'slackApply') && isHeard(s)],
  ],
  delete: [
    ['operate, while nobody works on it', byOperate],
    [
      'slackCommand, while nobody works on it',
      (s) => isComponent(s.who, 'slackCommand') && s.before !== undefined && isFree(s),
    ],
  ],
};
