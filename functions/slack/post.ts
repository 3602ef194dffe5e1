import type { Message } from '../model/message.ts';
import type { Person } from '../model/person.ts';
import type { Pings } from './text/pings.ts';
import { toSlack } from './text.ts';

/** The type of the metadata that ties a post to the message it shows: letters, digits and `_`, as Slack wants. */
export const METADATA_TYPE = 'tsunagi_message';

/** What a post's metadata says. Read back by `conversations.history` with `include_all_metadata`. */
export type Origin = { readonly room: string; readonly message: string; readonly revision: number };

/** A message as Slack should show it: under whose name, with which words in mrkdwn. */
export type Post = { readonly text: string; readonly username: string; readonly icon_url?: string };

const REPLY_NAME = 'Tsunagi';

/** Web people carry a mark, so that nobody can pass for a member of the workspace. */
const nameOf = (person: Person | undefined): string =>
  person === undefined ? 'Somebody (web)' : `${person.name} (${person.guest ? 'guest' : 'web'})`;

/**
 * How a message looks in Slack. `person` is its author's page, where the author is a person and has one. It pings nobody
 * unless `allowance` says so.
 */
export const post = (
  message: Message,
  person: Person | undefined,
  allowance: Pings = { pings: 'none' },
): Post => {
  const text = toSlack(message.text, allowance);
  if (message.author.kind === 'component') return { text, username: REPLY_NAME };
  return {
    text,
    username: nameOf(person),
    ...(person?.picture !== undefined && { icon_url: person.picture }),
  };
};
