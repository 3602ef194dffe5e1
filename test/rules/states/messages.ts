import { type Fields, SERVER_TIME } from '#model/effect.ts';
import { memberPath, sending } from '#model/member.ts';
import { messagePath } from '#model/message.ts';
import { ANSWERED, answer, HEARD, heard, message, REPLY, ROOM, saidBy, sceneWith } from '../matrix/scene.ts';
import { batch, LONG_AGO, update } from '../wire/index.ts';
import { type Machine, moves } from './machine.ts';

const at = (id: string): string => messagePath(ROOM, id);
const step = (fields: Fields) => update(at(REPLY), { revision: 6, ...fields });

const reply: Machine = {
  of: 'a reply',
  about: 'messages',
  states: ['wanted', 'writing', 'done', 'failed', 'stopped'],
  given: (state) => sceneWith({ [at(REPLY)]: answer(ANSWERED, state, { revision: 5 }) }),
  movers: [
    {
      who: 'reply',
      ask: (_, to) => step({ 'reply.state': to, text: 'and on' }),
      may: moves(['wanted', 'writing'], ['writing', 'done', 'failed', 'stopped']),
    },
    {
      who: 'sweep',
      ask: (_, to) => step({ 'reply.state': to }),
      may: moves(['wanted', 'writing'], ['failed']),
    },
    {
      who: 'slackApply',
      ask: (_, to) => step({ 'reply.state': to, text: 'anew', edited: SERVER_TIME }),
      may: [],
    },
  ],
};

/** A second and a minute after everything else. */
const SOON = new Date(LONG_AGO.getTime() + 1_000);
const LATER = new Date(LONG_AGO.getTime() + 60_000);
const WORDS: Readonly<Record<string, Fields>> = {
  said: { revision: 5 },
  edited: { revision: 5, edited: SOON },
  deleted: { revision: 5, text: '', deleted: SOON },
};
/** What is written to bring words into a state; back to `said`, by saying it without an edit. */
const written = (to: string, time: unknown): Fields =>
  ({ said: { text: 'again' }, edited: { text: 'anew', edited: time }, deleted: { text: '', deleted: time } })[
    to
  ] ?? {};
const FORWARD = moves(['said', 'edited'], ['edited', 'deleted']);

const HERS = saidBy('mia');
const ownWords: Machine = {
  of: "a person's message",
  about: 'messages',
  states: Object.keys(WORDS),
  given: (state) => sceneWith({ [at(HERS)]: message('mia', WORDS[state]) }),
  movers: [
    {
      who: 'member',
      ask: (_, to) =>
        batch(
          update(memberPath(ROOM, 'mia'), { sent: { since: SERVER_TIME, count: 1, last: sending(HERS, 6) } }),
          update(at(HERS), { revision: 6, ...written(to, SERVER_TIME) }),
        ),
      may: FORWARD,
    },
    ...(['slackApply', 'reply', 'sweep', 'slackPost'] as const).map((who) => ({
      who,
      ask: (_: string, to: string) => update(at(HERS), { revision: 6, ...written(to, LATER) }),
      may: [],
    })),
  ],
};

const slackWords: Machine = {
  of: 'what was said in Slack',
  about: 'messages',
  states: Object.keys(WORDS),
  given: (state) => sceneWith({ [at(HEARD)]: heard(WORDS[state]) }),
  movers: [
    {
      who: 'slackApply',
      ask: (_, to) => update(at(HEARD), { revision: 6, ...written(to, LATER) }),
      may: FORWARD,
    },
  ],
};

export const messages: Machine[] = [reply, ownWords, slackWords];
