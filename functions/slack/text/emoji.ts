import { EMOJI } from '../../model/emoji.ts';

const byName: ReadonlyMap<string, string> = new Map(EMOJI.map(({ name, emoji }) => [name, emoji]));
const names: ReadonlyMap<string, string> = new Map(
  EMOJI.toSorted((a, b) => a.name.length - b.name.length).map(({ name, emoji }) => [emoji, name]),
);
const ownNames: ReadonlyMap<string, string> = new Map(
  EMOJI.toReversed().map(({ name, emoji }) => [emoji, name]),
);

const SHORTCODE = /^:([a-z0-9_+'-]+):(?::skin-tone-([2-6]):)?$/;

/** U+1F3FB is the first of five modifiers; Slack counts them from 2. */
const FIRST_TONE = 0x1f3fb - 2;

const toned = (emoji: string, tone: string): string =>
  emoji.replace(
    /^(\p{Emoji_Modifier_Base})\uFE0F?/u,
    (_, base: string) => base + String.fromCodePoint(FIRST_TONE + Number(tone)),
  );

/**
 * The character that a shortcode stands for. Others stay as they are, custom ones always: `:name:` says more than a
 * wrong picture, and whoever shows the text may know more names.
 */
export const emojiOf = (shortcode: string): string | undefined => {
  const [, name = '', tone] = SHORTCODE.exec(shortcode) ?? [];
  const emoji = byName.get(name);
  return emoji !== undefined && tone !== undefined ? toned(emoji, tone) : emoji;
};

/** The longest name that Slack has for an emoji, without colons, if it is one of the usual ones. */
export const longestName = (emoji: string): string | undefined =>
  names.get(emoji) ?? names.get(`${emoji}\uFE0F`);

/** The name that Slack itself uses for an emoji, without colons, if it is one of the usual ones. */
export const ownName = (emoji: string): string | undefined =>
  ownNames.get(emoji) ?? ownNames.get(`${emoji}\uFE0F`);
