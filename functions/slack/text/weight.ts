import { longestName } from './emoji.ts';

/** Bytes of the longest name of an emoji with colons and skin tone: `:smiling_face_with_…_covering_mouth::skin-tone-6:`. */
const NAME_MAX = 70;

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

/**
 * What Slack counts a character (grapheme) as. Its pages speak of characters, but `chat.update` was seen to count the
 * bytes of UTF-8, with `&`, `<` and `>` escaped, and to write out the names of emoji first
 * (https://github.com/openclaw/openclaw/pull/115027, https://gitlab.com/gitlab-org/gitlab/-/merge_requests/258898).
 * Bytes are never fewer than characters, so this is safe for either.
 */
export const weightOfOne = (grapheme: string): number => {
  const bytes = Buffer.byteLength(grapheme);
  if (bytes < 3 || !emoji.test(grapheme)) return bytes;
  const name = longestName(grapheme);
  return Math.max(bytes, name === undefined ? NAME_MAX : name.length + 2);
};

export const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** What Slack counts a text as that is ready to be sent. */
export const weightOf = (text: string): number => {
  if (!emoji.test(text)) return Buffer.byteLength(text);
  let weight = 0;
  for (const { segment } of graphemes.segment(text)) weight += weightOfOne(segment);
  return weight;
};
