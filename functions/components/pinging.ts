import type { Message } from '../model/message.ts';
import type { Person } from '../model/person.ts';
import { isSlackBot } from '../model/slack-person.ts';
import { type Slack, SlackError } from '../slack/port.ts';
import type { Pings } from '../slack/text/pings.ts';
import type { Reading } from './reading.ts';

export type PingingPorts = {
  readonly store: Pick<Reading, 'messagesBefore' | 'room' | 'slackPerson'>;
  readonly slack: Pick<Slack, 'groups'>;
};

/** Messages of the room that are looked through for who may be meant. */
const LATELY = 50;

/**
 * Whom a text may ping: nobody, unless its author is no guest and the room's owners want it. Then the channel, who spoke here
 * from Slack lately, by the names that they have here, and the workspace's groups, by their handles; where two have the same, neither.
 */
export async function pingsOf(
  { store, slack }: PingingPorts,
  room: string,
  team: string,
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
  const groups = await groupsOf(slack);
  for (const handle of groups.keys()) if (people.has(handle)) shared.add(handle);
  return { pings: 'allowed', people: without(people, shared), groups: without(groups, shared) };
}

const without = (all: ReadonlyMap<string, string>, names: ReadonlySet<string>): ReadonlyMap<string, string> =>
  new Map([...all].filter(([name]) => !names.has(name)));

/** Groups are nothing that a message waits for: where Slack does not tell them, it goes out and pings none. */
async function groupsOf(slack: Pick<Slack, 'groups'>): Promise<ReadonlyMap<string, string>> {
  try {
    return await slack.groups();
  } catch (error) {
    if (error instanceof SlackError) return new Map();
    throw error;
  }
}
