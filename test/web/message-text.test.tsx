// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';

const { loaded, arrive } = vi.hoisted(() => {
  let arrive = (): void => undefined;
  const loaded = new Promise<void>((resolve) => (arrive = resolve));
  return { loaded, arrive: () => arrive() };
});
vi.mock(
  '../../web/components/chat/room/message-list/text/rich-text.tsx',
  async (original: () => Promise<object>) => {
    await loaded;
    return original();
  },
);
const { MessageText } = await import('../../web/components/chat/room/message-list/text/message-text.tsx');

it('shows a text as it was typed until the markdown’s part is there', async () => {
  render(<MessageText text="**bold**" />);
  expect(screen.getByText('**bold**')).toBeTruthy();
  arrive();
  expect(await screen.findByText('bold', { selector: 'strong' })).toBeTruthy();
});
