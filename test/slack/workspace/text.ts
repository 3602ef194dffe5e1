import type { Workspace } from './workspace.ts';

/** A part of what somebody typed, as Slack's composer sees it. */
type Piece =
  | { type: 'text'; text: string }
  | { type: 'link'; url: string; text?: string }
  | { type: 'user'; user_id: string }
  | { type: 'channel'; channel_id: string }
  | { type: 'broadcast'; range: 'here' | 'channel' | 'everyone' };

/**
 * An address, which ends at Japanese brackets and leaves closing punctuation to the sentence; an e-mail address; a
 * mention of a person or a channel.
 */
const SPECIAL =
  /(https?:\/\/[^\s<>|"（）「」、。]*[^\s<>|"（）「」、。.,;:!?()])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?<![\w@])([@#])(?=(\S+))/gu;

/** Takes what was typed apart: addresses, and the names of people and channels after `@` and `#`. */
export function pieces(typed: string, workspace: Workspace): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of typed.matchAll(SPECIAL)) {
    const [, url, mail, sign, name = ''] = match;
    if (match.index < from) continue;
    const special = url
      ? { length: url.length, piece: { type: 'link' as const, url } }
      : mail
        ? { length: mail.length, piece: { type: 'link' as const, url: `mailto:${mail}`, text: mail } }
        : mention(typed.slice(match.index + 1), sign === '@', name, workspace);
    if (!special) continue;
    found.push({ type: 'text', text: typed.slice(from, match.index) }, special.piece);
    from = match.index + special.length;
  }
  found.push({ type: 'text', text: typed.slice(from) });
  return found.filter((piece) => piece.type !== 'text' || piece.text !== '');
}

const RANGES = ['here', 'channel', 'everyone'] as const;

/** The longest name that `rest` begins with; nothing where nobody is called so. */
function mention(
  rest: string,
  isPerson: boolean,
  word: string,
  workspace: Workspace,
): { length: number; piece: Piece } | undefined {
  const range = RANGES.find((one) => isPerson && new RegExp(`^${one}(?!\\w)`).test(word));
  if (range) return { length: range.length + 1, piece: { type: 'broadcast', range } };
  const named: [name: string, piece: Piece][] = isPerson
    ? [...workspace.users.values()].flatMap(({ id, name, display_name }) =>
        [name, display_name].map((one): [string, Piece] => [one, { type: 'user', user_id: id }]),
      )
    : [...workspace.channels.values()].map(({ id, name }) => [name, { type: 'channel', channel_id: id }]);
  const fits = named.filter(([name]) => rest.startsWith(name));
  const [longest] = fits.sort(([one], [other]) => other.length - one.length);
  return longest && { length: longest[0].length + 1, piece: longest[1] };
}

/**
 * What was typed, as Slack stores it: `&`, `<` and `>` are entities, and what is special stands in `<…>`.
 * Source: https://docs.slack.dev/messaging/formatting-message-text, "Escaping text" and "Retrieving messages".
 */
export function stored(pieces: readonly Piece[], { channels }: Workspace): string {
  const text = pieces.map((piece) => {
    switch (piece.type) {
      case 'text':
        return escape(piece.text);
      case 'link':
        return piece.text === undefined ? `<${escape(piece.url)}>` : `<${escape(piece.url)}|${piece.text}>`;
      case 'user':
        return `<@${piece.user_id}>`;
      case 'channel':
        return `<#${piece.channel_id}|${channels.get(piece.channel_id)?.name ?? ''}>`;
      case 'broadcast':
        return `<!${piece.range}>`;
    }
  });
  return text.join('');
}

/** The rich text block Slack adds to what a person typed; the text inside a block is not escaped. */
export const richText = (elements: readonly Piece[]): unknown[] => [
  { type: 'rich_text', block_id: 'typed', elements: [{ type: 'rich_text_section', elements }] },
];

const escape = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
