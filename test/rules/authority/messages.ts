import { PAGE_SIZE } from '#model/limits.ts';
import { sending } from '#model/member.ts';
import { asMessage, messagePath } from '#model/message.ts';
import { replies } from './replies.ts';
import {
  type Asking,
  type Clause,
  type Collection,
  isNow,
  isShort,
  onlyChanges,
  onlyHas,
  type Situation,
} from './situation.ts';
import { slackMessages } from './slack-messages.ts';
import { isPaidFor } from './spending.ts';
import { are, isComponent, isInside, isPerson, uid } from './who.ts';
import { same } from './written.ts';

/** As browsers make them. */
const MESSAGE_ID = /^[A-Za-z0-9]{20}$/;

const isBy = (who: Situation['who'], author: unknown): boolean =>
  isPerson(who) && same(author, { kind: 'person', id: uid(who) });

/** A thread hangs on a message that is there and in no thread itself. */
function isThread({ room, was }: Situation, thread: unknown): boolean {
  if (thread === undefined) return true;
  const root = typeof thread === 'string' ? was.get(messagePath(room, thread)) : undefined;
  return root !== undefined && root.thread === undefined;
}

const isSaid = (s: Situation): boolean =>
  s.after !== undefined &&
  asMessage(s.after).ok &&
  MESSAGE_ID.test(s.id) &&
  onlyHas(s.after, 'author', 'text', 'at', 'revision', 'thread') &&
  isBy(s.who, s.after.author) &&
  isNow(s, s.after.at) &&
  s.after.revision === 1 &&
  isThread(s, s.after.thread) &&
  isPaidFor(s, sending(s.id, 1));

/** Their own words said anew, or no more; what was withdrawn stays so. */
function isSaidAnew(s: Situation): boolean {
  const revision = Number(s.before?.revision) + 1;
  if (!isBy(s.who, s.before?.author) || s.before?.deleted !== undefined || !asMessage(s.after).ok)
    return false;
  const isEdit = onlyChanges(s, 'text', 'revision', 'edited') && isNow(s, s.after?.edited);
  const isEnd =
    onlyChanges(s, 'text', 'revision', 'deleted') && isNow(s, s.after?.deleted) && s.after?.text === '';
  return (isEdit || isEnd) && s.after?.revision === revision && isPaidFor(s, sending(s.id, revision));
}

/** What was said lately, wherever. */
export const messagesEverywhere: readonly Clause<Asking>[] = [
  [
    'sweep and slackApply, messages everywhere',
    (s) => isComponent(s.who, 'sweep', 'slackApply') && isShort(s, PAGE_SIZE),
  ],
];

export const messages: Collection = {
  get: [
    ['a member', isInside],
    ['the components that carry a message on', are('reply', 'slackPost', 'slackApply', 'sweep')],
  ],
  list: [
    ['a member', (s) => isInside(s) && isShort(s, PAGE_SIZE)],
    ["slackPost, for the room's order", (s) => isComponent(s.who, 'slackPost') && isShort(s, PAGE_SIZE)],
  ],
  create: [['a member, as themself', isSaid], ...replies.create, ...slackMessages.create],
  update: [['its author', isSaidAnew], ...replies.update, ...slackMessages.update],
  delete: [],
};
