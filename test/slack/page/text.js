import { element } from './dom.js';
import { EMOJI } from './emoji.js';

/** Slack's stored text as it was typed: entities become `&`, `<` and `>` again. */
export const unescape = (stored) =>
  stored.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Slack's stored text as somebody would type it, to be edited: names and addresses for what stands in `<…>`. */
export const typed = (stored, names) =>
  unescape(stored.replace(/<([^<>]+)>/g, (_, inside) => plain(inside, names)));

const plain = (inside, names) =>
  /^(https?:|mailto:)/.test(inside) ? inside.replace(/^mailto:/, '').split('|')[0] : named(inside, names);

/** Slack's stored text as nodes: code, quotes, emphasis, mentions and links; all else as plain text. */
export function nodes(stored, names) {
  return stored.split(/```\n?([^]*?)\n?```/).flatMap((piece, number) => {
    if (number % 2 === 1) return [element('pre', {}, element('code', {}, unescape(piece)))];
    return quoted(piece, names);
  });
}

/** Lines that begin with `>`, as Slack stores it, stand as one quotation. */
function quoted(stored, names) {
  return stored.split(/((?:^&gt; ?.*\n?)+)/m).flatMap((piece, number) => {
    if (number % 2 === 0) return inline(piece, names);
    return [element('blockquote', {}, ...inline(piece.replace(/^&gt; ?/gm, '').trimEnd(), names))];
  });
}

const INLINE =
  /`([^`\n]+)`|<([^<>]+)>|(?<![\w*])\*([^*\n]+)\*(?![\w*])|(?<!\w)_([^_\n]+)_(?!\w)|(?<![\w~])~([^~\n]+)~(?![\w~])|:([a-z0-9_+-]+):/g;

function inline(stored, names) {
  const found = [];
  let from = 0;
  for (const match of stored.matchAll(INLINE)) {
    const node = special(match, names);
    if (!node) continue;
    found.push(unescape(stored.slice(from, match.index)), node);
    from = match.index + match[0].length;
  }
  return [...found, unescape(stored.slice(from))].filter((one) => one !== '');
}

function special([, code, inside, bold, italic, struck, shortcode], names) {
  if (code) return element('code', {}, unescape(code));
  if (inside) return entity(inside, names);
  if (bold) return element('strong', {}, ...inline(bold, names));
  if (italic) return element('em', {}, ...inline(italic, names));
  if (struck) return element('s', {}, ...inline(struck, names));
  return EMOJI[shortcode];
}

function entity(inside, names) {
  const [target, label] = inside.split('|', 2);
  if (!/^(https?:|mailto:)/.test(target))
    return element('span', { className: 'mention' }, named(inside, names));
  const link = { href: unescape(target), rel: 'noopener noreferrer', target: '_blank' };
  return element('a', link, unescape(label ?? target));
}

/** `names` gives the display name of a user's id. */
function named(inside, names) {
  const [target, label] = inside.split('|', 2);
  const id = target.slice(1);
  if (target.startsWith('@')) return `@${label ?? names(id) ?? id}`;
  return target.startsWith('#') ? `#${label || id}` : `@${label ?? id}`;
}
