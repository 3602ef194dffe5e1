import { beforeEach, describe, expect, it } from 'vitest';
import { operate } from '../../../functions/components/operate.ts';
import type { DeadLetter } from '../../../functions/model/dead-letter.ts';
import { Declined } from '../../../functions/model/event.ts';
import type { Link } from '../../../functions/model/link.ts';
import type { Health } from '../../../functions/model/operation.ts';
import {
  NOT_CONNECTED,
  SCOPES,
  type Slack,
  type SlackChannel,
  SlackError,
  type Which,
} from '../../../functions/slack/port.ts';
import { at, link, Memory, room } from '../memory.ts';

/** A workspace with one channel, as its bot sees it. */
class Workspace implements Pick<Slack, 'channel' | 'find' | 'history' | 'post' | 'workspace'> {
  team = 'T1';
  /** Which workspace it is asked for. */
  asked = '';
  of = (team: string): Workspace => {
    this.asked = team;
    return this;
  };
  scopes: readonly string[] = SCOPES;
  lobby: SlackChannel = { name: 'lobby', joined: true, archived: false };

  async workspace() {
    if (this.team !== this.asked) throw new SlackError({ kind: 'configuration', code: NOT_CONNECTED });
    const { team, scopes } = this;
    return { team, url: 'https://t1.slack.com/', bot: 'B0TSUNAGI', user: 'U0BOT', scopes };
  }
  readonly posts: { readonly channel: string; readonly text: string; readonly ts: string }[] = [];
  async post(channel: string, { text }: { text: string }) {
    const ts = `17000000${10 + this.posts.length}.000100`;
    this.posts.push({ channel, text, ts });
    return { ts };
  }
  async find(channel: string) {
    return this.posts.filter((one) => one.channel === channel).map(({ ts }) => ({ ts, part: 1 }));
  }
  /** What is asked for as a thread, and what Slack shows of it first. */
  readonly threads = new Map<string, unknown>();
  async history(_: string, { thread }: Which) {
    const seen = this.threads.get(thread ?? '');
    if (seen === undefined) throw new SlackError({ kind: 'final', code: 'thread_not_found' });
    return { messages: [seen], next: undefined, isLimited: false };
  }
  async channel(id: string) {
    if (id === 'C0LOBBY') return this.lobby;
    throw new SlackError({ kind: 'configuration', code: 'channel_not_found' });
  }
  readonly named: string[] = [];
  async channelName(id: string) {
    this.named.push(`${this.asked} ${id}`);
    const { name } = await this.channel(id);
    return { name, isPrivate: true };
  }
}

let memory: Memory;
let slack: Workspace;
beforeEach(() => {
  memory = new Memory();
  slack = new Workspace();
});

const olga = { uid: 'olga', operator: true };
const call = (data: unknown, caller: { uid: string; operator: boolean } | undefined = olga) =>
  memory.run(operate({ store: memory.reading, slackOf: slack.of, now: () => at(100) })({ caller, data }));
const tie = { room: 'lobby', team: 'T1', channel: 'C0LOBBY' };
const tied = () => memory.get<Link>('links/lobby');
const declined = (code: Declined['code']) => expect.objectContaining({ name: 'Declined', code });

describe('who asks', () => {
  it('has to be signed in', async () => {
    await expect(
      memory.run(
        operate({ store: memory.reading, slackOf: slack.of, now: () => at(0) })({ data: { do: 'health' } }),
      ),
    ).rejects.toEqual(declined('unauthenticated'));
  });
  it('has to be an operator', async () => {
    await expect(call({ do: 'health' }, { uid: 'alice', operator: false })).rejects.toEqual(
      declined('permission-denied'),
    );
  });
  it.each([
    ['nothing', undefined],
    ['an unknown command', { do: 'rm' }],
    ["a path for a room's id", { do: 'unlink', room: 'lobby/messages' }],
    ['a field too many', { do: 'unlink', room: 'lobby', force: true }],
    ['a number for a channel', { do: 'link', ...tie, channel: 7 }],
  ])('is told what is wrong with %s', async (_, data) => {
    await expect(call(data)).rejects.toEqual(declined('invalid-argument'));
    expect(memory.effects).toEqual([]);
  });
});

