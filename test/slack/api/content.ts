import type { Draft, Metadata } from '../workspace/message.ts';
import type { Call } from './call.ts';
import { Failure } from './failure.ts';

/** chat.postMessage: https://docs.slack.dev/reference/methods/chat.postMessage, "Truncating content". */
const TEXT_LIMIT = 40_000;
/** https://docs.slack.dev/changelog/2025/03/05/markdown-in-api-methods */
const MARKDOWN_LIMIT = 12_000;
/** https://docs.slack.dev/messaging/message-metadata; a hyphen, allowed there by now, is refused here. */
const EVENT_TYPE = /^[A-Za-z0-9_]+$/;

/** What a post or an update says, checked against Slack's limits, and the warning it earned. */
export interface Content {
  parts: Pick<Draft, 'text' | 'blocks' | 'attachments' | 'metadata'>;
  warning?: string;
}

/** Reads text, markdown, blocks, attachments and metadata. `tooLong` says what text is too long for this method. */
export function content(call: Call, tooLong = (text: string) => text.length > TEXT_LIMIT): Content {
  const { args } = call;
  const text = args.text('text');
  const markdown = args.text('markdown_text');
  const blocks = list(args.json('blocks', 'invalid_blocks_format'), 'invalid_blocks_format');
  const attachments = list(args.json('attachments', 'invalid_attachments'), 'invalid_attachments');
  if (markdown !== undefined && (text !== undefined || blocks)) throw new Failure('markdown_text_conflict');
  if (markdown !== undefined && markdown.length > MARKDOWN_LIMIT) throw new Failure('msg_too_long');
  if (text !== undefined && tooLong(text)) throw new Failure('msg_too_long');
  if (text === undefined && markdown === undefined && !blocks && !attachments) throw new Failure('no_text');
  const { metadata, warning } = metadataOf(args.json('metadata', 'invalid_metadata_format'));
  const parts = {
    text: text ?? markdown ?? '',
    ...(blocks && { blocks }),
    ...(attachments && { attachments }),
    ...(metadata && { metadata }),
  };
  return { parts, ...(warning !== undefined && { warning }) };
}

/** Metadata of a wrong form is left out with a warning, and the message is posted all the same. */
function metadataOf(value: unknown): { metadata?: Metadata; warning?: string } {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) throw new Failure('invalid_metadata_format');
  const { event_type, event_payload } = value;
  if (typeof event_type !== 'string' || !EVENT_TYPE.test(event_type) || !isRecord(event_payload))
    return { warning: 'invalid_metadata_schema' };
  return { metadata: { event_type, event_payload } };
}

function list(value: unknown, code: string): unknown[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new Failure(code);
  return value.length > 0 ? value : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
