import type { Principal } from '../wire/principal.ts';
import { type Request, type Write, writesOf } from '../wire/request.ts';
import { bans } from './bans.ts';
import { deadLetters } from './dead-letters.ts';
import { entries } from './entries.ts';
import { inbox } from './inbox.ts';
import { invitations } from './invitations.ts';
import { linkGrants } from './link-grants.ts';
import { links } from './links.ts';
import { members, membershipsEverywhere } from './members.ts';
import { messages, messagesEverywhere } from './messages.ts';
import { mirrors } from './mirrors.ts';
import { pauses } from './pauses.ts';
import { people } from './people.ts';
import { reactionMirrors } from './reaction-mirrors.ts';
import { reactions } from './reactions.ts';
import { rooms } from './rooms.ts';
import type { Asking, Clause, Collection, Situation } from './situation.ts';
import { slackPeople } from './slack-people.ts';
import { type Documents, documentsAfter } from './written.ts';

/** By which clause each document of the request is allowed; the request is denied where one of them is by none. */
export type Judgement =
  | { readonly verdict: 'allowed'; readonly by: readonly string[] }
  | { readonly verdict: 'denied' };

const DENIED: Judgement = { verdict: 'denied' };

/** Every collection by the names on its path. */
export const COLLECTIONS: Readonly<Record<string, Collection>> = {
  people,
  rooms,
  'rooms/members': members,
  'rooms/bans': bans,
  'rooms/entries': entries,
  'rooms/invitations': invitations,
  'rooms/messages': messages,
  'rooms/messages/reactions': reactions,
  links,
  linkGrants,
  pauses,
  mirrors,
  reactionMirrors,
  inbox,
  slackPeople,
  deadLetters,
};

const GROUPS: Readonly<Record<string, readonly Clause<Asking>[]>> = {
  members: membershipsEverywhere,
  messages: messagesEverywhere,
};

type Place = {
  readonly names: string;
  readonly room: string;
  readonly message: string;
  readonly id: string;
};

/** Where a document lies: `rooms/lobby/members/alice` is `alice` of `rooms/members` in `lobby`. */
function placeOf(path: string): Place {
  const parts = path.split('/');
  const names = parts.filter((_, nth) => nth % 2 === 0).join('/');
  const [first, second = ''] = parts;
  return {
    names,
    room: first === 'rooms' ? second : '',
    message: names === 'rooms/messages/reactions' ? (parts[3] ?? '') : '',
    id: parts.at(-1) ?? '',
  };
}

const clauseFor = <Case>(names: string, clauses: readonly Clause<Case>[], one: Case): string | undefined => {
  const words = clauses.find(([, may]) => may(one))?.[0];
  return words && `${names}: ${words}`;
};

function listed(who: Principal, list: Extract<Request, { do: 'list' }>, was: Documents): Judgement {
  const { collection, group, narrowed } = list;
  const { names } = placeOf(`${collection}/any`);
  const [, room = ''] = collection.split('/');
  const own = group ? [] : (COLLECTIONS[names]?.list ?? []);
  const everywhere = GROUPS[names.split('/').at(-1) ?? ''] ?? [];
  const by = clauseFor(`list ${names}`, [...own, ...everywhere], { who, room, was, narrowed });
  return by === undefined ? DENIED : { verdict: 'allowed', by: [by] };
}

function one(
  situation: Omit<Situation, 'room' | 'message' | 'id'>,
  path: string,
  operation: keyof Collection,
): string | undefined {
  const { names, ...place } = placeOf(path);
  const clauses = operation === 'list' ? [] : (COLLECTIONS[names]?.[operation] ?? []);
  return clauseFor(`${operation} ${names}`, clauses, { ...situation, ...place });
}

/**
 * Who may do what, as the documentation says it: a model of `firestore.rules` that shares nothing with them.
 *
 * `time` is the server's. Writes are judged together, each document as it was before all and will be after all of them.
 */
export function judge(who: Principal, request: Request, was: Documents, time: Date): Judgement {
  if (request.do === 'list') return listed(who, request, was);
  if (request.do === 'get') {
    const { path } = request;
    const by = one({ who, time, was, will: was, before: was.get(path), after: undefined }, path, 'get');
    return by === undefined ? DENIED : { verdict: 'allowed', by: [by] };
  }
  const writes = writesOf(request);
  const will = documentsAfter(was, request, time);
  const by = writes.map((write) => {
    const [before, after] = [was.get(write.path), will.get(write.path)];
    const operation = operationOf(write, before !== undefined);
    return one({ who, time, was, will, before, after }, write.path, operation);
  });
  const allowed = by.filter((words) => words !== undefined);
  return allowed.length === by.length ? { verdict: 'allowed', by: allowed } : DENIED;
}

/** What a write does. An update of what is not there, or a creation of what is, is judged as one, and comes to nothing even where it is allowed. */
function operationOf({ do: what }: Write, isThere: boolean): 'create' | 'update' | 'delete' {
  return what === 'set' ? (isThere ? 'update' : 'create') : what;
}
