import { unescaped } from './escape.ts';
import { hrefOf, isOwnLabel } from './link.ts';

/** What an entity says: words, and where they lead if they are a link. */
export type Said = { readonly text: string; readonly href?: string };

/** Display names of people, groups and channels, by Slack's ids. */
export type Names = ReadonlyMap<string, string>;

const user = /^@([A-Z0-9]{2,40})$/;
const channel = /^#([A-Z0-9]{2,40})$/;
const group = /^!subteam\^([A-Z0-9]{2,40})$/;
const date = /^!date\^(\d{1,12})\^/;
const broadcast = /^!(here|channel|everyone)$/;

/** The user that an entity mentions. */
export const userOf = (body: string): string | undefined => user.exec(body)?.[1];

/** The channel that an entity names. */
export const channelOf = (body: string): string | undefined => channel.exec(body)?.[1];

/** The user group that an entity mentions. */
export const groupOf = (body: string): string | undefined => group.exec(body)?.[1];

/** What stands between `<` and `>`, read. https://docs.slack.dev/messaging/formatting-message-text#advanced */
export const readEntity = (inside: string, names: Names): Said => {
  const bar = inside.indexOf('|');
  const body = unescaped(bar < 0 ? inside : inside.slice(0, bar));
  const label = bar < 0 ? '' : unescaped(inside.slice(bar + 1));
  return called(body, label, names) ?? linked(body, label) ?? { text: unescaped(`<${inside}>`) };
};

/** A person, a channel, a group, everybody, a date. A name is always one line. */
const called = (body: string, label: string, names: Names): Said | undefined => {
  const one = (sign: string, id: string) => ({
    text: `${sign}${(names.get(id) || label.replace(/^[@#]/, '') || id).replace(/\s+/g, ' ')}`,
  });
  const who = userOf(body) ?? groupOf(body) ?? broadcast.exec(body)?.[1];
  if (who !== undefined) return one('@', who);
  const where = channelOf(body);
  if (where !== undefined) return one('#', where);
  const when = date.exec(body)?.[1];
  if (when !== undefined) return { text: label || new Date(Number(when) * 1_000).toISOString() };
  return body.startsWith('!') && label !== '' ? { text: label } : undefined;
};

const linked = (body: string, label: string): Said | undefined => {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(body)) return undefined;
  const href = hrefOf(body);
  const bare = body.replace(/^mailto:/i, '');
  const text = (label.trim() === '' ? bare : label).replace(/\s+/g, ' ');
  if (href === undefined) return { text: text === bare || text === body ? body : `${text} (${body})` };
  return { text: isOwnLabel(text, href) ? href : text, href };
};
