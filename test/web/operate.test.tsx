// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Link } from '#model/link.ts';
import type { Called, Command, Health, Operated } from '#model/operation.ts';
import { DeadLetters } from '../../web/components/chat/operate/dead-letters.tsx';
import { Links } from '../../web/components/chat/operate/links.tsx';
import { NewLink } from '../../web/components/chat/operate/new-link.tsx';
import { askAll } from '../../web/data/asking.ts';
import { link, past } from './links.ts';

afterEach(cleanup);

const asking = () => vi.fn<(command: Command) => void>();

describe('the form that ties a room', () => {
  const open = () => {
    const onAsk = asking();
    render(<NewLink busy={false} onAsk={onAsk} />);
    const write = (label: RegExp, value: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } });
    write(/Room/, 'lobby');
    write(/workspace/, 'T1');
    write(/channel \(its id\)/, 'C1');
    const send = () =>
      fireEvent.submit(screen.getByRole('button', { name: 'Link' }).closest('form') as HTMLFormElement);
    const toThread = () =>
      fireEvent.change(screen.getByLabelText('What the room is there'), { target: { value: 'thread' } });
    return { onAsk, write, send, toThread };
  };
  const tie = { room: 'lobby', team: 'T1', channel: 'C1' };

  it('asks for the whole channel', () => {
    const { onAsk, send } = open();
    expect(screen.queryByLabelText(/message of the thread/)).toBeNull();
    send();
    expect(onAsk).toHaveBeenCalledExactlyOnceWith({ do: 'link', ...tie });
  });
  it('asks for a thread to be begun', () => {
    const { onAsk, send, toThread } = open();
    toThread();
    send();
    expect(onAsk).toHaveBeenCalledExactlyOnceWith({ do: 'link', ...tie, mode: 'thread' });
  });
  it('asks for a thread that is there, and to point the room to it', () => {
    const { onAsk, send, toThread, write } = open();
    toThread();
    write(/message of the thread/, '1700000000.000100');
    fireEvent.click(screen.getByLabelText(/point it here/));
    send();
    const thread = '1700000000.000100';
    expect(onAsk).toHaveBeenCalledExactlyOnceWith({ do: 'move', ...tie, mode: 'thread', thread });
  });
});

