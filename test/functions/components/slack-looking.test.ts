import { beforeEach, describe, expect, it } from 'vitest';
import { slackApply } from '../../../functions/components/slack-apply.ts';
import type { InboxEntry } from '../../../functions/model/inbox.ts';
import type { Link } from '../../../functions/model/link.ts';
import type { Message } from '../../../functions/model/message.ts';
import {
  type HistoryPage,
  SlackError,
  type SlackTrouble,
  type Which,
} from '../../../functions/slack/port.ts';
import { timestampOf } from '../../../functions/slack/timestamp.ts';
import { at, link, Memory } from '../memory.ts';
import { nothingNamed } from '../nothing-named.ts';

const HOUR = 3_600;
/** A Slack timestamp so many seconds after the room has heard all. */
const ts = (seconds: number): string => timestampOf(at(seconds));

let memory: Memory;
let channel: Record<string, unknown>[];
let asked: Which[];
let trouble: SlackTrouble | undefined;
let isLimited: boolean;
let perPage: number;
beforeEach(() => {
  memory = new Memory();
  memory.set('links/lobby', link({ heard: at(0) }));
  channel = [];
  asked = [];
  trouble = undefined;
  isLimited = false;
  perPage = 2;
});

/** A channel, as Slack gives it. */
const history = async (_: string, which: Which): Promise<HistoryPage> => {
  asked.push(which);
  if (trouble) throw new SlackError(trouble);
  const { thread, oldest = '', latest = '9', page } = which;
  const inside = channel.filter((one) => String(one.ts) > oldest && String(one.ts) < latest);
  const isReply = (one: Record<string, unknown>) => one.thread_ts !== undefined && one.thread_ts !== one.ts;
  const all =
    thread === undefined
      ? inside.filter((one) => !isReply(one)).toReversed()
      : inside.filter((one) => one.thread_ts === thread);
  const from = Number(page ?? 0);
  const to = from + perPage;
  return { messages: all.slice(from, to), next: to < all.length ? String(to) : undefined, isLimited };
};
const slack = {
  ...nothingNamed,
  history,
  user: async () => ({ name: 'Hana' }),
  workspace: async () => ({ team: 'T1', url: 'https://t1.slack.com/', bot: 'B1', user: 'U0BOT', scopes: [] }),
};

const said = (seconds: number, text: string, more: object = {}) => ({
  ts: ts(seconds),
  user: 'U0HANA',
  text,
  ...more,
});

async function look(now = at(2 * HOUR), body: object = {}, type = 'look'): Promise<InboxEntry | undefined> {
  const wish = { type: 'look', room: 'lobby', team: 'T1', channel: 'C0LOBBY', ...body };
  const entry: InboxEntry = {
    team: 'T1',
    app: 'sweep',
    type,
    body: JSON.stringify(wish),
    received: now,
    expires: now,
    state: 'received',
  };
  memory.set('inbox/look-lobby-1', entry);
  await memory.run(
    slackApply({ store: memory.reading, slackOf: () => slack })({ id: 'look-lobby-1', entry }),
  );
  return memory.get('inbox/look-lobby-1');
}
const message = (seconds: number) => memory.get<Message>(`rooms/lobby/messages/slack-C0LOBBY-${ts(seconds)}`);
const heard = () => memory.get<Link>('links/lobby')?.heard;
const texts = async () =>
  (await memory.reading.messagesSince('lobby', at(-HOUR), 50)).map(({ value }) => value.text);

