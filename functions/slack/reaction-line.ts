import { LINE_MAX } from '../model/reaction-mirror.ts';
import { escaped } from './text/escape.ts';

/** Who has reacted with an emoji, by the names that they have in Slack. */
export type Felt = { readonly emoji: string; readonly names: readonly string[] };

/** Names that are told for one emoji. */
const NAMES_MAX = 10;

const named = ({ emoji, names }: Felt): string => {
  const left = names.length - NAMES_MAX;
  return `${emoji} ${names.slice(0, NAMES_MAX).join(', ')}${left > 0 ? ` +${left}` : ''}`;
};

/** Who of the web has reacted, in one line of text for Slack; nothing, where nobody has. It links and pings nobody. */
export const reactionLine = (felt: readonly Felt[]): string | undefined => {
  let line = '';
  for (const one of felt) {
    const next = `${line === '' ? '' : `${line} · `}${escaped(named(one).replace(/\s+/g, ' '))}`;
    if (Array.from(next).length > LINE_MAX) break;
    line = next;
  }
  return line === '' ? undefined : line;
};
