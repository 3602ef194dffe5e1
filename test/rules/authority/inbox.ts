import { asInboxEntry } from '#model/inbox.ts';
import { INBOX_DAYS, NUDGES_MAX, PAGE_SIZE } from '#model/limits.ts';
import { LOOK } from '../../../functions/model/look.ts';
import {
  type Collection,
  hasPassed,
  isNow,
  isShort,
  onlyChanges,
  onlyHas,
  type Situation,
} from './situation.ts';
import { are, isComponent } from './who.ts';

/** Seconds that an event may be kept. */
const EXPIRES_SECONDS = (INBOX_DAYS + 1) * 86_400;

const isStored = (s: Situation): boolean =>
  s.after !== undefined &&
  asInboxEntry(s.after).ok &&
  onlyHas(s.after, 'team', 'app', 'type', 'body', 'received', 'expires', 'state') &&
  isNow(s, s.after.received) &&
  (s.after.expires as Date) > s.time &&
  !hasPassed({ time: s.after.expires as Date }, s.time, EXPIRES_SECONDS) &&
  s.after.state === 'received';

/** Told from what Slack said by its type and its id. */
const isLook = ({ id, after }: Situation): boolean =>
  after?.type === LOOK && /^look-[A-Za-z0-9]{1,40}-[0-9]{1,12}$/.test(id);

const nudges = (s: Situation): number => Number(s.before?.nudges ?? 0);

/** Nothing came of it yet, and what is written is an entry still. */
const isOpen = (s: Situation): boolean => s.before?.state === 'received' && asInboxEntry(s.after).ok;

const isSettled = (s: Situation): boolean =>
  onlyChanges(s, 'state', 'reason') && ['applied', 'ignored', 'failed'].includes(String(s.after?.state));

const isNudged = (s: Situation): boolean => onlyChanges(s, 'nudges') && s.after?.nudges === nudges(s) + 1;

const isGivenUp = (s: Situation): boolean =>
  onlyChanges(s, 'state', 'reason') &&
  nudges(s) === NUDGES_MAX &&
  s.after?.state === 'failed' &&
  s.after.reason !== undefined;

export const inbox: Collection = {
  get: [['slackReceive and sweep, whether it is there', are('slackReceive', 'sweep')]],
  list: [
    ['sweep, what nobody applied', (s) => isComponent(s.who, 'sweep') && isShort(s, PAGE_SIZE)],
    ['operate, what was passed over', (s) => isComponent(s.who, 'operate') && isShort(s, PAGE_SIZE)],
  ],
  create: [
    ['slackReceive', (s) => isComponent(s.who, 'slackReceive') && isStored(s)],
    ['sweep, a look', (s) => isComponent(s.who, 'sweep') && isStored(s) && isLook(s)],
  ],
  update: [
    ['slackApply, what came of it', (s) => isComponent(s.who, 'slackApply') && isOpen(s) && isSettled(s)],
    ['sweep, which brings it up again', (s) => isComponent(s.who, 'sweep') && isOpen(s) && isNudged(s)],
    ['sweep, which gives it up', (s) => isComponent(s.who, 'sweep') && isOpen(s) && isGivenUp(s)],
  ],
  delete: [],
};
