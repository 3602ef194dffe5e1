/** Emoji by Slack's names; others are shown as `:name:`. */
export const EMOJI = {
  '+1': '👍',
  heart: '❤️',
  tada: '🎉',
  eyes: '👀',
  white_check_mark: '✅',
  pray: '🙏',
  smile: '😄',
  joy: '😂',
  thinking_face: '🤔',
  wave: '👋',
  raised_hands: '🙌',
  clap: '👏',
  muscle: '💪',
  ok_hand: '👌',
  point_up: '☝️',
  '-1': '👎',
  fire: '🔥',
  rocket: '🚀',
  sparkles: '✨',
  star: '⭐',
  bulb: '💡',
  memo: '📝',
  calendar: '📅',
  coffee: '☕',
  bento: '🍱',
  sushi: '🍣',
  bow: '🙇',
  cry: '😢',
  sweat_smile: '😅',
  x: '❌',
  warning: '⚠️',
  question: '❓',
};

/** Those offered at once; the rest on request. */
export const OFTEN = ['+1', 'tada', 'eyes', 'white_check_mark'];

export const emoji = (name) => EMOJI[name.replace(/::skin-tone-\d$/, '')] ?? `:${name}:`;
