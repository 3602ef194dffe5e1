// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import type { Health } from '#model/operation.ts';
import { PassedOver } from '../../web/components/chat/operate/passed-over.tsx';
import { choose } from '../../web/i18n/words.ts';

afterEach(() => {
  cleanup();
  choose('en');
});

const standing = (passedOver: Health['passedOver']): Health => ({
  links: [],
  deadLetters: 0,
  passedOver,
  more: false,
});
const open = (health: () => Promise<Health | undefined>) => {
  const { container } = render(<PassedOver health={health} />);
  fireEvent.click(screen.getByRole('button', { name: 'Show the last of it, by reason' }));
  return container;
};

it('asks when somebody wants to know, and tells each reason with how often it came', async () => {
  const container = open(async () =>
    standing([
      { reason: 'our own post', count: 12 },
      { reason: 'event channel_rename', count: 1 },
    ]),
  );
  expect(screen.queryByText('our own post')).toBeNull();
  await screen.findByText('our own post');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'our own post 12 ×',
    'event channel_rename 1 ×',
  ]);
  const { violations } = await axe.run(container);
  expect(violations).toEqual([]);
});
it('says so where nothing was passed over', async () => {
  open(async () => standing([]));
  await screen.findByText('Nothing was passed over.');
  expect(screen.queryAllByRole('listitem')).toEqual([]);
});
it.each([
  ['fails', () => Promise.reject(new Error('down'))],
  ['says nothing', async () => undefined],
])('says so where the call %s, and lets it be asked again', async (_, health) => {
  open(health);
  await screen.findByText('That did not work. Try again.');
  expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(false);
});
