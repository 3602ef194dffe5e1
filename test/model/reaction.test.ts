import { expect, it } from 'vitest';
import { isReactionEmoji, reactionId } from '#model/reaction.ts';

it.each([
  ['🎉', 'alice-f09f8e89'],
  [':ありがとう:', 'alice-3ae38182e3828ae3818ce381a8e381863a'],
  ['1️⃣', 'alice-31efb88fe283a3'],
])('a reaction with %s is known by letters and digits alone', (emoji, id) => {
  expect(reactionId('alice', emoji)).toBe(id);
});

it('has an id that Firestore takes, however long the name and the uid are', () => {
  const longest = `:${'𠀀'.repeat(100)}::skin-tone-2-6:`;
  expect(isReactionEmoji(longest)).toBe(true);
  expect(reactionId('u'.repeat(128), longest).length).toBeLessThan(1_500);
});
