// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Link } from '#model/link.ts';
import type { Mirror } from '#model/mirror.ts';
import { MessageList } from '../../web/components/chat/room/message-list/message-list.tsx';
import { type Delivery, deletionOf, deliveryOf, type Undone } from '../../web/data/delivered.ts';
import { appearance, idle, said } from './lines.ts';
import { link as linked, past } from './links.ts';

afterEach(cleanup);

const link = { ...linked, url: 'https://t1.slack.com/' };
const mirror: Mirror = {
  room: 'lobby',
  message: 'a',
  at: past,
  wanted: 1,
  sent: 0,
  state: 'wanted',
  attempts: 0,
  lease: 0,
};
const sent: Mirror = {
  ...mirror,
  state: 'sent',
  sent: 1,
  team: 'T1',
  channel: 'C2',
  ts: '1700000000.000100',
  parts: ['1700000000.000100'],
};
const { url: _, ...nowhere } = link;

describe('what is told of a message on its way to Slack', () => {
  it.each<[string, Mirror, Link, Delivery | undefined]>([
    ['that it waits', mirror, link, { state: 'waiting' }],
    ['that it waits while it is sent', { ...mirror, state: 'sending' }, link, { state: 'waiting' }],
    [
      'what it waits for',
      mirror,
      { ...link, error: 'is_archived' },
      { state: 'waiting', trouble: 'archived', code: 'is_archived' },
    ],
    [
      'where it is, in the channel that it was sent to',
      sent,
      link,
      { state: 'there', revision: 1, url: 'https://t1.slack.com/archives/C2/p1700000000000100' },
    ],
    [
      'where it is in a thread',
      { ...sent, thread: '1699999999.000200' },
      link,
      {
        state: 'there',
        revision: 1,
        url: 'https://t1.slack.com/archives/C2/p1700000000000100?thread_ts=1699999999.000200&cid=C2',
      },
    ],
    [
      'that it is there, and not where, in a workspace that the room has left',
      sent,
      { ...link, team: 'T2' },
      { state: 'there', revision: 1 },
    ],
    [
      'that it is there, where nobody knows the workspace’s address',
      sent,
      nowhere,
      { state: 'there', revision: 1 },
    ],
    ['that somebody deleted it there', { ...sent, gone: past }, link, { state: 'gone' }],
    [
      'why it is not there',
      { ...mirror, state: 'failed', error: 'msg_too_long' },
      link,
      { state: 'failed', trouble: 'length', code: 'msg_too_long' },
    ],
    [
      'why the last change of it is not there, and where it is as it was',
      { ...sent, wanted: 2, state: 'failed', error: 'msg_too_long' },
      link,
      {
        state: 'failed',
        trouble: 'length',
        code: 'msg_too_long',
        earlier: 'there',
        url: 'https://t1.slack.com/archives/C2/p1700000000000100',
      },
    ],
    [
      'that somebody deleted it there, where a change of it was given up',
      { ...sent, wanted: 2, state: 'failed', error: 'msg_too_long', gone: past },
      link,
      { state: 'gone' },
    ],
    ['nothing where it was deleted before', { ...mirror, state: 'void' }, link, undefined],
  ])('%s', (_what, of, tie, told) => expect(deliveryOf(of, tie)).toEqual(told));

  it('that it is there, and not where, to a guest', () => {
    expect(deliveryOf(sent, link, true)).toEqual({ state: 'there', revision: 1 });
    const failed: Mirror = { ...sent, wanted: 2, state: 'failed', error: 'msg_too_long' };
    expect(deliveryOf(failed, link, true)).not.toHaveProperty('url');
  });

  it.each<[string, Mirror, Delivery]>([
    [
      'while a change waits',
      { ...sent, wanted: 2, state: 'wanted' },
      { state: 'waiting', earlier: 'there', url: 'https://t1.slack.com/archives/C2/p1700000000000100' },
    ],
    [
      'perhaps, while an attempt is in doubt',
      { ...mirror, state: 'sending', doubt: { since: past, team: 'T1', channel: 'C1' } },
      { state: 'waiting', earlier: 'perhaps' },
    ],
    [
      'and no longer, where somebody deleted it there',
      { ...sent, wanted: 2, state: 'wanted', gone: past },
      { state: 'waiting' },
    ],
  ])('that Slack shows what it said before, %s', (_what, of, told) =>
    expect(deliveryOf(of, link)).toEqual(told),
  );
});

describe('what is told of a message that is deleted here', () => {
  const url = 'https://t1.slack.com/archives/C1/p1700000000000100';
  const failed: Delivery = { state: 'failed', trouble: 'permission', code: 'missing_scope' };
  it.each<[string, Delivery, Undone | undefined]>([
    ['nothing where Slack has deleted it too', { state: 'there', revision: 2 }, undefined],
    ['nothing where somebody in Slack did', { state: 'gone' }, undefined],
    ['nothing where Slack never had it', { state: 'waiting' }, undefined],
    ['nothing where Slack never took it', failed, undefined],
    [
      'that it is still there before anybody has begun to delete it',
      { state: 'there', revision: 1, url },
      { state: 'waiting', earlier: 'there', url },
    ],
    [
      'that it is still there while its deletion waits',
      { state: 'waiting', earlier: 'there', url },
      { state: 'waiting', earlier: 'there', url },
    ],
    [
      'that it is still there where its deletion was given up',
      { ...failed, earlier: 'there', url },
      { ...failed, earlier: 'there', url },
    ],
    [
      'that it may be there where nobody knows whether it came',
      { ...failed, earlier: 'perhaps' },
      { ...failed, earlier: 'perhaps' },
    ],
  ])('%s', (_what, delivery, told) => expect(deletionOf(delivery, 2)).toEqual(told));
});

