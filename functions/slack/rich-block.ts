import { each, lines, type Part } from './part.ts';
import { escaped } from './text/escape.ts';

/** Parts within parts: Slack has four levels, and what claims to have more is no message. */
const DEPTH_MAX = 8;

const signs = { bold: '*', italic: '_', strike: '~', code: '`' } as const;

/** Slack sees a mark only where words touch it on the inside. */
const marked = (text: string, style: Part['style']): string => {
  const [, start = '', words = '', end = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  if (typeof style !== 'object' || words === '' || words.includes('\n')) return text;
  let out = words;
  for (const [name, sign] of Object.entries(signs)) if (style[name] === true) out = `${sign}${out}${sign}`;
  return `${start}${out}${end}`;
};

/** An element of rich text, as mrkdwn. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
const inline = (one: Part): string => {
  const { name, range, style, text, type, url } = one;
  switch (type) {
    case 'text':
      return typeof text === 'string' ? marked(escaped(text), style) : '';
    case 'link':
      return typeof text === 'string' && text !== '' ? `<${url ?? ''}|${escaped(text)}>` : `<${url ?? ''}>`;
    case 'user':
      return `<@${one.user_id ?? ''}>`;
    case 'channel':
      return `<#${one.channel_id ?? ''}>`;
    case 'usergroup':
      return `<!subteam^${one.usergroup_id ?? ''}>`;
    case 'broadcast':
      return `<!${range ?? 'channel'}>`;
    case 'emoji':
      return `:${name ?? ''}:`;
    default:
      return escaped(one.fallback ?? '');
  }
};

/** What a block of rich text says, as mrkdwn. */
export const rich = (one: Part, depth = DEPTH_MAX): string => {
  const { elements, indent, style, type } = one;
  const inside = () => each(elements, (each) => (depth > 0 ? rich(each, depth - 1) : ''));
  switch (type) {
    case 'rich_text':
      return lines(inside());
    case 'rich_text_section':
      return each(elements, inline).join('');
    case 'rich_text_preformatted':
      return `\`\`\`\n${each(elements, inline).join('')}\n\`\`\``;
    case 'rich_text_quote':
      return each(elements, inline).join('').replace(/^/gm, '> ');
    case 'rich_text_list':
      return inside()
        .map(
          (item, i) =>
            `${'  '.repeat(Math.min(indent, DEPTH_MAX))}${style === 'ordered' ? `${i + 1}.` : '•'} ${item}`,
        )
        .join('\n');
    default:
      return '';
  }
};
