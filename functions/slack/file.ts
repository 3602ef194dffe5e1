import * as v from 'valibot';
import { guard, slackId } from '../model/guard.ts';
import { hrefOf } from './text/link.ts';
import { writeMarkdown } from './text/write-markdown.ts';

/**
 * A file as Slack's events carry it. Of one that is gone, little more than the id is left.
 * https://docs.slack.dev/reference/objects/file-object
 */
const SlackFile = v.object({
  id: slackId(),
  name: v.nullish(v.string()),
  title: v.nullish(v.string()),
  mimetype: v.nullish(v.string()),
  /** Bytes. Of a file that is kept elsewhere, 0. */
  size: v.nullish(v.pipe(v.number(), v.minValue(0))),
  /** The page in Slack, for those who may see it. */
  permalink: v.nullish(v.string()),
  /** `tombstone`: deleted; `hidden_by_limit`: older than the workspace's plan shows; `external`: kept elsewhere. */
  mode: v.nullish(v.string()),
});
export type SlackFile = v.InferOutput<typeof SlackFile>;

export const asSlackFile = guard('file', SlackFile);

const CLIP = '📎';
const gone: Readonly<Record<string, string>> = {
  tombstone: 'deleted · 削除済み',
  hidden_by_limit: 'no longer shown by Slack · Slack では表示されなくなりました',
};

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes as people say it: two digits, or as many as there are. */
const sizeOf = (bytes: number): string => {
  let size = bytes;
  let unit = 0;
  while (Math.round(size) >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${size < 9.95 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
};

/**
 * A file as a line of markdown: its name, which leads to Slack, and its size. The content stays in Slack, which alone
 * knows who may see it.
 */
export const fileLine = ({ id, mode, name, permalink, size, title }: SlackFile): string => {
  const why = gone[mode ?? ''];
  const text = (name?.trim() || title?.trim() || id).replace(/\s+/g, ' ');
  const href = why === undefined ? hrefOf(permalink ?? '') : undefined;
  const about = why ?? (size ? sizeOf(size) : undefined);
  const runs = [
    { text: `${CLIP} `, marks: 0 },
    { text, marks: 0, ...(href !== undefined && { href }) },
    { text: about === undefined ? '' : ` (${about})`, marks: 0 },
  ];
  return writeMarkdown([{ kind: 'line', quote: false, runs }]);
};
