import { addresses } from './addresses.ts';
import { disguises } from './disguises.ts';
import { embeds } from './embeds.ts';
import { handlers } from './handlers.ts';
import { markdown } from './markdown.ts';
import { scripts } from './scripts.ts';

export { slack } from './slack.ts';

/** Texts that would run, load or send something where text is taken for more than text: each once. */
export const PAYLOADS: readonly string[] = [
  ...new Set([...scripts, ...handlers, ...addresses, ...embeds, ...markdown, ...disguises]),
];
