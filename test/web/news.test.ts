import { expect, it } from 'vitest';
import { openNews } from '../../web/data/news.ts';
import { said } from './lines.ts';

const bob = { kind: 'person', id: 'bob' } as const;
const at = (minute: number) => new Date(2026, 3, 1, 12, minute);
const reply = (state: 'writing' | 'done') =>
  said('r', {
    author: { kind: 'component', id: 'reply' },
    at: at(1),
    text: 'so',
    reply: { to: 'a', state },
  });
const before = said('a', { author: bob, at: at(0) });

it('says nothing of what was there', () => {
  expect(openNews('alice')([before])).toBeUndefined();
});

it('says once what somebody else says', () => {
  const news = openNews('alice');
  news([before]);
  const lines = [before, said('b', { author: bob, at: at(1), text: 'hi' })];
  expect(news(lines)).toMatchObject({ text: 'hi' });
  expect(news(lines)).toBeUndefined();
});

it('says nothing of what one says oneself', () => {
  const news = openNews('alice');
  news([before]);
  expect(news([before, said('b', { at: at(1) })])).toBeUndefined();
});

it('says nothing of older pages', () => {
  const news = openNews('alice');
  news([said('b', { at: at(5) })]);
  expect(news([before, said('b', { at: at(5) })])).toBeUndefined();
});

it('waits until a reply is written', () => {
  const news = openNews('alice');
  news([before]);
  expect(news([before, reply('writing')])).toBeUndefined();
  expect(news([before, reply('done')])).toMatchObject({ text: 'so' });
});
