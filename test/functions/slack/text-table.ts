/**
 * How texts look on both sides, row by row. `way` says where a row holds: `in` from Slack to the web, `out` from the web
 * to Slack, `both` either way. Documentation is generated from here: `about` and `note` are written for readers.
 */
export type TextRow = {
  readonly about: string;
  readonly slack: string;
  readonly markdown: string;
  readonly way: 'in' | 'out' | 'both';
  readonly note?: string;
};

/** Who and what is known by name in these rows. */
export const NAMES: ReadonlyMap<string, string> = new Map([
  ['U0HANA', 'Hana'],
  ['U0TARO', '山田 太郎'],
  ['U0ODD', '*Odd*_name_'],
  ['S0DESK', 'desk'],
  ['C0LOBBY', 'lobby'],
]);

/** Invisible, and what Slack needs beside a mark in the middle of letters. */
const Z = '\u200B';
/** Hardly visible: keeps a sign a sign in Slack, which knows no escape for it. */
const H = '\u200A';

const both = (about: string, slack: string, markdown: string, note?: string): TextRow => ({
  about,
  slack,
  markdown,
  way: 'both',
  ...(note !== undefined && { note }),
});
const from = (about: string, slack: string, markdown: string, note?: string): TextRow => ({
  ...both(about, slack, markdown, note),
  way: 'in',
});
const to = (about: string, markdown: string, slack: string, note?: string): TextRow => ({
  ...both(about, slack, markdown, note),
  way: 'out',
});

