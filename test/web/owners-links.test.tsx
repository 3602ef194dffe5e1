// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Link } from '#model/link.ts';
import type { LinkGrant, Place } from '#model/link-grant.ts';
import type { Command } from '#model/operation.ts';
import { Grants } from '../../web/components/chat/operate/grants.tsx';
import { TieForm } from '../../web/components/chat/room/menu/tie-form.tsx';
import type { Listed } from '../../web/data/operator.ts';
import { link as linked, past } from './links.ts';

afterEach(cleanup);

const link = { ...linked, channel: 'C2' };
const send = (name: string) =>
  fireEvent.submit(screen.getByRole('button', { name }).closest('form') as HTMLFormElement);

describe('the form by which an owner links a room', () => {
  const open = (linked?: Link) => {
    const onAsk = vi.fn<(command: Command) => void>();
    render(<TieForm room="lobby" link={linked} places={['T1-C1', 'T1-C2']} busy={false} onAsk={onAsk} />);
    const choose = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    return { onAsk, choose };
  };

  it('offers the channels that are allowed, and no others', () => {
    open();
    const channels = within(screen.getByLabelText('Slack channel')).getAllByRole('option');
    expect(channels.map((one) => one.textContent)).toEqual(['T1 C1', 'T1 C2']);
  });
  it('links the room to a channel', () => {
    const { onAsk, choose } = open();
    choose('Slack channel', 'T1-C2');
    send('Link');
    const tie = { do: 'link', room: 'lobby', team: 'T1', channel: 'C2', mode: 'channel' };
    expect(onAsk).toHaveBeenCalledExactlyOnceWith(tie);
  });
  it('begins where the room is, and points it to a thread of another channel', () => {
    const { onAsk, choose } = open(link);
    expect(screen.getByLabelText<HTMLSelectElement>('Slack channel').value).toBe('T1-C2');
    choose('Slack channel', 'T1-C1');
    choose('What the room is there', 'thread');
    send('Point it there');
    const tie = { do: 'move', room: 'lobby', team: 'T1', channel: 'C1', mode: 'thread' };
    expect(onAsk).toHaveBeenCalledExactlyOnceWith(tie);
  });
});

describe('what operators let owners link', () => {
  const grant: LinkGrant = { places: ['T1-C1', 'T2-C9'], by: 'opal', at: past };
  const show = (grants: Listed<LinkGrant>, outcome: Promise<void> = Promise.resolve()) => {
    const onAllow = vi.fn<(room: string, place: Place) => Promise<void>>(() => outcome);
    const onForbid = vi.fn<(room: string) => Promise<void>>(() => outcome);
    render(<Grants grants={grants} onAllow={onAllow} onForbid={onForbid} onMore={undefined} />);
    return { onAllow, onForbid };
  };
  const allow = () => {
    for (const [label, value] of [
      [/Room/, 'lobby'],
      [/workspace/, 'T1'],
      [/channel \(its id\)/, 'C1'],
    ] as const)
      fireEvent.input(screen.getByLabelText(label), { target: { value } });
    send('Allow it');
  };

  it('is told room by room, and taken back', async () => {
    const { onForbid } = show([{ id: 'lobby', value: grant }]);
    expect(screen.getByRole('listitem').textContent).toContain('lobby → T1 C1, T2 C9');
    fireEvent.click(screen.getByRole('button', { name: 'Take it back from lobby' }));
    expect(onForbid).toHaveBeenCalledExactlyOnceWith('lobby');
    await screen.findByText('Done.');
  });
  it('is allowed by a room and a channel', async () => {
    const { onAllow } = show([]);
    expect(screen.getByText('No room’s owners may link it by themselves.')).toBeTruthy();
    allow();
    expect(onAllow).toHaveBeenCalledExactlyOnceWith('lobby', { team: 'T1', channel: 'C1' });
    await screen.findByText('Done.');
  });
  it('says why it may have been refused', async () => {
    show([], Promise.reject(new Error('denied')));
    allow();
    expect(await screen.findByText(/There is no such room/)).toBeTruthy();
  });
  it('says that it cannot be shown', () => {
    show('failed');
    expect(screen.getByText('That did not work. Try again.')).toBeTruthy();
  });
});