describe('a message', () => {
  const show = (delivery?: Delivery, onAgain?: (id: string) => Promise<void>, line = said('a')) => {
    render(
      <MessageList
        room="Lobby"
        uid="bob"
        lines={[line]}
        older="none"
        appearance={appearance}
        authoring={idle}
        deliveries={new Map(delivery && [['a', delivery]])}
        onAgain={onAgain}
        onOlder={() => undefined}
        onRetry={() => undefined}
        onRemove={() => undefined}
      />,
    );
    return within(screen.getByRole('article'));
  };
  const failed: Delivery = { state: 'failed', trouble: 'length', code: 'msg_too_long' };

  it('says nothing of Slack where the room is not linked', () => {
    expect(show().queryByText(/Slack/)).toBeNull();
  });
  it('says to who cannot see it that it waits', () => {
    expect(show({ state: 'waiting' }).getByText('Waiting for Slack').className).toBe('visually-hidden');
  });
  it('says to everybody what it waits for', () => {
    const words = show({ state: 'waiting', trouble: 'uninvited', code: 'not_in_channel' }).getByText(
      'Waiting for Slack: the bot has to be invited to the channel (not_in_channel)',
    );
    expect(words.className).toBe('');
  });
  it('leads to where it is in Slack, in a tab of its own', () => {
    const url = 'https://t1.slack.com/archives/C1/p1700000000000100';
    const leads = show({ state: 'there', revision: 1, url }).getByRole('link', {
      name: 'Open in Slack (opens in a new tab)',
    });
    expect(leads.getAttribute('href')).toBe(url);
    expect(leads.getAttribute('rel')).toBe('noopener noreferrer');
  });
  it('says that it was deleted there', () => {
    expect(show({ state: 'gone' }).getByText('Deleted in Slack')).toBeTruthy();
  });
  it('says that it is there where it leads nowhere', () => {
    const article = show({ state: 'there', revision: 1 });
    expect(article.getByText('In Slack')).toBeTruthy();
    expect(article.queryByRole('link')).toBeNull();
  });
  it('says why it is not there, and who may not send it again has nothing to press', () => {
    const article = show(failed);
    expect(article.getByText('Not in Slack: it is too long')).toBeTruthy();
    expect(article.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
  it('says why its last change is not there, and leads to what Slack shows', () => {
    const url = 'https://t1.slack.com/archives/C1/p1700000000000100';
    const article = show({ ...failed, earlier: 'there', url });
    expect(article.getByText('Change not in Slack: it is too long')).toBeTruthy();
    expect(article.queryByText(/^Not in Slack/)).toBeNull();
    const leads = article.getByRole('link', { name: /^Open the earlier version in Slack/ });
    expect(leads.getAttribute('href')).toBe(url);
  });
  it('is sent again by who may, once at a time, and says so when that was not possible', async () => {
    const again = vi.fn<(id: string) => Promise<void>>(() => Promise.reject(new Error('declined')));
    const button = show(failed, again).getByRole<HTMLButtonElement>('button', { name: 'Try again' });
    fireEvent.click(button);
    expect(again).toHaveBeenCalledExactlyOnceWith('a');
    expect(button.disabled).toBe(true);
    expect((await screen.findByRole('alert')).textContent).toBe('That was not possible.');
    expect(button.disabled).toBe(false);
  });
  describe('that was deleted', () => {
    const deleted = said('a', { deleted: past, text: '', revision: 2 });
    const url = 'https://t1.slack.com/archives/C1/p1700000000000100';
    const undeleted: Delivery = {
      state: 'failed',
      trouble: 'permission',
      code: 'missing_scope',
      earlier: 'there',
      url,
    };

    it('says nothing of Slack once it is deleted there', () => {
      const article = show({ state: 'there', revision: 2, url }, undefined, deleted);
      expect(article.queryByText(/Slack/)).toBeNull();
    });
    it('says to everybody that it is still in Slack, and where', () => {
      const article = show({ state: 'there', revision: 1, url }, undefined, deleted);
      expect(article.getByText('Not yet deleted in Slack').className).toBe('');
      expect(article.getByRole('link', { name: /^Open in Slack/ }).getAttribute('href')).toBe(url);
    });
    it('says what keeps it in Slack', () => {
      const waiting = {
        state: 'waiting',
        trouble: 'archived',
        code: 'is_archived',
        earlier: 'there',
      } as const;
      const article = show(waiting, undefined, deleted);
      expect(
        article.getByText('Not yet deleted in Slack: the channel is archived (is_archived)'),
      ).toBeTruthy();
    });
    it('says why it was not deleted there, and is deleted again by who may', () => {
      const again = vi.fn<(id: string) => Promise<void>>(() => Promise.resolve());
      const article = show(undeleted, again, deleted);
      expect(article.getByText('Not deleted in Slack: the app lacks a permission there')).toBeTruthy();
      expect(article.getByRole('link', { name: /^Open in Slack/ }).getAttribute('href')).toBe(url);
      fireEvent.click(article.getByRole('button', { name: 'Try again' }));
      expect(again).toHaveBeenCalledExactlyOnceWith('a');
    });
    it('has nothing to press for who may not', () => {
      expect(show(undeleted, undefined, deleted).queryByRole('button', { name: 'Try again' })).toBeNull();
    });
  });
});
