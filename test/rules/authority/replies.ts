import type { Fields } from '#model/effect.ts';
import { REPLY_REVISIONS_MAX, REPLY_SECONDS_MAX } from '#model/limits.ts';
import { asMessage, messagePath, replyId } from '#model/message.ts';
import { roomPath } from '#model/room.ts';
import { isSlackBot } from '#model/slack-person.ts';
import { type Collection, hasPassed, isNow, onlyChanges, onlyHas, type Situation } from './situation.ts';
import { isComponent } from './who.ts';
import { differing, same } from './written.ts';

const replyOf = (message: Fields | undefined): Fields | undefined => message?.reply as Fields | undefined;

/** The one answer to what a person, and no bot, said, here or in Slack, where the room wants it; in the thread of what it answers. */
function isAnswer(s: Situation, ...states: string[]): boolean {
  const to = String(replyOf(s.after)?.to);
  const asked = s.was.get(messagePath(s.room, to));
  const by = asked?.author as Fields | undefined;
  return (
    s.after !== undefined &&
    asMessage(s.after).ok &&
    onlyHas(s.after, 'author', 'text', 'at', 'revision', 'thread', 'reply') &&
    same(s.after.author, { kind: 'component', id: 'reply' }) &&
    states.includes(String(replyOf(s.after)?.state)) &&
    s.id === replyId(to) &&
    s.after.revision === 1 &&
    isNow(s, s.after.at) &&
    (by?.kind === 'person' || (by?.kind === 'slack' && !isSlackBot(String(by.id)))) &&
    s.after.thread === asked?.thread &&
    ['always', 'mentioned'].includes(String(s.was.get(roomPath(s.room))?.reply))
  );
}

/** One step further on the way of a reply that has not ended. The last revision is kept for its end. */
const isStep = (s: Situation, ...states: string[]): boolean =>
  ['wanted', 'writing'].includes(String(replyOf(s.before)?.state)) &&
  asMessage(s.after).ok &&
  s.after?.revision === Number(s.before?.revision) + 1 &&
  s.after.revision <= REPLY_REVISIONS_MAX &&
  differing(replyOf(s.before), replyOf(s.after)).every((field) => field === 'state') &&
  states.includes(String(replyOf(s.after)?.state)) &&
  !(replyOf(s.after)?.state === 'writing' && s.after.revision === REPLY_REVISIONS_MAX);

/** Replies among the messages. */
export const replies: Pick<Collection, 'create' | 'update'> = {
  create: [
    ['reply, its answer', (s) => isComponent(s.who, 'reply') && isAnswer(s, 'writing', 'done')],
    [
      'sweep, the place of a reply that nobody began',
      (s) => isComponent(s.who, 'sweep') && isAnswer(s, 'wanted') && s.after?.text === '',
    ],
  ],
  update: [
    [
      'reply, its own reply, forward',
      (s) =>
        isComponent(s.who, 'reply') &&
        onlyChanges(s, 'text', 'revision', 'reply') &&
        isStep(s, 'writing', 'done', 'failed', 'stopped'),
    ],
    [
      'sweep, a reply that broke off',
      (s) =>
        isComponent(s.who, 'sweep') &&
        onlyChanges(s, 'revision', 'reply') &&
        isStep(s, 'failed') &&
        hasPassed(s, s.before?.at, REPLY_SECONDS_MAX),
    ],
  ],
};