describe('the list of links', () => {
  const show = (value: Link, health?: Health, onMore?: () => void, channels: readonly Called[] = []) => {
    const onAsk = asking();
    render(
      <Links
        links={[{ id: 'lobby', value }]}
        channels={channels}
        health={health}
        busy={false}
        onAsk={onAsk}
        onMore={onMore}
      />,
    );
    return { onAsk, row: within(screen.getByRole('listitem')) };
  };
  const standing = (over: Partial<Health['links'][number]>, more = false): Health => ({
    links: [{ room: 'lobby', channel: 'C1', waiting: 0, paused: false, ...over }],
    deadLetters: 0,
    passedOver: [],
    more,
  });

  it('says how a channel is called, and its ids', () => {
    const called = [
      { team: 'T2', channel: 'C1', name: 'of-another-workspace' },
      { team: 'T1', channel: 'C1', name: 'general' },
    ];
    const { row } = show(link, undefined, undefined, called);
    expect(row.getByText(/→ #general/)).toBeTruthy();
    expect(row.getByText('T1 C1')).toBeTruthy();
  });
  it('says the ids alone of a channel of which nobody knows how it is called', () => {
    const { row } = show(link);
    expect(row.getByText('T1 C1')).toBeTruthy();
    expect(row.queryByText(/#/)).toBeNull();
  });
  it('says which thread a room is', () => {
    const { row } = show({ ...link, mode: 'thread', thread: '1700000000.000100' });
    expect(row.getByText(/T1 C1 thread 1700000000.000100/)).toBeTruthy();
  });
  it('says how many messages wait, and that Slack asked to wait', () => {
    const { row } = show(link, standing({ waiting: 3, paused: true }));
    expect(row.getByText('3 wait Slack asked to wait')).toBeTruthy();
  });
  it('says nothing of a queue that is empty, and that there is more than was counted', () => {
    const { row } = show(link, standing({}, true));
    expect(row.queryByText(/wait/)).toBeNull();
    expect(screen.getByText('More wait than were counted.')).toBeTruthy();
  });
  it('shows more rooms where there are more, and offers none where there are not', () => {
    const onMore = vi.fn<() => void>();
    show(link, undefined, onMore);
    fireEvent.click(screen.getByRole('button', { name: 'Show more rooms' }));
    expect(onMore).toHaveBeenCalledOnce();
    cleanup();
    show(link);
    expect(screen.queryByRole('button', { name: 'Show more rooms' })).toBeNull();
  });
  it('says what Slack refuses, in words, and asks again when it is mended', () => {
    const { onAsk, row } = show({ ...link, error: 'is_archived' });
    expect(row.getByText('Slack refuses: the channel is archived (is_archived)')).toBeTruthy();
    fireEvent.click(row.getByRole('button', { name: 'It is mended' }));
    expect(onAsk).toHaveBeenCalledExactlyOnceWith({ do: 'mend', room: 'lobby' });
  });
});

describe('what was given up', () => {
  const letter = {
    component: 'slackPost',
    room: 'lobby',
    message: 'm1',
    error: 'msg_too_long',
    attempts: 1,
    at: past,
    state: 'open',
  } as const;

  it('is listed with its reason in words, and tried again or left, one or all', () => {
    const onAsk = asking();
    const letters = ['lobby-m1', 'lobby-m2'].map((id) => ({ id, value: letter }));
    render(<DeadLetters letters={letters} busy={false} onAsk={onAsk} onMore={undefined} />);
    const row = within(screen.getAllByRole('listitem').at(0) ?? document.body);
    expect(row.getByText(/it is too long \(msg_too_long\)/)).toBeTruthy();
    fireEvent.click(row.getByRole('button', { name: 'Try again' }));
    fireEvent.click(row.getByRole('button', { name: 'Leave it' }));
    fireEvent.click(screen.getByRole('button', { name: 'Try all again' }));
    fireEvent.click(screen.getByRole('button', { name: 'Leave them all' }));
    expect(onAsk.mock.calls.flat()).toEqual([
      { do: 'redrive', job: 'lobby-m1' },
      { do: 'discard', job: 'lobby-m1' },
      { do: 'redriveAll' },
      { do: 'discardAll' },
    ]);
  });
  it('shows more where there may be more', () => {
    const onMore = vi.fn<() => void>();
    const letters = [{ id: 'lobby-m1', value: letter }];
    render(<DeadLetters letters={letters} busy={false} onAsk={asking()} onMore={onMore} />);
    fireEvent.click(screen.getByRole('button', { name: 'Show more of them' }));
    expect(onMore).toHaveBeenCalledOnce();
  });
});

describe('what is asked of all', () => {
  const answering = (...answers: Operated[]) => {
    const ask = vi.fn<(command: Command) => Promise<Operated>>();
    for (const answer of answers) ask.mockResolvedValueOnce(answer);
    return ask;
  };

  it('is asked again until nothing is left, and told meanwhile', async () => {
    const ask = answering({ decided: 50, more: 7 }, { decided: 50, more: 7 }, { decided: 3 });
    const told = vi.fn<(decided: number) => void>();
    await expect(askAll(ask, { do: 'redriveAll' }, told)).resolves.toEqual({ decided: 103 });
    expect(ask.mock.calls.flat()).toEqual([
      { do: 'redriveAll' },
      { do: 'redriveAll', before: 7 },
      { do: 'redriveAll', before: 7 },
    ]);
    expect(told.mock.calls.flat()).toEqual([50, 100]);
  });
  it('is asked once where there is nothing to decide about', async () => {
    const ask = answering({});
    await expect(askAll(ask, { do: 'mend', room: 'lobby' }, () => undefined)).resolves.toEqual({});
    expect(ask).toHaveBeenCalledOnce();
  });
});
