import * as v from 'valibot';
import { each, lines, PARTS_MAX, type Part, part } from './part.ts';
import { rich } from './rich-block.ts';
import { escaped } from './text/escape.ts';

/** A text object: mrkdwn as it is, plain text with nothing in it that could be taken for more. */
const textOf = (value: Part['text']): string => {
  if (typeof value !== 'object') return '';
  const one = part(value);
  if (typeof one?.text !== 'string') return '';
  return one.type === 'mrkdwn' ? one.text : escaped(one.text);
};

/** What a block says, as mrkdwn; one that only offers something to press says nothing. */
const block = (one: Part): string => {
  switch (one.type) {
    case 'section':
      return lines([textOf(one.text), ...each(one.fields, (field) => textOf(field))]);
    case 'header': {
      const text = textOf(one.text).trim();
      return text === '' ? '' : `*${text}*`;
    }
    case 'context':
      return each(one.elements, (element) => (element.type === 'image' ? '' : textOf(element)))
        .filter((text) => text !== '')
        .join(' ');
    case 'markdown':
      return typeof one.text === 'string' ? escaped(one.text) : '';
    case 'image':
    case 'video':
      return escaped(one.alt_text ?? '');
    case 'rich_text':
      return rich(one);
    default:
      return '';
  }
};

/** The words of a message's blocks, as mrkdwn, a block a line. https://docs.slack.dev/reference/block-kit/blocks */
export const textOfBlocks = (blocks: readonly unknown[]): string => lines(each(blocks, block));

const Attachment = v.object({
  pretext: v.fallback(v.optional(v.string(), ''), ''),
  title: v.fallback(v.optional(v.string(), ''), ''),
  title_link: v.fallback(v.optional(v.string()), undefined),
  text: v.fallback(v.optional(v.string(), ''), ''),
  fallback: v.fallback(v.optional(v.string(), ''), ''),
  blocks: v.fallback(v.optional(v.array(v.unknown()), []), []),
});

/** The words of a message's attachments, as mrkdwn. https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
export const textOfAttachments = (attachments: readonly unknown[]): string =>
  lines(
    attachments.slice(0, PARTS_MAX).flatMap((value) => {
      const seen = v.safeParse(Attachment, value);
      if (!seen.success) return [];
      const { blocks, fallback, pretext, text, title, title_link } = seen.output;
      const heading = title_link && title ? `<${title_link}|${title}>` : title;
      const said = lines([pretext, heading, text, textOfBlocks(blocks)]);
      return [said === '' ? fallback : said];
    }),
  );
