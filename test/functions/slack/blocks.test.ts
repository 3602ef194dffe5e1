import { describe, expect, it } from 'vitest';
import { textOfAttachments, textOfBlocks } from '../../../functions/slack/blocks.ts';

const rich = (...elements: object[]) => ({ type: 'rich_text', elements });
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const text = (value: string, style?: object) => ({ type: 'text', text: value, ...(style && { style }) });
const plain = (value: string) => ({ type: 'plain_text', text: value });

describe('blocks as mrkdwn', () => {
  it.each<[string, object, string]>([
    ['a section', { type: 'section', text: { type: 'mrkdwn', text: '*a* <@U1>' } }, '*a* <@U1>'],
    ['plain text, as it is', { type: 'section', text: plain('a <b> & c') }, 'a &lt;b&gt; &amp; c'],
    [
      'fields, a line each',
      { type: 'section', fields: [plain('a'), { type: 'mrkdwn', text: '_b_' }] },
      'a\n_b_',
    ],
    ['a header', { type: 'header', text: plain('Build') }, '*Build*'],
    ['an empty header', { type: 'header', text: plain(' ') }, ''],
    [
      'context',
      { type: 'context', elements: [{ type: 'image', alt_text: 'x' }, plain('a'), plain('b')] },
      'a b',
    ],
    ['an image by its description', { type: 'image', alt_text: 'a <chart>' }, 'a &lt;chart&gt;'],
    ['markdown to the letter', { type: 'markdown', text: '# <a>' }, '# &lt;a&gt;'],
    ['buttons, not at all', { type: 'actions', elements: [{ type: 'button', text: plain('OK') }] }, ''],
    [
      'marks',
      rich(section(text('a '), text('b ', { bold: true, strike: true }), text('c', { code: true }))),
      'a ~*b*~ `c`',
    ],
    [
      'people, groups, channels, everybody, emoji, dates',
      rich(
        section(
          { type: 'user', user_id: 'U1' },
          { type: 'usergroup', usergroup_id: 'S1' },
          { type: 'channel', channel_id: 'C1' },
          { type: 'broadcast', range: 'here' },
          { type: 'emoji', name: 'tada' },
          { type: 'date', fallback: 'today' },
        ),
      ),
      '<@U1><!subteam^S1><#C1><!here>:tada:today',
    ],
    [
      'links',
      rich(
        section(
          { type: 'link', url: 'https://a.example', text: 'a' },
          { type: 'link', url: 'https://b.example' },
        ),
      ),
      '<https://a.example|a><https://b.example>',
    ],
    ['a quote', rich({ type: 'rich_text_quote', elements: [text('a\nb')] }), '> a\n> b'],
    ['code', rich({ type: 'rich_text_preformatted', elements: [text('a <b>')] }), '```\na &lt;b&gt;\n```'],
    [
      'lists',
      rich(
        { type: 'rich_text_list', style: 'ordered', elements: [section(text('a')), section(text('b'))] },
        { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(text('c'))] },
      ),
      '1. a\n2. b\n  • c',
    ],
  ])('%s', (_, block, expected) => expect(textOfBlocks([block])).toBe(expected));

  it('reads what has no such shape as nothing', () => {
    expect(
      textOfBlocks([7, null, [], {}, { type: 'section', text: 7 }, { type: 'rich_text', elements: 'x' }]),
    ).toBe('');
    let deep: object = section(text('x'));
    for (let i = 0; i < 5_000; i += 1) deep = rich(deep);
    expect(textOfBlocks([deep])).toBe('');
  });
});

describe('attachments as mrkdwn', () => {
  it.each<[string, unknown, string]>([
    [
      'what stands before, the title, the text',
      { pretext: 'a', title: 'b', title_link: 'https://b.example', text: 'c' },
      'a\n<https://b.example|b>\nc',
    ],
    ['blocks', { blocks: [{ type: 'header', text: plain('a') }] }, '*a*'],
    ['nothing but what notifications show', { fallback: 'a' }, 'a'],
    ['no attachment', 7, ''],
  ])('%s', (_, attachment, expected) => expect(textOfAttachments([attachment])).toBe(expected));
});
