import type { Link } from '../model/link.ts';
import type { Message } from '../model/message.ts';
import type { Person } from '../model/person.ts';
import { isSlackBot } from '../model/slack-person.ts';
import type { Pings } from '../slack/text/pings.ts';
import type { Reading } from './reading.ts';

export type PingingPorts = { readonly store: Pick<Reading, 'messagesBefore' | 'room' | 'slackPerson'> };

/** Messages of the room that are looked through for who may be meant. */
const LATELY = 50;

/**
 * Whom a text may ping: nobody, unless its author is no guest and the room's owners want it. Then the channel, and who spoke
 * here from Slack lately, by the names that they have here; where two have the same, neither.
 */
export async function pingsOf(
  { store }: PingingPorts,
  room: string,
  { team }: Pick<Link, 'team'>,
  { at, text }: Message,
  author: Person | undefined,
): Promise<Pings> {
  const isWanted = author?.guest === false && text.includes('@') && (await store.room(room))?.pings === true;
  if (!isWanted) return { pings: 'none' };
  const lately = await store.messagesBefore(room, at, LATELY);
  const ids = new Set(
    lately.flatMap(({ value }) =>
      value.author.kind === 'slack' && value.author.id.startsWith(`${team}-`) ? [value.author.id] : [],
    ),
  );
  const people = new Map<string, string>();
  const shared = new Set<string>();
  for (const id of ids) {
    const name = isSlackBot(id) ? undefined : (await store.slackPerson(id))?.name;
    if (name === undefined) continue;
    if (people.has(name)) shared.add(name);
    people.set(name, id.slice(team.length + 1));
  }
  for (const name of shared) people.delete(name);
  return { pings: 'allowed', people };
}
