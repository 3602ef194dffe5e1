// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Composer } from '../../web/components/chat/room/composer/composer.tsx';
import { reader } from '../../web/components/chat/room/message-list/text/reader.ts';
import { said } from './lines.ts';

// What reads markdown is loaded by itself: before the first test, and not after the last.
beforeAll(() => vi.waitUntil(() => reader.value, 10_000));
afterEach(cleanup);

const open = (props: Partial<Parameters<typeof Composer>[0]> = {}) => {
  const onSend = vi.fn<(text: string) => void>();
  const onDraft = vi.fn<(text: string) => void>();
  const on = { onSend, onDraft, onUp: () => undefined, onThreadEnd: () => undefined };
  render(<Composer room="Lobby" draft="" readOnly={false} {...on} {...props} />);
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Send' });
  const write = (value: string) => fireEvent.input(box, { target: { value } });
  return { onSend, onDraft, box, button, write };
};

it('sends with Enter, and empties itself', () => {
  const { onSend, onDraft, box, write } = open();
  write('hello');
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(onSend).toHaveBeenCalledExactlyOnceWith('hello');
  expect(box.value).toBe('');
  expect(onDraft).toHaveBeenLastCalledWith('');
});

it('sends with the button', () => {
  const { onSend, button, write } = open();
  write('hello');
  fireEvent.click(button);
  expect(onSend).toHaveBeenCalledExactlyOnceWith('hello');
});

describe('in a thread', () => {
  const thread = { id: 'a', root: said('a', { text: 'what shall we *do*?' }) };
  it('says which one is answered, and to which it goes', () => {
    const { box } = open({ thread });
    expect(screen.getByText('what shall we do?')).toBeTruthy();
    expect(document.activeElement).toBe(box);
    expect(box.getAttribute('aria-describedby')).toContain('composer-thread');
    expect(document.querySelector('#composer-thread')?.textContent).toContain(
      'Your reply goes into the thread:',
    );
  });
  it('says so also where what began it is not loaded', () => {
    open({ thread: { id: 'a', root: undefined } });
    expect(screen.getByText('Your reply goes into the thread:')).toBeTruthy();
  });
  it('is left by its cross, and by Esc, but not by the Esc that ends a composition', () => {
    const onThreadEnd = vi.fn<() => void>();
    const { box } = open({ thread, onThreadEnd });
    fireEvent.keyDown(box, { key: 'Escape', isComposing: true });
    expect(onThreadEnd).not.toHaveBeenCalled();
    fireEvent.keyDown(box, { key: 'Escape' });
    fireEvent.click(screen.getByRole('button', { name: 'Write to the room instead' }));
    expect(onThreadEnd).toHaveBeenCalledTimes(2);
  });
});

it('asks with Up for the last message, in an empty box alone', () => {
  const onUp = vi.fn<() => void>();
  const { box, write } = open({ onUp });
  fireEvent.keyDown(box, { key: 'ArrowUp' });
  write('two lines');
  fireEvent.keyDown(box, { key: 'ArrowUp' });
  expect(onUp).toHaveBeenCalledTimes(1);
});

describe('does not send', () => {
  it.each([
    ['with Shift+Enter', { key: 'Enter', shiftKey: true }],
    ['while composing', { key: 'Enter', isComposing: true }],
    ['with the Enter that ends a composition in Safari', { key: 'Enter', keyCode: 229 }],
    ['with another key', { key: 'a' }],
  ])('%s', (_, key) => {
    const { onSend, box, write } = open();
    write('こんにちは');
    const event = createEvent.keyDown(box, key);
    for (const [name, value] of Object.entries(key)) Object.defineProperty(event, name, { value });
    fireEvent(box, event);
    expect(event.defaultPrevented).toBe(false);
    expect(onSend).not.toHaveBeenCalled();
    expect(box.value).toBe('こんにちは');
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \n　'],
    ['more than 4,000 characters', 'x'.repeat(4_001)],
  ])('%s', (_, text) => {
    const { onSend, box, button, write } = open();
    write(text);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onSend).not.toHaveBeenCalled();
    expect(button.disabled).toBe(true);
  });
});

it('counts characters as the rules do: 4,000 beyond the basic plane are not too many', () => {
  const { onSend, box, write } = open();
  write('𠮷'.repeat(4_000));
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(onSend).toHaveBeenCalledOnce();
});

it.each([
  ['nothing yet', 3_599, ''],
  ['what is left', 3_600, '400 characters left'],
  ['that nothing is left', 4_000, '0 characters left'],
  ['how much is too much', 4_002, '2 characters too long. Shorten it to send it.'],
])('says %s at %d characters', (_, size, words) => {
  const { write } = open();
  write('x'.repeat(size));
  expect(screen.getByRole('status').textContent).toBe(words);
});

it('goes on with the draft, and keeps what is written as one', () => {
  const { box, onDraft, write } = open({ draft: 'where was I' });
  expect(box.value).toBe('where was I');
  write('where was I?');
  expect(onDraft).toHaveBeenLastCalledWith('where was I?');
});

it('tells a reader why nothing can be written', () => {
  const { box, button } = open({ readOnly: true });
  expect(box.disabled).toBe(true);
  expect(button.disabled).toBe(true);
  expect(screen.getByText('You can read in this room, but not write.')).toBeTruthy();
});
