/** A text and how the other side shows it. */
export type TextRow = {
  readonly what: string;
  readonly says: string;
  readonly shows: string;
  /** Also within a reply, after its "Hello ". */
  readonly inline?: true;
};

/** What people write in the web, in markdown, and what Slack shows of it, in mrkdwn. */
export const WEB_TEXTS: readonly TextRow[] = [
  { what: 'bold', says: '**bold**', shows: '*bold*', inline: true },
  { what: 'italic', says: '*italic*', shows: '_italic_', inline: true },
  { what: 'struck', says: '~~gone~~', shows: '~gone~', inline: true },
  { what: 'code', says: '`x < 1`', shows: '`x &lt; 1`', inline: true },
  {
    what: 'a block of code',
    says: '```\nlet x = 1 < 2;\n```',
    shows: '```\nlet x = 1 &lt; 2;\n```',
  },
  { what: 'a quote', says: '> quoted\n> twice', shows: '> quoted\n> twice' },
  { what: 'a list', says: '- one\n- two', shows: '• one\n• two' },
  { what: 'a numbered list', says: '1. one\n2. two', shows: '1. one\n2. two' },
  { what: 'a heading', says: '# Heading', shows: '*Heading*' },
  {
    what: 'a table',
    says: '| a | b |\n|---|---|\n| 1 | 2 |',
    shows: '```\n| a | b |\n|---|---|\n| 1 | 2 |\n```',
  },
  {
    what: 'a link with words',
    says: '[the site](https://example.org/a?b=1&c=2)',
    shows: '<https://example.org/a?b=1&amp;c=2|the site>',
    inline: true,
  },
  {
    what: 'a bare link',
    says: 'https://example.org/path',
    shows: '<https://example.org/path>',
    inline: true,
  },
  { what: 'a picture', says: '![pic](https://example.org/x.png)', shows: '<https://example.org/x.png|pic>' },
  { what: 'an e-mail address', says: 'a@example.org', shows: '<mailto:a@example.org|a@example.org>' },
  { what: 'signs that Slack reads', says: 'a < b & c > d', shows: 'a &lt; b &amp; c &gt; d', inline: true },
  { what: 'HTML', says: '<b>bold</b>', shows: '&lt;b&gt;bold&lt;/b&gt;' },
  {
    what: 'a mention of everybody or of a group, which pings nobody unless the room allows it',
    says: '@channel @here @ops',
    shows: '@channel @here @ops',
  },
  {
    what: 'Slack’s own mark-up for a ping, which pings nobody',
    says: '<!channel> <@U0HANA>',
    shows: '&lt;!channel&gt; &lt;@U0HANA&gt;',
  },
  { what: 'a mention of a channel', says: '#lobby', shows: '#lobby' },
  { what: 'emoji and shortcodes', says: '😀 :tada:', shows: '😀 :tada:', inline: true },
  {
    what: 'Japanese without spaces',
    says: '会議は**金曜日**です',
    shows: '会議は\u200B*金曜日*\u200Bです',
    inline: true,
  },
  {
    what: 'Japanese with spaces',
    says: '会議は **金曜日** です',
    shows: '会議は *金曜日* です',
    inline: true,
  },
  { what: 'lines', says: 'one\ntwo', shows: 'one\ntwo' },
];

/** What people write in Slack, as Slack sends it, and what the web shows of it, in markdown. */
export const SLACK_TEXTS: readonly TextRow[] = [
  { what: 'bold', says: '*bold*', shows: '**bold**' },
  { what: 'italic', says: '_italic_', shows: '*italic*' },
  { what: 'struck', says: '~gone~', shows: '~~gone~~' },
  { what: 'code', says: '`x &lt; 1`', shows: '`x < 1`' },
  { what: 'a block of code', says: '```let x = 1 &lt; 2;```', shows: '```\nlet x = 1 < 2;\n```' },
  { what: 'a quote', says: '&gt; quoted\n&gt; twice', shows: '> quoted\n> twice' },
  { what: 'a list', says: '• one\n• two', shows: '- one\n- two' },
  {
    what: 'a link with words',
    says: '<https://example.org/a?b=1&amp;c=2|the site>',
    shows: '[the site](https://example.org/a?b=1&c=2)',
  },
  { what: 'a bare link', says: '<https://example.org/path>', shows: 'https://example.org/path' },
  { what: 'an e-mail address', says: '<mailto:a@example.org|a@example.org>', shows: '<a@example.org>' },
  { what: 'signs', says: 'a &lt; b &amp; c &gt; d', shows: 'a < b & c > d' },
  { what: 'a mention of a person', says: '<@U0KEN> please', shows: '@森 健 please' },
  { what: 'a mention of a channel', says: '<#C0LOBBY|lobby>', shows: '#lobby' },
  { what: 'a mention of everybody', says: '<!channel> <!here>', shows: '@channel @here' },
  { what: 'a mention of a group', says: '<!subteam^S0DEVS|@devs>', shows: '@devs' },
  { what: 'emoji by name', says: ':tada: :thumbsup::skin-tone-3:', shows: '🎉 👍🏼' },
  { what: 'an emoji of the workspace’s own', says: ':partyparrot:', shows: ':partyparrot:' },
  { what: 'a date', says: '<!date^1392734382^{date}|Feb 18>', shows: 'Feb 18' },
  { what: 'Japanese', says: '会議は *金曜日* です', shows: '会議は **金曜日** です' },
  { what: 'lines', says: 'one\ntwo', shows: 'one\ntwo' },
  { what: 'what only markdown would read', says: '**stars**', shows: '\\*\\*stars\\*\\*' },
];
