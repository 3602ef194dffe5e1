import { expect, it } from 'vitest';
import { sorry } from '../../../functions/components/sorry.ts';

/** Every sentence, with whatever it names. */
const sentences = Object.entries(sorry).map(([name, say]): [string, string] => [
  name,
  String(Reflect.apply(say, undefined, name === 'scopes' ? [['chat:write'], 'T1'] : ['X1', 'X2'])),
]);

it.each(sentences)('is said in both languages: %s', (_, sentence) => {
  const [english, japanese, ...more] = sentence.split(' · ');
  expect(more).toEqual([]);
  expect(english).toMatch(/^[\x20-\x7e]+[.]$/);
  expect(japanese).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
  for (const named of english?.match(/X\d|T1/g) ?? []) expect(japanese).toContain(named);
});
