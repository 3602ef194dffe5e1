import type { Message } from '../model/message.ts';
import type { Person } from '../model/person.ts';
import { plainName } from './text/characters.ts';
import { parts } from './text/parts.ts';
import type { Pings } from './text/pings.ts';
import { toSlack } from './text.ts';

/** The type of the metadata that ties a post to the message it shows: letters, digits and `_`, as Slack wants. */
export const METADATA_TYPE = 'tsunagi_message';

/** What a post's metadata says. Read back by `conversations.history` with `include_all_metadata`. */
export type Origin = {
  readonly room: string;
  readonly message: string;
  readonly revision: number;
  /** Which of the message's posts it is, from 1 on. */
  readonly part: number;
};

/** A message, or a part of it, as Slack should show it: under whose name, with which words in mrkdwn. */
export type Post = { readonly text: string; readonly username: string; readonly icon_url?: string };

const REPLY_NAME = 'Tsunagi';

/** Web people carry a mark, so that nobody can pass for a member of the workspace; no name can hide it, or turn it around. */
export const shownName = (person: Person | undefined): string =>
  `${plainName(person?.name ?? '') || 'Somebody'} (${person?.guest ? 'guest' : 'web'})`;

/** What begins a room's own thread: a post that names the room. */
export const heading = (room: string): Post => ({
  text: `*${toSlack(room, { pings: 'none' })}*`,
  username: REPLY_NAME,
});

/**
 * How a message looks in Slack: in as many posts as its text needs, in order. `person` is its author's page, where the
 * author is a person and has one. It pings nobody unless `allowance` says so.
 */
export const posts = (
  message: Message,
  person: Person | undefined,
  allowance: Pings = { pings: 'none' },
): Post[] => {
  const by =
    message.author.kind === 'component'
      ? { username: REPLY_NAME }
      : {
          username: shownName(person),
          ...(person?.picture !== undefined && { icon_url: person.picture }),
        };
  return parts(toSlack(message.text, allowance)).map((text) => ({ text, ...by }));
};
