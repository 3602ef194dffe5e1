// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Authoring } from '../../web/components/chat/room/message-list/authoring.ts';
import { MessageList } from '../../web/components/chat/room/message-list/message-list.tsx';
import type { Line } from '../../web/data/line.ts';
import { appearance, idle, said } from './lines.ts';

afterEach(cleanup);

const settle = () => new Promise((resolve) => setTimeout(resolve));

const show = (lines: Line[], authoring: Partial<Authoring> = {}) => {
  const on = {
    edit: vi.fn<Authoring['edit']>(),
    reword: vi.fn<Authoring['reword']>(() => Promise.resolve()),
    withdraw: vi.fn<Authoring['withdraw']>(() => Promise.resolve()),
    ...authoring,
  };
  render(
    <MessageList
      room="Lobby"
      uid="alice"
      lines={lines}
      older="none"
      appearance={appearance}
      authoring={{ ...idle, ...on }}
      onOlder={() => undefined}
      onRetry={() => undefined}
      onRemove={() => undefined}
    />,
  );
  return on;
};

describe('a message', () => {
  it('of one’s own can be edited and deleted, after a question', () => {
    const { edit, withdraw } = show([said('a')]);
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    expect(edit).toHaveBeenCalledExactlyOnceWith('a');
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(withdraw).not.toHaveBeenCalled();
    fireEvent.click(screen.getAllByRole('button', { name: 'Delete', hidden: true }).at(-1) as HTMLElement);
    expect(withdraw).toHaveBeenCalledExactlyOnceWith('a', expect.objectContaining({ revision: 1 }));
  });
  it.each<[string, Line]>([
    ['somebody else’s', said('a', { author: { kind: 'person', id: 'bob' } })],
    ['from Slack', said('a', { author: { kind: 'slack', id: 'T1-U1' } })],
    ['deleted', said('a', { text: '', deleted: new Date() })],
    ['on its way', said('a', {}, 'sending')],
  ])('that is %s cannot', (_, line) => {
    show([line]);
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });
  it.each<[string, Line, string]>([
    ['begins a thread', said('a'), 'a'],
    ['from Slack begins one', said('a', { author: { kind: 'slack', id: 'T1-U1' } }), 'a'],
    ['in a thread goes on with it', said('b', { thread: 'a' }), 'a'],
  ])('that is answered %s', (_, line, root) => {
    const answer = vi.fn<(root: string) => void>();
    show([line], { answer });
    fireEvent.click(screen.getByRole('button', { name: 'Reply in a thread' }));
    expect(answer).toHaveBeenCalledExactlyOnceWith(root);
  });
  it('is not answered by who may not write, nor when it is deleted', () => {
    show([said('a')]);
    expect(screen.queryByRole('button', { name: 'Reply in a thread' })).toBeNull();
    cleanup();
    show([said('a', { text: '', deleted: new Date() })], { answer: () => undefined });
    expect(screen.queryByRole('button', { name: 'Reply in a thread' })).toBeNull();
  });
  it('from Slack says who can change it, and where', async () => {
    show([said('a', { author: { kind: 'slack', id: 'T1-U1' } })]);
    fireEvent.click(screen.getByRole('button', { name: 'Why this cannot be changed here' }));
    const dialog = screen.getByRole('dialog', { name: 'Why this cannot be changed here' });
    expect(dialog.textContent).toContain(
      'Sana wrote this in Slack. Only Sana can change or delete it, and only there',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  it.each<[string, Line]>([
    ['of one’s own', said('a')],
    ['somebody else’s', said('a', { author: { kind: 'person', id: 'bob' } })],
    [
      'a deleted one from Slack',
      said('a', { author: { kind: 'slack', id: 'T1-U1' }, text: '', deleted: new Date() }),
    ],
  ])('that is %s has nothing to explain', (_, line) => {
    show([line]);
    expect(screen.queryByRole('button', { name: 'Why this cannot be changed here' })).toBeNull();
  });
  it('says so when it was not changed', async () => {
    show([said('a')], { withdraw: () => Promise.reject(new Error('refused')) });
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    fireEvent.click(screen.getAllByRole('button', { name: 'Delete', hidden: true }).at(-1) as HTMLElement);
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('was not changed');
  });
});

describe('the box to edit in', () => {
  const open = (authoring: Partial<Authoring> = {}) => {
    const on = show([said('a', { text: 'before' })], { editing: 'a', ...authoring });
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Edit the message' });
    return { ...on, box, write: (value: string) => fireEvent.input(box, { target: { value } }) };
  };
  it('saves with Enter, and closes when it is saved', async () => {
    const { box, write, reword, edit } = open();
    write(' after ');
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(reword).toHaveBeenCalledExactlyOnceWith('a', expect.objectContaining({ text: 'before' }), 'after');
    await settle();
    expect(edit).toHaveBeenCalledExactlyOnceWith(undefined);
  });
  it.each([
    ['the Enter of a composition', { key: 'Enter', isComposing: true }],
    ['the Enter of a composition in Safari', { key: 'Enter', keyCode: 229 }],
    ['Shift+Enter', { key: 'Enter', shiftKey: true }],
  ])('does not save with %s', (_, key) => {
    const { box, write, reword } = open();
    write('after');
    fireEvent.keyDown(box, key);
    expect(reword).not.toHaveBeenCalled();
  });
  it.each([
    ['nothing in it', ' '],
    ['too much in it', 'x'.repeat(4_001)],
  ])('does not save with %s', (_, text) => {
    const { box, write, reword } = open();
    write(text);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(reword).not.toHaveBeenCalled();
  });
  it('leaves it as it was with Esc, and when nothing was changed', () => {
    const { box, edit, reword } = open();
    fireEvent.keyDown(box, { key: 'Escape' });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(edit).toHaveBeenCalledTimes(2);
    expect(edit).toHaveBeenCalledWith(undefined);
    expect(reword).not.toHaveBeenCalled();
  });
  it('stays, with what was written, when it was refused', async () => {
    const { box, write } = open({ reword: () => Promise.reject(new Error('refused')) });
    write('after');
    fireEvent.keyDown(box, { key: 'Enter' });
    await settle();
    expect(box.value).toBe('after');
    expect(screen.getByRole('alert').textContent).toContain('was not changed');
  });
});
