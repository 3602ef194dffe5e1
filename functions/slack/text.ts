const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as Slack shows it to the letter: nothing in it can become a link, a mention or a ping. https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** An entity in a text from Slack: `<…>`, with a label after a bar. */
const entity = /<([^<>|]*)(?:\|([^<>]*))?>/g;

const userEntity = /^@([A-Z0-9]{2,40})$/;

/** The users that a text from Slack mentions, each once. */
export const mentioned = (text: string): string[] => [
  ...new Set([...text.matchAll(entity)].flatMap(([, body = '']) => userEntity.exec(body)?.[1] ?? [])),
];

const readable = (body: string, label: string | undefined, names: ReadonlyMap<string, string>): string => {
  const user = userEntity.exec(body)?.[1];
  if (user) return `@${names.get(user) ?? label ?? user}`;
  if (body.startsWith('#')) return `#${label || body.slice(1)}`;
  if (body.startsWith('!')) return label ?? `@${body.slice(1).replace(/^subteam\^/, '')}`;
  const address = body.replace(/^mailto:/, '');
  return label === undefined || label === address || label === body ? address : `${label} (${address})`;
};

/** A text from Slack in plain characters. `names` holds the display names of {@link mentioned} users. */
export const plain = (text: string, names: ReadonlyMap<string, string>): string =>
  unescaped(
    text.replace(entity, (_, body: string, label: string | undefined) => readable(body, label, names)),
  );
