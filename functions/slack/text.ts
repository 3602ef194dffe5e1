import { length } from '../model/guard.ts';
import { SLACK_TEXT_MAX } from '../model/limits.ts';
import { cleaned, withoutBlanks } from './text/characters.ts';
import { channelOf, groupOf, type Names, userOf } from './text/entity.ts';
import { escaped } from './text/escape.ts';
import type { Pings } from './text/pings.ts';
import { readMarkdown } from './text/read-markdown.ts';
import { readMrkdwn } from './text/read-mrkdwn.ts';
import { writeMarkdown } from './text/write-markdown.ts';
import { writeMrkdwn } from './text/write-mrkdwn.ts';

/** The users that a text from Slack mentions, each once. */
export const mentioned = (text: string): string[] => [
  ...new Set([...text.matchAll(/<([^<>|]*)(?:\|[^<>]*)?>/g)].flatMap(([, body = '']) => userOf(body) ?? [])),
];

/** The channels and user groups that a text from Slack names by their ids alone, each once. */
export const nameless = (text: string): { readonly channels: string[]; readonly groups: string[] } => {
  const bodies = [...text.matchAll(/<([^<>|]*)\|?>/g)].map(([, body = '']) => body);
  const each = (idOf: (body: string) => string | undefined): string[] => [
    ...new Set(bodies.flatMap((body) => idOf(body) ?? [])),
  ];
  return { channels: each(channelOf), groups: each(groupOf) };
};

const isBlank = (text: string): boolean => text.trim() === '';

/**
 * A text from Slack (mrkdwn) as the markdown we keep. `names` holds display names by id, of the {@link mentioned} users,
 * of what is {@link nameless}, and of whatever else is known. What is not understood is shown as it is, and where markdown has no room for the
 * text, it is the text as Slack sent it. Never blank for a text that is not.
 */
export const fromSlack = (text: string, names: Names): string => {
  const clean = withoutBlanks(cleaned(text).replace(/^(?:[ \t]*\n)+/, ''));
  const markdown = writeMarkdown(readMrkdwn(clean, names));
  return isBlank(markdown) || length(markdown) > SLACK_TEXT_MAX ? clean : markdown;
};

/**
 * The markdown we keep as a text for Slack (mrkdwn). Whatever it says, it pings nobody but whom `allowance` names; its
 * only other entities are links to http, https and mailto. Never blank for a text that is not.
 */
export const toSlack = (markdown: string, allowance: Pings): string => {
  const clean = cleaned(markdown);
  const text = withoutBlanks(writeMrkdwn(readMarkdown(clean), allowance).replace(/^\n+/, ''));
  return isBlank(text) ? escaped(clean) : text;
};
