// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { MessageList } from '../../web/components/chat/room/message-list/message-list.tsx';
import type { Line } from '../../web/data/line.ts';
import { appearance, idle, said, unreadable } from './lines.ts';

afterEach(cleanup);

const show = (...lines: Line[]) => {
  const on = {
    onOlder: vi.fn<() => void>(),
    onRetry: vi.fn<(id: string) => void>(),
    onRemove: vi.fn<(id: string) => void>(),
  };
  render(
    <MessageList
      room="Lobby"
      uid="alice"
      lines={lines}
      older="none"
      appearance={appearance}
      authoring={idle}
      {...on}
    />,
  );
  return on;
};

const reply = (state: 'writing' | 'done' | 'failed' | 'stopped', text: string) =>
  said('r', { author: { kind: 'component', id: 'reply' }, text, reply: { to: 'a', state } });

it('labels a message with its author and time', () => {
  show(said('a'));
  expect(screen.getByRole('log', { name: 'Messages' })).toBeTruthy();
  expect(screen.getByRole('article', { name: /^Alice, 12:00/ }).textContent).toContain('text of a');
});

it.each([
  ['sending', 'Sending'],
  ['sent', 'Sent'],
  ['failed', 'Not sent'],
  ['tooFast', 'Not sent: too many in a short time. Wait a moment.'],
] as const)('says of an own message that is %s: %s', (state, words) => {
  show(said('a', {}, state));
  expect(within(screen.getByRole('article')).getByText(words)).toBeTruthy();
});

it("says nothing of how far somebody else's message is", () => {
  show(said('a', { author: { kind: 'person', id: 'bob' } }));
  expect(screen.queryByText('Sent')).toBeNull();
});

it('offers to send what was refused again, or to delete it', () => {
  const { onRetry, onRemove } = show(said('a', {}, 'failed'));
  expect(screen.getByText('text of a')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(onRetry).toHaveBeenCalledExactlyOnceWith('a');
  expect(onRemove).toHaveBeenCalledExactlyOnceWith('a');
});

it('marks what was edited', () => {
  show(said('a', { edited: new Date() }));
  expect(screen.getByText(/edited/)).toBeTruthy();
});

it('leaves a tombstone of what was deleted', () => {
  show(said('a', { deleted: new Date(), text: '' }));
  expect(screen.getByText('Message deleted')).toBeTruthy();
  expect(screen.queryByText('Sent')).toBeNull();
});

it('says that a reply is being written, as a status', () => {
  show(reply('writing', ''));
  expect(screen.getByRole('status').textContent).toBe('Tsunagi is writing');
  expect(screen.getByText('Reply')).toBeTruthy();
});

it('shows what there is of a reply while it grows', () => {
  show(reply('writing', 'So far'));
  expect(screen.getByText('So far')).toBeTruthy();
});

it.each([
  ['failed', 'The reply did not come through.'],
  ['stopped', 'Stopped before the end.'],
] as const)('says that a reply %s', (state, words) => {
  show(reply(state, 'half'));
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});

it('marks what was written in Slack', () => {
  show(said('a', { author: { kind: 'slack', id: 'T1-U1' } }));
  expect(screen.getByRole('article', { name: /^Sana/ })).toBeTruthy();
  expect(screen.getByText('Slack')).toBeTruthy();
});

it('quotes what began a thread', () => {
  show(said('a', { text: 'the root' }), said('b', { thread: 'a' }), said('c', { thread: 'not loaded' }));
  expect(screen.getByText('the root', { selector: 'q' })).toBeTruthy();
  expect(screen.getByText('In a thread')).toBeTruthy();
});

it('quotes it by its words, without the marks of markdown', async () => {
  show(said('a', { text: 'the **root**' }), said('b', { thread: 'a' }));
  expect(await screen.findByText('the root', { selector: 'q' })).toBeTruthy();
});

it('keeps the place of a message that cannot be shown', () => {
  show(said('a'), unreadable('b'));
  expect(screen.getByText('A message that cannot be shown')).toBeTruthy();
});
