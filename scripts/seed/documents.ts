import type { Link } from '#model/link.ts';
import { linkPath } from '#model/link.ts';
import { type Member, memberPath } from '#model/member.ts';
import { type Message, messagePath, replyId } from '#model/message.ts';
import { type Person, personPath } from '#model/person.ts';
import { type Room, roomPath } from '#model/room.ts';
import { ACCOUNTS } from './accounts.ts';

/** The room that everybody finds, and the Slack channel it is tied to. */
export const LOBBY = 'lobby';
export const LOBBY_CHANNEL = { team: 'T0TSUNAGI', channel: 'C0LOBBY' } as const;

/** Whose room it is. */
const OWNER = 'alice';

const MINUTE = 60_000;

/** What was said before anybody came, with the reply to it: who, minutes ago, what. */
const SAID = [
  ['alice', 42, 'Good morning! Is the office open on Friday?'],
  ['taro', 31, 'おはようございます。金曜日の見学は何時からですか？'],
  ['sam', 12, 'Thanks for the quick answer yesterday. 👋'],
] as const;

const idOf = (index: number): string => `seed${String(index).padStart(16, '0')}`;

/** The documents of a fresh stack, by path. `now` is the moment they are made, `slack` where Slack is in a browser. */
export function* seedDocuments(now: Date, slack: string): Generator<[path: string, document: object]> {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * MINUTE);
  const room: Room = {
    name: 'Lobby',
    visibility: 'open',
    reply: 'always',
    guests: true,
    owners: [OWNER],
    created: ago(60),
    changed: ago(60),
  };
  const link: Link = {
    ...LOBBY_CHANNEL,
    mode: 'channel',
    url: `${slack}/`,
    lease: { number: 0, held: false, since: ago(60) },
    pause: { since: ago(60), seconds: 0 },
    settled: ago(60),
    heard: ago(60),
  };
  yield [roomPath(LOBBY), room];
  yield [linkPath(LOBBY), link];
  for (const { sub, name } of ACCOUNTS) {
    const person: Person = { name, guest: false, changed: ago(60) };
    const member: Member = { person: sub, role: sub === OWNER ? 'owner' : 'member', joined: ago(60) };
    yield [personPath(sub), person];
    yield [memberPath(LOBBY, sub), member];
  }
  for (const [index, [uid, minutes, text]] of SAID.entries()) {
    const message: Message = { author: { kind: 'person', id: uid }, text, at: ago(minutes), revision: 1 };
    const reply: Message = {
      author: { kind: 'component', id: 'reply' },
      text: `Hello ${text}`,
      at: ago(minutes - 1),
      revision: 1,
      reply: { to: idOf(index), state: 'done' },
    };
    // The reply first: `reply` then finds its answer there, as after any second delivery.
    yield [messagePath(LOBBY, replyId(idOf(index))), reply];
    yield [messagePath(LOBBY, idOf(index)), message];
  }
}