describe('a look at what Slack keeps of a channel', () => {
  it('makes up for what Slack did not tell, in order and as of when it was, once', async () => {
    channel = [1, 2, 3, 4, 5].map((n) => said(n * 60, `message ${n}`));
    expect(await look()).toMatchObject({ state: 'applied', reason: 'made up for: 5' });
    expect(await texts()).toEqual(['message 1', 'message 2', 'message 3', 'message 4', 'message 5']);
    expect(message(60)).toMatchObject({ at: at(60), revision: 1, author: { id: 'T1-U0HANA' } });
    const { effects } = memory;
    const creations = effects.filter((one) => one.do === 'create' && one.path.startsWith('rooms/'));
    expect(creations.map((one) => (one.do === 'create' ? one.path.slice(-17) : ''))).toEqual(
      [60, 120, 180, 240, 300].map(ts),
    );
    expect(await look(at(3 * HOUR))).toEqual(expect.not.objectContaining({ reason: expect.anything() }));
  });
  it('remembers how far it came, and leaves the last two minutes to Slack', async () => {
    channel = [said(60, 'long ago'), said(2 * HOUR - 60, 'just now')];
    await look();
    expect(await texts()).toEqual(['long ago']);
    expect(heard()?.getTime()).toBeCloseTo(at(2 * HOUR - 120).getTime(), -1);
    await look(at(2 * HOUR + 600));
    expect(asked.at(-1)).toMatchObject({ latest: ts(2 * HOUR + 480) });
    expect(await texts()).toEqual(['long ago', 'just now']);
  });
  it('makes up for one of two messages that Slack made of one gesture', async () => {
    const gesture = { client_msg_id: 'f3b0f2a8-0000-4000-8000-000000000001' };
    channel = [said(60, 'once', gesture), said(61, 'once', gesture), said(62, 'once'), said(63, 'more')];
    await look();
    expect(await texts()).toEqual(['once', 'once', 'more']);
    expect(message(61)).toBeUndefined();
  });
  it('makes up for none of them where the room holds one', async () => {
    const gesture = { client_msg_id: 'f3b0f2a8-0000-4000-8000-000000000001' };
    channel = [said(60, 'once', gesture), said(61, 'once', gesture)];
    const author = { kind: 'slack', id: 'T1-U0HANA' } as const;
    const second = `rooms/lobby/messages/slack-C0LOBBY-${ts(61)}`;
    memory.set(second, { author, text: 'once', at: at(61), revision: 1 });
    await look();
    expect(await texts()).toEqual(['once']);
  });
  it('makes up for what was said in the very moment that the room was linked', async () => {
    channel = [said(-1, 'before'), said(0, 'then'), said(60, 'after')];
    await look();
    expect(await texts()).toEqual(['then', 'after']);
  });
  it('does nothing where it has just looked', async () => {
    expect(await look(at(100))).toMatchObject({ state: 'applied' });
    expect(asked).toEqual([]);
    expect(heard()).toEqual(at(0));
  });
  describe('with rooms that are threads of it', () => {
    const thread = ts(30);
    const inThread = { thread_ts: thread };
    beforeEach(() => {
      memory.set('links/booth', link({ mode: 'thread', thread, heard: at(0) }));
      channel = [
        said(30, 'the root', { latest_reply: ts(120), ...inThread }),
        said(60, 'in the channel'),
        said(90, 'in the thread', inThread),
        said(120, 'there too', inThread),
      ];
    });

    it('makes up for what is said in the channel, and leaves their threads to them', async () => {
      await look();
      expect(await texts()).toEqual(['the root', 'in the channel']);
    });
    it('makes up in such a room for its thread, and takes for gone what is not in it', async () => {
      const lost = `rooms/booth/messages/slack-C0LOBBY-${ts(100)}`;
      const author = { kind: 'slack', id: 'T1-U0HANA' } as const;
      memory.set(lost, { author, text: 'taken back', at: at(100), revision: 1 });
      await look(at(2 * HOUR), { room: 'booth' });
      const there = await memory.reading.messagesSince('booth', at(-HOUR), 50);
      expect(there.map(({ value }) => value.text)).toEqual(['in the thread', '', 'there too']);
      expect(memory.get<Message>(lost)?.deleted).toBeDefined();
      expect(there[0]?.value).not.toHaveProperty('thread');
    });
    it('makes up in such a room however many there are in the channel', async () => {
      const booth = link({ mode: 'thread', thread, heard: at(0) });
      memory.documents.delete('links/booth');
      for (let n = 0; n < 60; n += 1) memory.set(`links/a${n}`, { ...booth, thread: ts(10_000 + n) });
      memory.set('links/booth', booth);
      expect(await look(at(2 * HOUR), { room: 'booth' })).toMatchObject({ reason: 'made up for: 2' });
    });
    it('looks no more where the room is elsewhere by now', async () => {
      for (const over of [{ channel: 'C0OTHER' }, { team: 'T2' }]) {
        memory.set('links/booth', link({ mode: 'thread', thread, heard: at(0), ...over }));
        expect(await look(at(2 * HOUR), { room: 'booth' })).toMatchObject({ state: 'ignored' });
      }
    });
    it('takes nothing for gone where the thread is too long to be seen whole', async () => {
      const kept = `rooms/booth/messages/slack-C0LOBBY-${ts(5_000)}`;
      const author = { kind: 'slack', id: 'T1-U0HANA' } as const;
      memory.set(kept, { author, text: 'kept', at: at(5_000), revision: 1 });
      channel = Array.from({ length: 30 }, (_, n) => said(90 + n, `reply ${n}`, inThread));
      await look(at(2 * HOUR), { room: 'booth' });
      expect(memory.get<Message>(kept)?.text).toBe('kept');
    });
  });
  it('takes a day at a time', async () => {
    channel = [said(HOUR, 'the first day'), said(30 * HOUR, 'the second')];
    await look(at(72 * HOUR));
    expect(await texts()).toEqual(['the first day']);
    await look(at(72 * HOUR));
    expect(await texts()).toEqual(['the first day', 'the second']);
  });
  it('takes a part of a day in which more was said than it reads at once', async () => {
    channel = Array.from({ length: 30 }, (_, n) => said(60 * (n + 1), `message ${n}`));
    for (let n = 0; n < 8; n += 1) await look();
    expect(await texts()).toEqual(channel.map(({ text }) => text));
    expect(heard()?.getTime()).toBeCloseTo(at(2 * HOUR - 120).getTime(), -1);
  });

  it('finds replies in threads that went on, also of roots from before', async () => {
    const root = { thread_ts: ts(-600), latest_reply: ts(90) };
    channel = [
      said(-600, 'root', root),
      said(-300, 'heard already', { thread_ts: ts(-600) }),
      said(30, 'one', { thread_ts: ts(-600) }),
      said(60, 'in the channel'),
      said(90, 'two', { thread_ts: ts(-600) }),
    ];
    await look();
    expect(await texts()).toEqual(['one', 'in the channel', 'two']);
    expect(message(30)?.thread).toBe(`slack-C0LOBBY-${ts(-600)}`);
  });
  it('finds edits, and passes over those that it has', async () => {
    const was = { author: { kind: 'slack', id: 'T1-U0HANA' }, text: 'old', at: at(-60), revision: 1 };
    memory.set(`rooms/lobby/messages/slack-C0LOBBY-${ts(-60)}`, was);
    memory.set(`rooms/lobby/messages/slack-C0LOBBY-${ts(-30)}`, {
      ...was,
      text: 'new',
      at: at(-30),
      edited: new Date(at(60).getTime() + 500),
    });
    channel = [
      said(-60, 'new', { edited: { user: 'U0HANA', ts: ts(60) } }),
      said(-30, 'new', { edited: { user: 'U0HANA', ts: ts(60) } }),
    ];
    expect(await look()).toMatchObject({ reason: 'made up for: 1' });
    expect(message(-60)).toMatchObject({
      text: 'new',
      revision: 2,
      edited: new Date(at(60).getTime() + 999),
    });
    expect(message(-30)).toMatchObject({ revision: 1 });
  });
  it('leaves to a room that was linked to the channel before what is said in the threads that it has', async () => {
    memory.set('links/moved', link({ channel: 'C0OTHER' }));
    const author = { kind: 'slack', id: 'T1-U0HANA' } as const;
    memory.set(`rooms/moved/messages/slack-C0LOBBY-${ts(-600)}`, {
      author,
      text: 'before',
      at: at(-600),
      revision: 1,
    });
    channel = [
      said(-600, 'before', { thread_ts: ts(-600), latest_reply: ts(90) }),
      said(90, 'to those who have moved', { thread_ts: ts(-600) }),
      said(100, 'to us'),
    ];
    await look();
    expect(await texts()).toEqual(['to us']);
  });
  it('finds what was deleted, and what kept its place for a thread', async () => {
    for (const [seconds, more] of [
      [60, {}],
      [120, {}],
      [180, { thread: `slack-C0LOBBY-${ts(60)}` }],
      [240, { thread: `slack-C0LOBBY-${ts(60)}` }],
    ] as const)
      memory.set(`rooms/lobby/messages/slack-C0LOBBY-${ts(seconds)}`, {
        author: { kind: 'slack', id: 'T1-U0HANA' },
        text: 'there',
        at: at(seconds),
        revision: 1,
        ...more,
      });
    channel = [
      {
        ts: ts(60),
        subtype: 'tombstone',
        user: 'USLACKBOT',
        text: 'gone',
        latest_reply: ts(240),
        thread_ts: ts(60),
      },
      said(240, 'there', { thread_ts: ts(60) }),
    ];
    await look();
    const isGone = [60, 120, 180, 240].map((seconds) => message(seconds)?.deleted !== undefined);
    expect(isGone).toEqual([true, true, true, false]);
    memory.set('links/lobby', link({ heard: at(0) }));
    memory.effects.length = 0;
    await look();
    expect(memory.effects.map((effect) => ('path' in effect ? effect.path : ''))).toEqual([
      'links/lobby',
      'inbox/look-lobby-1',
    ]);
  });
  describe('in the thread of a message of the web', () => {
    const answered = (seconds: number) =>
      memory.set(`rooms/lobby/messages/slack-C0LOBBY-${ts(seconds)}`, {
        author: { kind: 'slack', id: 'T1-U0HANA' },
        text: 'there',
        at: at(seconds),
        revision: 1,
        thread: 'm1',
      });
    const isGone = (seconds: number) => message(seconds)?.deleted !== undefined;
    const post = (seconds: number, more: object = {}) =>
      said(seconds, 'ours', { bot_id: 'B1', user: 'U0BOT', ...more });
    const posted = (...seconds: number[]) =>
      memory.set('mirrors/lobby-m1', {
        room: 'lobby',
        message: 'm1',
        channel: 'C0LOBBY',
        ts: ts(seconds[0] ?? 0),
        parts: seconds.map(ts),
      });
    beforeEach(() => [120, 180].map(answered));

    it('finds what was deleted, as long as one is left, and when none is', async () => {
      posted(60);
      channel = [post(60, { latest_reply: ts(180) }), said(180, 'there', { thread_ts: ts(60) })];
      await look();
      expect([120, 180].map(isGone)).toEqual([true, false]);
      memory.set('links/lobby', link({ heard: at(0) }));
      channel = [post(60)];
      await look();
      expect([120, 180].map(isGone)).toEqual([true, true]);
    });
    it('finds what was deleted where the message itself was, and has kept its place or has not', async () => {
      posted(60);
      const deleted = {
        author: { kind: 'person', id: 'alice' },
        text: '',
        at: at(59),
        revision: 2,
        deleted: at(90),
      };
      memory.set('rooms/lobby/messages/m1', deleted);
      const grave = { ts: ts(60), thread_ts: ts(60), subtype: 'tombstone', user: 'USLACKBOT', text: 'gone' };
      channel = [{ ...grave, latest_reply: ts(180) }, said(180, 'there', { thread_ts: ts(60) })];
      await look();
      expect([120, 180].map(isGone)).toEqual([true, false]);
      memory.set('links/lobby', link({ heard: at(0) }));
      channel = [];
      await look();
      expect([120, 180].map(isGone)).toEqual([true, true]);
    });
    it('takes nothing for gone where one of its posts was not looked for', async () => {
      // Twenty messages are seen: the first of its posts is further back.
      posted(-25, 61);
      channel = [...Array.from({ length: 30 }, (_, nth) => said(nth - 30, `before ${nth}`)), post(61)];
      await look(at(1_000));
      expect([120, 180].map(isGone)).toEqual([false, false]);
    });
    it('takes nothing for gone where it is not on record what is answered', async () => {
      channel = [post(60)];
      await look();
      expect([120, 180].map(isGone)).toEqual([false, false]);
    });
  });
  it('looks for deletions further back where something may well have been missed', async () => {
    const there = { author: { kind: 'slack', id: 'T1-U0HANA' }, text: 'there', at: at(-60), revision: 1 };
    memory.set(`rooms/lobby/messages/slack-C0LOBBY-${ts(-60)}`, there);
    await look(at(900));
    expect(message(-60)?.deleted).toBeUndefined();
    memory.set('links/lobby', link({ heard: at(0) }));
    await look(at(HOUR));
    expect(message(-60)?.deleted).toEqual(at(HOUR));
  });
  it('takes nothing for deleted that Slack only hides', async () => {
    isLimited = true;
    memory.set(`rooms/lobby/messages/slack-C0LOBBY-${ts(60)}`, {
      author: { kind: 'slack', id: 'T1-U0HANA' },
      text: 'there',
      at: at(60),
      revision: 1,
    });
    await look();
    expect(message(60)?.deleted).toBeUndefined();
  });
  it('brings nothing back that was deleted, and no words of our own', async () => {
    memory.set(`rooms/lobby/messages/slack-C0LOBBY-${ts(60)}`, {
      author: { kind: 'slack', id: 'T1-U0HANA' },
      text: '',
      at: at(60),
      revision: 2,
      deleted: at(61),
    });
    channel = [
      said(60, 'back'),
      said(120, 'ours', { bot_id: 'B2', metadata: { event_type: 'tsunagi_message' } }),
      said(180, 'ours', { bot_id: 'B1', app_id: 'A1' }),
      said(240, 'another bot', { bot_id: 'B2', app_id: 'A2', bot_profile: { name: 'Deploy' } }),
      said(300, 'hello', { subtype: 'channel_join' }),
    ];
    await look();
    expect(await texts()).toEqual(['', 'another bot']);
  });
  it('leaves the rest for the next time where very much is missing', async () => {
    channel = Array.from({ length: 301 }, (_, n) => said(60 + n, `message ${n}`));
    perPage = 200;
    await look();
    expect(message(359)?.text).toBe('message 299');
    expect(message(360)).toBeUndefined();
    expect(heard()?.getTime()).toBeLessThan(at(360).getTime());
    await look();
    expect(message(360)?.text).toBe('message 300');
  });
});

