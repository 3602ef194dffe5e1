import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTS_MAX, REPLY_TEXT_MAX } from '../../../functions/model/limits.ts';
import { posts, shownName } from '../../../functions/slack/post.ts';
import { parts } from '../../../functions/slack/text/parts.ts';
import { at, message } from '../memory.ts';

/** The one text of a short message. */
const textOf = (...asked: Parameters<typeof posts>) => {
  const [only, ...more] = posts(...asked);
  expect(more).toEqual([]);
  return only?.text;
};

describe('the posts of a message', () => {
  it('says in mrkdwn what the message says in markdown', () => {
    const text = '**Bold** [site](https://x.example)';
    expect(textOf(message({ text }), undefined)).toBe('*Bold* <https://x.example|site>');
  });
  it('pings nobody, unless it is allowed to', () => {
    const said = message({ text: '<!channel> @channel @Hana' });
    expect(textOf(said, undefined)).toBe('&lt;!channel&gt; @channel @Hana');
    const allowance = { pings: 'allowed', people: new Map([['Hana', 'U0HANA']]), groups: new Map() } as const;
    expect(textOf(said, undefined, allowance)).toBe('&lt;!channel&gt; <!channel> <@U0HANA>');
  });
  it('are as many as a long text needs, each under the same name', () => {
    const text = 'A sentence. '.repeat(800).trim();
    const person = { name: 'Alice', guest: false, changed: at(0), picture: 'https://example.org/a.png' };
    const made = posts(message({ text }), person);
    expect(made.map((one) => one.text)).toEqual(parts(text));
    expect(made.length).toBe(3);
    for (const { username, icon_url } of made)
      expect([username, icon_url]).toEqual(['Alice (web)', 'https://example.org/a.png']);
  });
  it('are no more than a mirror has room for, whatever the text', () => {
    for (const heaviest of ['\u{1F646}\u{1F3FF}', '*', '&', '\u{1F468}', '_あ'])
      expect(
        posts(message({ text: heaviest.repeat(REPLY_TEXT_MAX).slice(0, REPLY_TEXT_MAX * 2) }), undefined)
          .length,
      ).toBeLessThanOrEqual(PARTS_MAX);
  });
});

describe('the name of a person of the web', () => {
  const named = (name: string, guest = false) => shownName({ name, guest, changed: at(0) });
  const unseen = [
    [0x00, 0x1f],
    [0x7f, 0x9f],
    [0x06_1c, 0x06_1c],
    [0x20_0b, 0x20_0f],
    [0x20_2a, 0x20_2e],
    [0x20_60, 0x20_69],
    [0xfe_ff, 0xfe_ff],
  ] as const;
  const isUnseen = (character: string): boolean => {
    const point = character.codePointAt(0) ?? 0;
    return unseen.some(([from, to]) => from <= point && point <= to);
  };

  it('ends in the mark of the web, with nothing in it that hides that or turns it around', () => {
    const hidden = fc
      .oneof(...unseen.map(([min, max]) => fc.integer({ min, max })))
      .map((point) => String.fromCodePoint(point));
    const names = fc.array(
      fc.oneof(hidden, fc.string({ unit: 'binary' }), fc.constantFrom('(web)', ' ', 'أ', 'א')),
    );
    fc.assert(
      fc.property(names, fc.boolean(), (name, guest) => {
        const shown = named(name.join(''), guest);
        expect(Array.from(shown).filter(isUnseen)).toEqual([]);
        expect(shown).toMatch(guest ? /^\S.* \(guest\)$/u : /^\S.* \(web\)$/u);
      }),
      { numRuns: 1_000 },
    );
  });
  it.each([
    ['as it is', 'Sana', 'Sana (web)'],
    ['with plain blanks', '佐藤　花', '佐藤 花 (web)'],
    ['with its letters and signs', 'José 👩 Ōe', 'José 👩 Ōe (web)'],
    ['without what turns the mark around', 'Sana\u202E', 'Sana (web)'],
    ['in one line, without what cannot be seen', 'Sa\u200Bna\n\u2066 B', 'Sana B (web)'],
    ['as somebody’s, where nothing of it can be seen', '\u2067\u200F', 'Somebody (web)'],
  ])('is shown %s', (_, name, shown) => expect(named(name)).toBe(shown));
  it('that is not known is somebody', () => {
    expect(shownName(undefined)).toBe('Somebody (web)');
    expect(named('', true)).toBe('Somebody (guest)');
  });
});
