import * as v from 'valibot';
import { length } from '../model/guard.ts';
import { SLACK_TEXT_MAX } from '../model/limits.ts';
import { textOfAttachments, textOfBlocks } from './blocks.ts';
import { asSlackFile, fileLine, type SlackFile } from './file.ts';
import type { Names } from './text/entity.ts';
import { fromSlack } from './text.ts';

/** What a message says: its text in Slack's mrkdwn, and the files that hang on it. */
export type Words = { readonly text: string; readonly files: readonly SlackFile[] };

const list = v.fallback(v.nullish(v.array(v.unknown()), []), []);

const Worded = v.object({ text: v.nullish(v.string(), ''), blocks: list, attachments: list, files: list });

/** Files of one message that are named: Slack takes ten at a time. */
const FILES_MAX = 50;

const filesOf = (files: readonly unknown[] | null): SlackFile[] =>
  (files ?? []).slice(0, FILES_MAX).flatMap((file) => {
    const seen = asSlackFile(file);
    return seen.ok ? [seen.value] : [];
  });

/**
 * What a message says; nothing where its text is none.
 *
 * What people write stands in `text`, and once more in blocks; attachments are previews. What bots post stands in blocks and
 * attachments, and `text` is what notifications show.
 */
export function wordsOf(message: unknown, isBot: boolean): Words | undefined {
  const seen = v.safeParse(Worded, message);
  if (!seen.success) return undefined;
  const { attachments, blocks, text, files } = seen.output;
  const inBlocks = () => textOfBlocks(blocks ?? []);
  const attached = () => textOfAttachments(attachments ?? []);
  const said = isBot
    ? [inBlocks() || (text ?? ''), attached()].filter((one) => one.trim() !== '').join('\n')
    : text?.trim()
      ? text
      : inBlocks() || attached();
  return { text: said, files: filesOf(files) };
}

/** Whether there is anything to see. */
export const isSomething = ({ files, text }: Words): boolean => files.length > 0 || text.trim() !== '';

/** Which files there are and whether they are still to be had. Slack tells a deleted file as a change that nobody made. */
export const shelf = ({ files }: Words): string =>
  files.map(({ id, mode }) => `${id} ${mode ?? ''}`).join('\n');

/** The words in the markdown we keep: the text, then a line for each file, as many as there is room for. */
export function markdownOf({ files, text }: Words, names: Names): string {
  let said = text.trim() === '' ? '' : fromSlack(text, names);
  for (const file of files) {
    const more = said === '' ? fileLine(file) : `${said}\n${fileLine(file)}`;
    if (length(more) > SLACK_TEXT_MAX) break;
    said = more;
  }
  return said;
}
