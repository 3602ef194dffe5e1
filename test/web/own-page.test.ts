import { expect, it } from 'vitest';
import { asPerson } from '#model/person.ts';
import { ownPage, samePage } from '../../web/data/own-page.ts';

const alice = { uid: 'alice', guest: false, name: 'Alice', email: 'al@example.org', picture: undefined };
const options = { locale: 'en', nameless: 'Somebody' } as const;

it('says what the account says', () => {
  const picture = 'https://example.org/a.png';
  expect(ownPage({ ...alice, picture }, undefined, options)).toEqual({
    name: 'Alice',
    guest: false,
    picture,
    locale: 'en',
  });
});

it.each([
  ['the name on the page', { ...alice, name: undefined }, { name: 'Ally', guest: false }, 'Ally'],
  ["what stands before the e-mail's @", { ...alice, name: undefined }, undefined, 'al'],
  ['the name for the nameless', { ...alice, name: ' ', email: undefined }, undefined, 'Somebody'],
])('without a name takes %s', (_, person, there, name) => {
  expect(ownPage(person, there, options).name).toBe(name);
});

it('fits the model, whatever the account says', () => {
  const page = ownPage(
    { ...alice, name: '繋'.repeat(200), picture: 'http://example.org/a.png' },
    undefined,
    options,
  );
  const changed = new Date(0);
  expect(asPerson({ ...page, changed })).toEqual({
    ok: true,
    value: { name: '繋'.repeat(80), guest: false, locale: 'en', changed },
  });
});

it('is another page when the language is', () => {
  const page = ownPage(alice, undefined, options);
  expect(samePage(page, { ...page })).toBe(true);
  expect(samePage(page, { ...page, locale: 'ja' })).toBe(false);
});