describe('a look that cannot be taken', () => {
  it.each<[SlackTrouble, string]>([
    [{ kind: 'configuration', code: 'not_in_channel' }, 'not_in_channel'],
    [{ kind: 'limited', seconds: 30 }, 'limited'],
    [{ kind: 'unknown' }, 'unknown'],
  ])('says why, and leaves the mark where it is: %s', async (what, word) => {
    trouble = what;
    expect(await look()).toMatchObject({ state: 'failed', reason: `not looked through: ${word}` });
    expect(heard()).toEqual(at(0));
  });
  it('is of no room that is linked elsewhere by now', async () => {
    expect(await look(undefined, { channel: 'C0OTHER' })).toMatchObject({ state: 'ignored' });
  });
  it('is no look at all', async () => {
    expect(await look(undefined, { channel: 7 })).toMatchObject({ state: 'failed' });
  });
  it('leaves the mark to whoever moved it meanwhile', async () => {
    memory.refuses = (effect) => effect.do === 'update' && effect.path.startsWith('links/');
    expect(await look()).toMatchObject({ state: 'applied' });
  });
  it('is never taken for what Slack said, nor the other way round', async () => {
    const event = { type: 'message', channel: 'C0LOBBY', user: 'U0HANA', text: 'forged', ts: ts(60) };
    const envelope = { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', api_app_id: 'A1', event };
    expect(await look(undefined, envelope)).toMatchObject({ state: 'failed' });
    expect(await texts()).toEqual([]);
    channel = [said(60, 'missing')];
    expect(await look(undefined, {}, 'message')).toMatchObject({ state: 'failed' });
    expect(await texts()).toEqual([]);
  });
});
