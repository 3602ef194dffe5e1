/** Emoji offered for reactions, by Slack's names; others are shown as `:name:`. */
export const EMOJI = { '+1': '👍', heart: '❤️', tada: '🎉', eyes: '👀', white_check_mark: '✅', pray: '🙏' };

export const emoji = (name) => EMOJI[name] ?? `:${name}:`;

/** Slack's stored text as it was typed: entities become `&`, `<` and `>` again. */
export const unescape = (stored) =>
  stored.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const ENTITY = /<([^<>]+)>/g;

/** Slack's stored text as nodes: mentions and links out of `<…>`, all else as plain text. */
export function nodes(stored, users) {
  const found = [];
  let from = 0;
  for (const match of stored.matchAll(ENTITY)) {
    found.push(document.createTextNode(unescape(stored.slice(from, match.index))), entity(match[1], users));
    from = match.index + match[0].length;
  }
  found.push(document.createTextNode(unescape(stored.slice(from))));
  return found;
}

function entity(inside, users) {
  const [target, label] = inside.split('|', 2);
  if (/^(https?:|mailto:)/.test(target)) {
    const link = document.createElement('a');
    link.href = unescape(target);
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    link.textContent = unescape(label ?? target);
    return link;
  }
  const mention = document.createElement('span');
  mention.className = 'mention';
  mention.textContent = named(target, label, users);
  return mention;
}

function named(target, label, users) {
  const id = target.slice(1);
  if (target.startsWith('@')) return `@${label ?? users.get(id)?.profile.display_name ?? id}`;
  return target.startsWith('#') ? `#${label ?? id}` : `@${label ?? id}`;
}
