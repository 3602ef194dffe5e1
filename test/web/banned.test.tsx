// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ContextType } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Inside } from '../../web/components/chat/inside.ts';
import { Banned } from '../../web/components/chat/room/menu/banned.tsx';

afterEach(cleanup);

/** Of what is open nothing is asked here but how people appear: Gina has a name, and nobody else. */
const open = {
  appearance: ({ id }: { id: string }) => signal(id === 'gina' ? { name: 'Gina' } : undefined),
} as unknown as ContextType<typeof Inside>;

const show = (people: string[], onMore?: () => void) => {
  const onLift = vi.fn<(uid: string) => void>();
  render(
    <Inside.Provider value={open}>
      <Banned people={people} onLift={onLift} onMore={onMore} />
    </Inside.Provider>,
  );
  return onLift;
};

it('names who is kept out, and lets in whoever is chosen', () => {
  const onLift = show(['gina', 'max']);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Gina'),
    expect.not.stringContaining('Gina'),
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Let Gina in again' }));
  expect(onLift).toHaveBeenCalledExactlyOnceWith('gina');
});

it('is not there where nobody is kept out', () => {
  show([]);
  expect(screen.queryByText('Kept out')).toBeNull();
});

it('shows more where there may be more', () => {
  const onMore = vi.fn<() => void>();
  show(['gina'], onMore);
  fireEvent.click(screen.getByRole('button', { name: 'Show more who are kept out' }));
  expect(onMore).toHaveBeenCalledOnce();
});
