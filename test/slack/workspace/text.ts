/**
 * What a person typed, as Slack stores it: `&`, `<` and `>` become entities.
 * Source: https://docs.slack.dev/messaging/formatting-message-text, "Escaping text".
 */
export const escape = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The rich text block Slack adds to what a person typed; the text inside a block is not escaped. */
export const richText = (typed: string): unknown[] => [
  {
    type: 'rich_text',
    block_id: 'typed',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed }] }],
  },
];
