/**
 * Slack's mrkdwn, piece by piece; put together again, the `raw` of all pieces is the text.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export type Token = {
  readonly kind: Kind;
  readonly raw: string;
  /** Of a mark that opens or closes: which one. */
  readonly mark?: number;
};
export type Kind =
  /** A block of code with its fences; it may have several lines. */
  | 'block'
  | 'newline'
  /** What begins a line: quote sign, quote sign for all that follows, list sign, or the invisible sign that there is none. */
  | 'quote'
  | 'quoteRest'
  | 'bullet'
  | 'guard'
  | 'open'
  | 'close'
  | 'code'
  | 'entity'
  | 'escape'
  | 'emoji'
  | 'text';
