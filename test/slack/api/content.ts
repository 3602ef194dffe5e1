import type { Draft, Metadata } from '../workspace/message.ts';
import type { Call } from './call.ts';
import { Failure } from './failure.ts';

/** chat.postMessage: https://docs.slack.dev/reference/methods/chat.postMessage, "Truncating content". */
const TEXT_LIMIT = 40_000;
/** https://docs.slack.dev/changelog/2025/03/05/markdown-in-api-methods */
const MARKDOWN_LIMIT = 12_000;
/** https://docs.slack.dev/messaging/message-metadata; a hyphen, allowed there by now, is refused here. */
const EVENT_TYPE = /^[A-Za-z0-9_]+$/;

/** What a call says, checked against Slack's limits; parts it does not give are absent. */
export interface Content {
  text?: string;
  parts: Pick<Draft, 'blocks' | 'attachments' | 'metadata'>;
  warning?: string;
}

/** Reads text, markdown, blocks, attachments and metadata. */
export function content({ args }: Call): Content {
  const plain = args.text('text');
  const markdown = args.text('markdown_text');
  const blocks = list(args.json('blocks', 'invalid_blocks_format'), 'invalid_blocks_format');
  const attachments = list(args.json('attachments', 'invalid_attachments'), 'invalid_attachments');
  if (markdown !== undefined && (plain !== undefined || blocks)) throw new Failure('markdown_text_conflict');
  if (markdown !== undefined && markdown.length > MARKDOWN_LIMIT) throw new Failure('msg_too_long');
  if (plain !== undefined && plain.length > TEXT_LIMIT) throw new Failure('msg_too_long');
  const { metadata, warning } = metadataOf(args.json('metadata', 'invalid_metadata_format'));
  const text = plain ?? markdown;
  const parts = {
    ...(blocks && { blocks }),
    ...(attachments && { attachments }),
    ...(metadata && { metadata }),
  };
  return { parts, ...(text !== undefined && { text }), ...(warning !== undefined && { warning }) };
}

/** Whether there is anything to show. */
export const isEmpty = ({ text, parts }: Content): boolean =>
  text === undefined && !parts.blocks && !parts.attachments;

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