export const TEXT_TABLE: readonly TextRow[] = [
  both('bold', '*bold*', '**bold**'),
  both('italic', '_italic_', '*italic*'),
  to('italic, the other way to type it', '_italic_', '_italic_'),
  both('strike', '~gone~', '~~gone~~'),
  to('strike, the other way to type it', '~gone~', '~gone~'),
  both('bold and italic', '*_both_*', '***both***'),
  both('one mark within another', '*a _b_ c*', '**a *b* c**'),
  both('code', 'run `npm *start*`', 'run `npm *start*`'),
  to(
    'code with a grave accent',
    '``a`b``',
    '```a`b```',
    'In Slack a block: its code has no room for the sign.',
  ),
  to('code of grave accents alone', '`` ` `` and `` `a` ``', `\`\`\` \` \`\`\` and \`\`\` \`a\` \`\`\``),
  both('code block', '```\nif (a &lt; b) *x*\n```', '```\nif (a < b) *x*\n```'),
  from('code block within a line', 'see ```code``` there', 'see\n```\ncode\n```\nthere'),
  to('code block with a language', '```js\nlet a;\n```', '```\nlet a;\n```', 'Slack shows no languages.'),
  to('code by indentation', '    let a;', '```\nlet a;\n```'),
  both('quote', '> said\n> twice', '> said\n> twice'),
  from(
    'quote, as Slack writes it',
    '&gt; said\n&gt;\n&gt; twice\nanswered',
    '> said\n>\n> twice\n\nanswered',
  ),
  from('quote to the end', '&gt;&gt;&gt; all\nof this', '> all\n> of this'),
  to('quote that goes on without a sign', '> said\non', '> said\n> on'),
  both('list', '• one\n• two', '- one\n- two'),
  both(
    'list within a list',
    '• one\n    ◦ two\n        ▪︎ three\n• four',
    '- one\n  - two\n    - three\n- four',
  ),
  from('list, typed', '- one\n- two\nnot in it', '- one\n- two\n\nnot in it'),
  to('list, other signs', '* one\n* two', '• one\n• two'),
  to('code with a grave accent, in bold', '**``a`b`` c**', '```a`b``` *c*', 'A block is not bold.'),
  to('code with room around it', '` a b `', '`a b`'),
  both('code of blanks in an item', '• `  `', '- `  `'),
  to('item that begins with a line break', '- \\\na', '• a'),
  to('numbered list', '1. one\n1. two', '1. one\n2. two', 'In Slack words: it renumbers nothing.'),
  from(
    'what only looks like a numbered list',
    '3. c\n1. a',
    '3\\. c\n1\\. a',
    'Slack shows the numbers as typed.',
  ),
  to('heading', '# Title *x*', '*Title _x_*'),
  to('heading, underlined', 'Title\n===', '*Title*'),
  to('table', '| a | b |\n|---|---|\n| 1 | 2 |', '```\n| a | b |\n|---|---|\n| 1 | 2 |\n```'),
  to('rule', 'a\n\n---\n\nb', 'a\n\n---\n\nb'),
  to('tasks', '- [ ] one\n- [x] two', '• [ ] one\n• [x] two'),
  both('line break', 'a\nb', 'a\nb'),
  both('paragraphs', 'a\n\nb', 'a\n\nb'),
  to('line break, the long ways', 'a  \nb\\\nc', 'a\nb\nc'),

  both(
    'link with a label',
    '<https://x.example/a?b=1&amp;c=2|the site>',
    '[the site](https://x.example/a?b=1&c=2)',
  ),
  both('link without a label', 'see <https://x.example/a> now', 'see https://x.example/a now'),
  both(
    'link without a label, within Japanese',
    '詳細は<https://x.example/a>です',
    '詳細は<https://x.example/a>です',
  ),
  both(
    'link that markdown could misread',
    '<https://x.example/a_(b)|wiki>',
    '[wiki](<https://x.example/a_(b)>)',
  ),
  from('link to a name Slack found', '<http://x.example|x.example>', '[x.example](http://x.example)'),
  to('link, bare, with the end of its sentence', 'See https://x.example.', 'See <https://x.example>.'),
  to('link, bare, before Japanese punctuation', 'https://x.example。続き', '<https://x.example>。続き'),
  to('link in bold', '**[a](https://x.example)**', '*<https://x.example|a>*'),
  to(
    'label with signs',
    '[a|b>c](https://x.example)',
    '<https://x.example|a│b&gt;c>',
    'A bar would end the address.',
  ),
  both('mail', '<mailto:a@x.example|a@x.example>', '<a@x.example>'),
  from(
    'link to elsewhere',
    '<tel:+81312345678|call>',
    'call (tel:+81312345678)',
    'Only web and mail are followed.',
  ),
  to('link to a script', '[x](javascript:alert)', 'x (javascript:alert)'),
  to('link, bare, in brackets', '(see https://x.example/a_(b))', '(see <https://x.example/a_(b)>)'),
  to('address with a bar', '[x](https://x.example/a|b)', '<https://x.example/a%7Cb|x>'),
  to('image', '![a cat](https://x.example/cat.png)', '<https://x.example/cat.png|a cat>'),

  from('mention of a person', '<@U0HANA> and <@U0TARO>さん', '@Hana and @山田 太郎さん'),
  from('mention of somebody unknown', '<@U0GONE> <@U0GONE|gone>', '@U0GONE @gone'),
  from('mention of a name with signs', '<@U0ODD>!', '@\\*Odd\\*\\_name\\_!'),
  from('mention of a channel', '<#C0LOBBY> <#C0OTHER|other> <#C0GONE|>', '#lobby #other #C0GONE'),
  from('mention of everybody', '<!here> <!channel|@channel> <!everyone>', '@here @channel @everyone'),
  from('mention of a group', '<!subteam^S0DESK> <!subteam^S0X|@ops>', '@desk @ops'),
  from('date', '<!date^1392734382^{date_short}|Feb 18, 2014>', 'Feb 18, 2014'),
  from('date without words', '<!date^1392734382^{date_short}>', '2014-02-18T14:39:42.000Z'),
  from('entity that nobody knows', '<!new^thing|words> <!new>', 'words \\<!new>'),
  to(
    'ping of everybody from the web',
    '@channel @here @everyone',
    '@channel @here @everyone',
    'Words: nobody is pinged.',
  ),
  to('ping by entity from the web', '<!channel> <@U0HANA>', '&lt;!channel&gt; &lt;@U0HANA&gt;'),
  to('ping of a group from the web', '<!subteam^S0DESK|@desk>', '&lt;!subteam^S0DESK|@desk&gt;'),
  to('ping in a label', '[<!channel>](https://x.example)', '<https://x.example|&lt;!channel&gt;>'),
  to('ping in an address', '<https://x.example|<!channel>>', '&lt;https://x.example|&lt;!channel&gt;&gt;'),

  from('emoji', 'hi :smile: :+1::skin-tone-3:', 'hi 😄 👍🏼'),
  from(
    'emoji of the workspace',
    ':party_parrot: :tsunagi_go_:',
    ':party_parrot: :tsunagi_go_:',
    'Stays as its name.',
  ),
  from('emoji in code', '`:smile:`', '`:smile:`'),
  to('emoji', '😄 :tada:', '😄 :tada:', 'Slack makes emoji of names by itself.'),

  both('Japanese with spaces', 'これは *重要* です', 'これは **重要** です'),
  from('Japanese without spaces', 'これは*重要*です', 'これは**重要**です'),
  both('Japanese without spaces, as Slack has to see it', `これは${Z}*重要*${Z}です`, 'これは**重要**です'),
  both('Japanese with brackets', `これは${Z}*「重要」*${Z}です`, 'これは**「重要」**です'),
  both('Japanese with other quotes', `これは${Z}*"重要"*${Z}です`, 'これは**"重要"**です'),
  from('bold with quotes within a word', `a${Z}*"b"*${Z}c`, 'a"**b**"c', 'Markdown has no way to begin it.'),
  from('signs alone in a mark, beside a word', '<#C0LOBBY>~**~', '#lobby\\*~~\\*~~'),
  from('signs around nothing', `a *${Z}* b`, `a \\*${Z}\\* b`),
  both('italic within Japanese', `これは${Z}_重要_${Z}です`, 'これは*重要*です'),
  from('names of Japanese files', '報告書_2024_最終版.pdf', '報告書_2024_最終版.pdf'),
  both('bold within a word', `un${Z}*believ*${Z}able`, 'un**believ**able'),

  both('signs of Slack that are escaped', 'a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'),
  both('an escape, spelt out', '&amp;amp; &amp;lt;', '\\&amp; \\&lt;'),
  from('HTML', '&lt;b&gt;no&lt;/b&gt;', '\\<b>no\\</b>'),
  to('HTML from the web', '<b>no</b> & <i>', '&lt;b&gt;no&lt;/b&gt; &amp; &lt;i&gt;'),
  from(
    'what is markup in markdown alone',
    '# a **b** [c](d) \\* ![e](f)',
    '\\# a \\*\\*b\\*\\* [c\\](d) \\\\\\* ![e\\](f)',
  ),
  from('headings and rules in markdown alone', 'a\n===\nb\n---\n***', 'a\n\\===\nb\n\\---\n\\***'),
  from('tables in markdown alone', '| a |\n| - |', '| a |\n\\| - |'),
  from('lists in markdown alone', '* a\n+ b\n1) c', '\\* a\n\\+ b\n1\\) c'),
  from(
    'code in markdown alone',
    'a\n\n    b\n~~~',
    'a\n\n\u00A0\u00A0\u00A0\u00A0b\n\\~~~',
    'Indented in both.',
  ),
  from('names with underscores', 'snake_case_name and __init__', 'snake_case_name and \\_\\_init\\_\\_'),
  from('sums', '2 * 3 * 4 = 24, about ~20', '2 * 3 * 4 = 24, about ~20'),
  to(
    'escaped signs',
    '\\*a\\* \\_b\\_ \\~c\\~',
    `*${H}a${H}* _${H}b${H}_ ~${H}c${H}~`,
    'Slack has no escape for them.',
  ),
  to('an escaped quote', '\\> a', `${Z}&gt; a`),
  to('an escaped list', '\\- a', `${Z}- a`),
  to('escaped characters', '\\# a \\[b\\] \\\\', '# a [b] \\'),
  to('character references', '&lt;b&gt; &#x3042; &copy; &nothing;', '&lt;b&gt; あ © &amp;nothing;'),
];
