import { pieces, stored } from '../workspace/text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Arguments } from './arguments.ts';

/** What stands in `<…>` is said already. */
const ENTITY = /(<[^<>]*>)/;
const ADDRESS = /https?:\/\/[^\s<>|"（）「」、。]*[^\s<>|"（）「」、。.,;:!?()]/gu;

/** How a text is treated where a call does not say: chat.postMessage makes links of addresses, chat.update has a `client` of its own. */
type Usual = 'links' | 'client';

/**
 * A text as Slack treats it by `parse`. `none`: as it is. `full`, and `client`, of which Slack says no more than its name: as if a person had
 * typed it, with names and all. https://docs.slack.dev/reference/methods/chat.update, "parse"
 */
export function treated(text: string, args: Arguments, workspace: Workspace, usual: Usual): string {
  const how = args.text('parse') ?? usual;
  if (how === 'none') return text;
  const outside = (part: string): string =>
    how === 'links'
      ? part.replaceAll(ADDRESS, (address) => `<${address}>`)
      : stored(pieces(unescaped(part), workspace), workspace);
  return text
    .split(ENTITY)
    .map((part) => (ENTITY.test(part) ? part : outside(part)))
    .join('');
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