describe('a link', () => {
  it('is made when Slack says that it will work', async () => {
    await call({ do: 'link', ...tie });
    expect(tied()).toMatchObject({
      team: 'T1',
      channel: 'C0LOBBY',
      mode: 'channel',
      url: 'https://t1.slack.com/',
      lease: { number: at(100).getTime(), held: false },
      pause: { seconds: 0 },
    });
  });
  it.each<[string, () => void, Declined['code'], RegExp]>([
    ['is there already', () => memory.set('links/lobby', link()), 'failed-precondition', /linked already/],
    ['is another room’s', () => memory.set('links/desk', link()), 'failed-precondition', /linked to desk/],
    [
      'is in another workspace',
      () => (slack.team = 'T2'),
      'failed-precondition',
      /no good token for T1: install it there/,
    ],
    [
      'needs a scope that is missing',
      () => (slack.scopes = SCOPES.filter((scope) => scope !== 'chat:write')),
      'failed-precondition',
      /lacks chat:write in T1:/,
    ],
    [
      'is to an archived channel',
      () => (slack.lobby = { ...slack.lobby, archived: true }),
      'failed-precondition',
      /archived/,
    ],
    [
      'is to a channel without the bot',
      () => (slack.lobby = { ...slack.lobby, joined: false }),
      'failed-precondition',
      /invite it/,
    ],
  ])('is declined where it %s', async (_, arrange, code, words) => {
    arrange();
    const effects = memory.effects.length;
    const answer = call({ do: 'link', ...tie });
    await expect(answer).rejects.toEqual(declined(code));
    await expect(answer).rejects.toThrow(words);
    expect(memory.effects.length).toBe(effects);
  });
  it('is made by an app from before it asked for groups', async () => {
    slack.scopes = SCOPES.filter((scope) => scope !== 'usergroups:read');
    await call({ do: 'link', ...tie });
    expect(tied()).toMatchObject({ channel: 'C0LOBBY' });
  });
  it('is declined where Slack shows no such channel', async () => {
    await expect(call({ do: 'link', ...tie, channel: 'C0NOWHERE' })).rejects.toEqual(declined('not-found'));
  });
  it('is declined where the rules find no room', async () => {
    memory.refuses = () => true;
    await expect(call({ do: 'link', ...tie })).rejects.toThrow('There is no room lobby.');
  });
  it('points elsewhere, and its room has a turn', async () => {
    memory.set('links/lobby', link({ channel: 'C0OLD' }));
    await call({ do: 'move', ...tie });
    expect(tied()).toMatchObject({ channel: 'C0LOBBY' });
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
  describe('to a thread', () => {
    const thread = '1699999999.000200';
    beforeEach(() => {
      memory.set('rooms/lobby', room({ name: 'Ms. <Sato>' }));
      slack.threads.set(thread, { ts: thread, text: 'a question' });
    });

    it('begins one with a post that names the room', async () => {
      await call({ do: 'link', ...tie, mode: 'thread' });
      expect(slack.posts).toMatchObject([{ channel: 'C0LOBBY', text: '*Ms. &lt;Sato&gt;*' }]);
      expect(tied()).toMatchObject({ mode: 'thread', thread: slack.posts[0]?.ts });
    });
    it('takes the one that was begun when it was asked for before', async () => {
      memory.refuses = () => true;
      await expect(call({ do: 'link', ...tie, mode: 'thread' })).rejects.toEqual(
        declined('failed-precondition'),
      );
      memory.refuses = () => false;
      await call({ do: 'link', ...tie, mode: 'thread' });
      expect(slack.posts).toHaveLength(1);
    });
    it('takes one that is there, beside other rooms of the channel', async () => {
      memory.set('links/desk', link());
      memory.set('links/booth', link({ mode: 'thread', thread: '1699999998.000200' }));
      await call({ do: 'link', ...tie, thread });
      expect(tied()).toMatchObject({ mode: 'thread', thread });
      expect(slack.posts).toEqual([]);
    });
    it('takes the thread of an answer that is named', async () => {
      const answer = '1700000000.000300';
      slack.threads.set(answer, { ts: answer, thread_ts: thread, text: 'an answer' });
      await call({ do: 'link', ...tie, thread: answer });
      expect(tied()).toMatchObject({ mode: 'thread', thread });
    });
    it('takes one that has answers already', async () => {
      slack.threads.set(thread, { ts: thread, thread_ts: thread, reply_count: 1 });
      await call({ do: 'link', ...tie, thread });
      expect(tied()).toMatchObject({ mode: 'thread', thread });
    });
    it('is declined where another room is the thread of the answer that is named', async () => {
      const answer = '1700000000.000300';
      slack.threads.set(answer, { ts: answer, thread_ts: thread, text: 'an answer' });
      memory.set('links/desk', link({ mode: 'thread', thread }));
      await expect(call({ do: 'link', ...tie, thread: answer })).rejects.toThrow('linked to desk already');
      expect(tied()).toBeUndefined();
    });
    it('is declined where Slack shows nothing that can be read', async () => {
      slack.threads.set(thread, { text: 'of no time' });
      await expect(call({ do: 'link', ...tie, thread })).rejects.toEqual(declined('not-found'));
    });
    it('is declined where another room is this thread', async () => {
      memory.set('links/desk', link({ mode: 'thread', thread }));
      await expect(call({ do: 'link', ...tie, thread })).rejects.toThrow('linked to desk already');
    });
    it('is declined where Slack shows no such message', async () => {
      await expect(call({ do: 'link', ...tie, thread: '1.000100' })).rejects.toThrow(
        'There is no message 1.000100 in #lobby.',
      );
    });
    it('is declined where there is no room to name', async () => {
      memory.documents.delete('rooms/lobby');
      await expect(call({ do: 'link', ...tie, mode: 'thread' })).rejects.toEqual(declined('not-found'));
      expect(slack.posts).toEqual([]);
    });
    it('is not a whole channel at once', async () => {
      await expect(call({ do: 'link', ...tie, mode: 'channel', thread })).rejects.toEqual(
        declined('invalid-argument'),
      );
    });
    it('becomes the whole channel again', async () => {
      memory.set('links/lobby', link({ mode: 'thread', thread }));
      await call({ do: 'move', ...tie });
      expect(tied()).toMatchObject({ mode: 'channel' });
      expect(tied()).not.toHaveProperty('thread');
    });
  });
  it.each(['move', 'unlink', 'mend'])('that is not there is declined to %s', async (what) => {
    await expect(call({ do: what, ...(what === 'move' ? tie : { room: 'lobby' }) })).rejects.toEqual(
      declined('not-found'),
    );
  });
  it.each(['move', 'unlink'])('that somebody works on is declined to %s', async (what) => {
    memory.set('links/lobby', link({ channel: 'C0OLD' }));
    memory.refuses = () => true;
    await expect(call({ do: what, ...(what === 'move' ? tie : { room: 'lobby' }) })).rejects.toThrow(
      'try again in a minute',
    );
  });
  it('is taken away', async () => {
    memory.set('links/lobby', link());
    await call({ do: 'unlink', room: 'lobby' });
    expect(tied()).toBeUndefined();
  });
  it('is mended, and its room has a turn at once', async () => {
    memory.set('links/lobby', link({ error: 'not_in_channel', pause: { since: at(99), seconds: 60 } }));
    await call({ do: 'mend', room: 'lobby' });
    expect(tied()).toMatchObject({ pause: { seconds: 0 } });
    expect(tied()?.error).toBeUndefined();
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
});

describe('a dead letter', () => {
  const given = (message: string, state: DeadLetter['state'] = 'open') => {
    memory.set(`deadLetters/lobby-${message}`, {
      component: 'slackPost',
      room: 'lobby',
      message,
      error: 'msg_too_long',
      attempts: 1,
      at: at(1),
      state,
    });
    memory.set(`mirrors/lobby-${message}`, { state: 'failed', attempts: 20, error: 'msg_too_long' });
  };
  const letter = (message: string) => memory.get<DeadLetter>(`deadLetters/lobby-${message}`);

  it('is redriven together with its mirror, and its room has a turn', async () => {
    given('m1');
    await expect(call({ do: 'redrive', job: 'lobby-m1' })).resolves.toEqual({ decided: 1 });
    expect(letter('m1')).toMatchObject({ state: 'redriven', by: 'olga' });
    expect(memory.get('mirrors/lobby-m1')).toEqual({ state: 'wanted', attempts: 0 });
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
  it('is redriven where an edit has put its mirror to work already', async () => {
    given('m1');
    memory.set('mirrors/lobby-m1', { state: 'wanted', attempts: 20 });
    memory.refuses = ({ do: what }) => what === 'together';
    await expect(call({ do: 'redrive', job: 'lobby-m1' })).resolves.toEqual({ decided: 1 });
    expect(letter('m1')).toMatchObject({ state: 'redriven', by: 'olga' });
    expect(memory.get('mirrors/lobby-m1')).toEqual({ state: 'wanted', attempts: 20 });
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
  it('is discarded, and its message stays as it is', async () => {
    given('m1');
    await call({ do: 'discard', job: 'lobby-m1' });
    expect(letter('m1')).toMatchObject({ state: 'discarded', by: 'olga' });
    expect(memory.get('mirrors/lobby-m1')).toMatchObject({ state: 'failed' });
    expect(memory.jobs).toEqual([]);
  });
  it('is decided about once', async () => {
    given('m1', 'discarded');
    await expect(call({ do: 'redrive', job: 'lobby-m1' })).rejects.toThrow('discarded');
    await expect(call({ do: 'redrive', job: 'lobby-m2' })).rejects.toEqual(declined('not-found'));
  });
  it('is decided about with all others', async () => {
    for (const message of ['m1', 'm2', 'm3']) given(message);
    given('m4', 'discarded');
    await expect(call({ do: 'redriveAll' })).resolves.toEqual({ decided: 3 });
    expect(['m1', 'm2', 'm3', 'm4'].map((message) => letter(message)?.state)).toEqual([
      'redriven',
      'redriven',
      'redriven',
      'discarded',
    ]);
  });
  it('is decided about with as many others as may be listed at once, and says that more are left', async () => {
    for (let nth = 0; nth < 52; nth += 1) given(`m${100 + nth}`);
    const first = await call({ do: 'discardAll' });
    expect(first).toEqual({ decided: 50, more: at(100).getTime() });
    await expect(call({ do: 'discardAll', before: first?.more })).resolves.toEqual({ decided: 2 });
  });
  it('is not decided about where it was given up again since it was asked', async () => {
    given('m1');
    await expect(call({ do: 'redriveAll', before: at(0).getTime() })).resolves.toEqual({ decided: 0 });
    expect(letter('m1')).toMatchObject({ state: 'open' });
  });
});

describe('what was given up in a room', () => {
  const owner = { uid: 'otto', operator: false };
  beforeEach(() => {
    memory.set('rooms/lobby', room({ owners: ['otto'] }));
    memory.set('deadLetters/lobby-m1', { state: 'open', room: 'lobby', message: 'm1', at: at(1) });
    memory.set('mirrors/lobby-m1', {
      room: 'lobby',
      message: 'm1',
      state: 'failed',
      attempts: 3,
      error: 'x',
    });
  });

  it('is tried again by its owner', async () => {
    await call({ do: 'redrive', job: 'lobby-m1' }, owner);
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ state: 'redriven', by: 'otto' });
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
  it('is left by its owner', async () => {
    await call({ do: 'discard', job: 'lobby-m1' }, owner);
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ state: 'discarded' });
  });
  it.each([
    ['by who owns another room', { do: 'redrive', job: 'lobby-m1' }, { uid: 'olga', operator: false }],
    ['by its owner, with all others', { do: 'redriveAll' }, owner],
    ['where there is nothing', { do: 'redrive', job: 'lobby-m2' }, owner],
  ])('is not decided about %s', async (_, command, caller) => {
    await expect(call(command, caller)).rejects.toEqual(declined('permission-denied'));
    expect(memory.effects).toEqual([]);
  });
});

describe('the link of an owner’s room', () => {
  const owner = { uid: 'otto', operator: false };
  beforeEach(() => memory.set('rooms/lobby', room({ owners: ['otto'] })));

  it('is made, said to be mended and removed by them, where an operator allows it', async () => {
    memory.set('linkGrants/lobby', { places: ['T1-C0LOBBY'], by: 'olga', at: at(1) });
    await call({ do: 'link', ...tie }, owner);
    expect(tied()).toMatchObject({ channel: 'C0LOBBY' });
    memory.set('links/lobby', link({ error: 'is_archived' }));
    await call({ do: 'mend', room: 'lobby' }, owner);
    expect(tied()).not.toHaveProperty('error');
    await call({ do: 'unlink', room: 'lobby' }, owner);
    expect(tied()).toBeUndefined();
  });
  it('is not made by them where nobody has allowed it', async () => {
    await expect(call({ do: 'link', ...tie }, owner)).rejects.toEqual(declined('permission-denied'));
    expect(memory.effects).toEqual([]);
  });
});

it('tells how things stand, room by room', async () => {
  memory.set('links/lobby', link({ error: 'is_archived', pause: { since: at(90), seconds: 60 } }));
  memory.set('links/desk', link({ channel: 'C0DESK' }));
  const mirror = { room: 'lobby', at: at(1), state: 'wanted' };
  memory.set('mirrors/lobby-m1', { ...mirror, message: 'm1' });
  memory.set('mirrors/lobby-m2', { ...mirror, message: 'm2', state: 'sending' });
  memory.set('mirrors/desk-m3', { ...mirror, message: 'm3', room: 'desk', state: 'sent' });
  memory.set('reactionMirrors/lobby-m1-reactions', { ...mirror, message: 'm1', state: 'sending' });
  memory.set('reactionMirrors/desk-m3-reactions', { ...mirror, message: 'm3', room: 'desk' });
  memory.set('reactionMirrors/desk-m4-reactions', {
    ...mirror,
    message: 'm4',
    room: 'desk',
    state: 'failed',
  });
  memory.set('deadLetters/lobby-m9', { state: 'open', at: at(1) });
  const passedOver = { state: 'ignored', reason: 'event emoji_changed', received: at(3) };
  memory.set('inbox/Ev1', { state: 'failed', received: at(2) });
  memory.set('inbox/Ev2', passedOver);
  memory.set('inbox/Ev3', passedOver);
  memory.set('inbox/Ev4', { state: 'applied', received: at(4) });
  await expect(call({ do: 'health' })).resolves.toEqual({
    health: {
      links: [
        { room: 'desk', channel: 'C0DESK', waiting: 1, paused: false },
        { room: 'lobby', channel: 'C0LOBBY', waiting: 3, paused: true, error: 'is_archived' },
      ],
      deadLetters: 1,
      passedOver: [
        { reason: 'event emoji_changed', count: 2 },
        { reason: 'failed', count: 1 },
      ],
      more: false,
    },
  });
});

it('tells whose channel Slack asked to wait', async () => {
  for (const room of ['attic', 'desk', 'hall', 'lobby'])
    memory.set(
      `links/${room}`,
      link({ channel: `C0${room.toUpperCase()}`, ...(room === 'hall' && { team: 'T2' }) }),
    );
  memory.set('pauses/T1-C0DESK', { since: at(90), seconds: 30 });
  memory.set('pauses/T1-C0HALL', { since: at(90), seconds: 30 });
  memory.set('pauses/T1-C0LOBBY', { since: at(60), seconds: 30 });
  const answer = (await call({ do: 'health' })) as { health: Health };
  expect(answer.health.links.filter(({ paused }) => paused).map(({ room }) => room)).toEqual(['desk']);
});

it('tells it of fifty rooms at a time', async () => {
  const name = (n: number) => `room${String(n).padStart(3, '0')}`;
  for (let n = 0; n < 70; n += 1) memory.set(`links/${name(n)}`, link({ channel: `C${n}` }));
  memory.set(`mirrors/${name(60)}-m1`, { room: name(60), message: 'm1', at: at(1), state: 'wanted' });
  const roomsOf = async (command: object) => {
    const answer = (await call({ do: 'health', ...command })) as { health: Health };
    return answer.health.links.map(({ room, waiting }) => `${room} ${waiting}`);
  };
  const [first, second] = [await roomsOf({}), await roomsOf({ after: name(49) })];
  expect(first).toEqual(Array.from({ length: 50 }, (_, n) => `${name(n)} 0`));
  expect(second).toEqual(Array.from({ length: 20 }, (_, n) => `${name(50 + n)} ${n === 10 ? 1 : 0}`));
});

it('says that there is more where more reactions wait than it counts', async () => {
  memory.set('links/lobby', link());
  for (let n = 0; n < 50; n += 1)
    memory.set(`reactionMirrors/lobby-m${n}-reactions`, {
      room: 'lobby',
      message: `m${n}`,
      at: at(1),
      state: 'wanted',
    });
  await expect(call({ do: 'health' })).resolves.toMatchObject({ health: { more: true } });
});

it.each(['mirrors', 'reactionMirrors'])(
  'tells what waits in each room, however much waits in another: %s',
  async (kind) => {
    const waits = (room: string, count: number, seconds: number) => {
      memory.set(`links/${room}`, link());
      for (let n = 0; n < count; n += 1)
        memory.set(`${kind}/${room}-m${n}`, { room, message: `m${n}`, at: at(seconds), state: 'wanted' });
    };
    waits('broken', 49, 1);
    waits('desk', 2, 2);
    waits('lobby', 0, 3);
    const how = (room: string, waiting: number) => expect.objectContaining({ room, waiting });
    const links = [how('broken', 49), how('desk', 2), how('lobby', 0)];
    await expect(call({ do: 'health' })).resolves.toMatchObject({ health: { links, more: false } });
    waits('broken', 50, 1);
    const more = [how('broken', 50), how('desk', 2), how('lobby', 0)];
    await expect(call({ do: 'health' })).resolves.toMatchObject({ health: { links: more, more: true } });
  },
);

describe('how channels are called', () => {
  it('is told of each that a room is tied to and Slack tells of, once', async () => {
    memory.set('links/annex', { ...link(), channel: 'C0GONE' });
    memory.set('links/desk', { ...link(), mode: 'thread', thread: '1.000100' });
    memory.set('links/lobby', link());
    await expect(call({ do: 'channels' })).resolves.toEqual({
      channels: [{ team: 'T1', channel: 'C0LOBBY', name: 'lobby' }],
    });
    expect(slack.named.toSorted()).toEqual(['T1 C0GONE', 'T1 C0LOBBY']);
    expect(memory.effects).toEqual([]);
  });
  it('is told of the rooms after one', async () => {
    memory.set('links/lobby', link());
    await expect(call({ do: 'channels', after: 'lobby' })).resolves.toEqual({ channels: [] });
  });
  it('is told to operators alone', async () => {
    const asking = call({ do: 'channels' }, { uid: 'alice', operator: false });
    await expect(asking).rejects.toEqual(declined('permission-denied'));
  });
});
