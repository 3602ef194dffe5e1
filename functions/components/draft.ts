import type { Message } from '../model/message.ts';
import type { Mirror } from '../model/mirror.ts';
import type { Person } from '../model/person.ts';
import { type Reading, Unreadable } from './reading.ts';

/** What Slack is to show: a message as it stands, and its author's page, which is on its way, where a person wrote it. */
export type Draft = { readonly message: Message; readonly page: Promise<Person | undefined> };

export type DraftPorts = { readonly store: Pick<Reading, 'message' | 'person'> };

/** Reads it anew, but for a message that was `read` just now and is as new as what is wanted. Nothing where it cannot be read. */
export async function draftOf(
  { store }: DraftPorts,
  mirror: Pick<Mirror, 'room' | 'message' | 'wanted'>,
  read?: Message,
): Promise<Draft | undefined> {
  const isNewEnough = read !== undefined && read.revision >= mirror.wanted;
  const message = isNewEnough ? read : await readable(store.message(mirror.room, mirror.message));
  if (!message) return undefined;
  const { author, deleted } = message;
  const isSigned = author.kind === 'person' && deleted === undefined;
  return { message, page: ahead(isSigned ? store.person(author.id) : Promise.resolve(undefined)) };
}

/** What nobody can make sense of is as good as nothing. */
async function readable<Value>(reading: Promise<Value | undefined>): Promise<Value | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Begins to read before it is needed; whether that failed is of interest to whoever waits for it alone. */
export function ahead<Value>(coming: Promise<Value>): Promise<Value> {
  coming.catch(() => undefined);
  return coming;
}
