import { SERVER_TIME } from '../../functions/model/effect.ts';
import { type Member, sending, spending } from '../../functions/model/member.ts';
import { messagePath, slackMessageId } from '../../functions/model/message.ts';
import { person } from '../rules/wire/principal.ts';
import { batch, set, update } from '../rules/wire/request.ts';
import { feel } from './feelings.ts';
import type { Random } from './random.ts';
import { PEOPLE, ROOMS, type World } from './world.ts';

/** Something that was said and accepted, as it should be seen everywhere in the end. */
export type Said = {
  readonly room: string;
  readonly channel: string;
  /** The message's id in the web, or Slack's `ts`. */
  readonly id: string;
  readonly from: 'web' | 'slack';
  readonly answered: boolean;
  /** The message that it answers in a thread, by its id in the web. */
  readonly thread?: string | undefined;
  /** All that it ever said. */
  readonly texts: string[];
  revision: number;
  deleted: boolean;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Lets people on both sides talk for a while; what was accepted is the history that the end is compared with. */
export function converse(world: World, random: Random, acts: number, spread: number): Said[] {
  const history: Said[] = [];
  for (let n = 0; n < acts; n += 1)
    // The room was linked before anybody spoke.
    world.scheduler.after(1 + random.under(spread), () => {
      const own = history.filter((said) => !said.deleted);
      if (own.length === 0 || random.chance(0.6)) history.push(say(world, random, history.length, own));
      else if (random.chance(0.5)) feel(world, random, own);
      else change(world, random, random.pick(own), n);
    });
  return history;
}

/** Slack counts it as many characters, and it is cut in no time. */
const HEAVY = '👩🏾‍🤝‍👨🏿';

/** A text, now and then so long that Slack takes it in two posts or three. */
const wordy = (random: Random, text: string): string =>
  random.chance(0.1) ? `${text} ${HEAVY.repeat(random.pick([65, 120]))}` : text;

function say(world: World, random: Random, n: number, before: readonly Said[]): Said {
  const { room, channel, thread: own, reply } = random.pick(ROOMS);
  const text = wordy(random, `text ${n} <&> *`);
  const base = { room, channel, answered: reply === 'always', texts: [text], revision: 1, deleted: false };
  // Who answers an answer answers in its thread. A room that is a thread has none of its own.
  const roots = own === undefined && random.chance(0.3) ? before.filter((said) => said.room === room) : [];
  const answered = roots.length > 0 ? random.pick(roots) : undefined;
  if (random.chance(0.4)) {
    const on = answered && inSlack(world, answered);
    return {
      ...base,
      from: 'slack',
      id: world.slack.say(channel, 'U0HANA', text.replaceAll(/[<&>]/g, ''), own ?? on),
      thread: answered && on !== undefined ? threadOf(answered) : undefined,
    };
  }
  const id = Array.from({ length: 20 }, () => LETTERS[random.under(LETTERS.length)]).join('');
  const author = random.pick(PEOPLE);
  const root = answered && threadOf(answered);
  const thread =
    root !== undefined && world.database.documents.has(messagePath(room, root)) ? root : undefined;
  write(world, room, author, id, text, thread);
  return { ...base, from: 'web', id, thread };
}

/** The message that begins the thread in which somebody who answers this one answers, by its id in the web. */
const threadOf = ({ thread, from, channel, id }: Said): string =>
  thread ?? (from === 'web' ? id : slackMessageId(channel, id));

/** Where people in Slack see it, if they do. */
const inSlack = (world: World, { room, from, id }: Said): string | undefined =>
  from === 'slack'
    ? id
    : world.slack.messages.find(
        ({ origin, deleted }) =>
          !deleted && origin?.room === room && origin.message === id && origin.part === 1,
      )?.ts;

/** Somebody in the web says something, in a thread where one is named. */
export const write = (
  world: World,
  room: string,
  who: string,
  id: string,
  text: string,
  thread?: string,
): void =>
  spend(world, room, who, sending(id, 1), (path) =>
    set(path, {
      author: { kind: 'person', id: who },
      text,
      at: SERVER_TIME,
      revision: 1,
      ...(thread !== undefined && { thread }),
    }),
  );

function change(world: World, random: Random, said: Said, n: number): void {
  const isDeletion = random.chance(0.3);
  const text = wordy(random, `changed ${n}`);
  if (said.from === 'slack') {
    if (isDeletion) world.slack.withdraw(said.channel, said.id);
    else world.slack.reword(said.channel, said.id, text);
  } else {
    const path = `rooms/${said.room}/messages/${said.id}`;
    const { author } = world.database.documents.get(path) as { author: { id: string } };
    const revision = said.revision + 1;
    spend(world, said.room, author.id, sending(said.id, revision), () =>
      update(
        path,
        isDeletion ? { text: '', revision, deleted: SERVER_TIME } : { text, revision, edited: SERVER_TIME },
      ),
    );
    said.revision = revision;
  }
  if (isDeletion) said.deleted = true;
  else said.texts.push(text);
}

function spend(
  world: World,
  room: string,
  who: string,
  what: string,
  writing: (path: string) => ReturnType<typeof set>,
): void {
  const place = `rooms/${room}/members/${who}`;
  const { sent } = world.database.documents.get(place) as unknown as Member;
  const path = `rooms/${room}/messages/${what.replace(/:\d+$/, '')}`;
  world.database.ask(
    person(who),
    batch(update(place, spending(sent, what, world.scheduler.now)), writing(path)),
  );
}
