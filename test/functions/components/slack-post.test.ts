import { beforeEach, describe, expect, it } from 'vitest';
import type { Posting } from '../../../functions/components/reach.ts';
import { slackPost } from '../../../functions/components/slack-post.ts';
import { type Effect, Later, type Update } from '../../../functions/model/effect.ts';
import type { Link } from '../../../functions/model/link.ts';
import type { Message } from '../../../functions/model/message.ts';
import type { Mirror } from '../../../functions/model/mirror.ts';
import type { Room } from '../../../functions/model/room.ts';
import { type Found, NOT_CONNECTED, SlackError, type SlackTrouble } from '../../../functions/slack/port.ts';
import { at, link, Memory, message, room } from '../memory.ts';

/** Slack as a list of what was asked; the next calls can be made to fail. */
class Channel implements Posting {
  readonly calls: string[] = [];
  readonly posts: (Found & { message: string; text: string })[] = [];
  /** Which posts are gone from Slack. */
  readonly gone = new Set<string>();
  readonly looks: unknown[] = [];
  troubles: (SlackTrouble | undefined)[] = [];
  /** The post is stored, but its answer is lost. */
  losesAnswer = false;

  #asked(call: string): void {
    this.calls.push(call);
    const trouble = this.troubles.shift();
    if (trouble) throw new SlackError(trouble);
  }
  async post(
    _: string,
    { text, username }: { text: string; username: string },
    { message, part }: { message: string; part: number },
    thread?: string,
  ) {
    this.#asked(`post ${shortened(text)} by ${username}${thread ? ` in ${thread}` : ''}`);
    const ts = `17000000${10 + this.posts.length}.000100`;
    this.posts.push({ ts, part, message, text });
    if (this.losesAnswer) throw new SlackError({ kind: 'unknown' });
    return { ts };
  }
  async update(_: string, ts: string, { text }: { text: string }) {
    this.#asked(`update ${ts} ${shortened(text)}`);
    return !this.gone.has(ts);
  }
  async remove(_: string, ts: string) {
    this.#asked(`remove ${ts}`);
  }
  // Nobody reacts here: settle-reactions.test.ts is about that.
  react = () => Promise.resolve(true);
  unreact = () => Promise.resolve();
  note = () => Promise.resolve();
  /** User groups by their handles. */
  handles = new Map<string, string>();
  async groups() {
    this.#asked('groups');
    return this.handles;
  }
  async find(channel: string, { message }: { message: string }, since: Date, thread?: string) {
    this.#asked(`find ${message}`);
    this.looks.push({ channel, since, thread });
    return this.posts.filter((one) => one.message === message && !this.gone.has(one.ts));
  }
}

const shortened = (text: string): string => (text.length > 40 ? text.slice(0, 1) : text);

let memory: Memory;
let slack: Channel;
let elapsed: number;
/** Slack, by workspace: all that is asked of another one is refused. */
let workspaces: Map<string, Channel>;
/** Which were connected. */
let connected: string[];
beforeEach(() => {
  memory = new Memory();
  slack = new Channel();
  elapsed = 0;
  workspaces = new Map([['T1', slack]]);
  connected = [];
  memory.set('links/lobby', link());
  memory.set('people/alice', { name: 'Alice', guest: false });
});

function inWorkspace(team: string): Channel {
  connected.push(team);
  const there = workspaces.get(team);
  if (there) return there;
  const closed = new Channel();
  closed.troubles = Array.from({ length: 9 }, () => ({ kind: 'configuration', code: NOT_CONNECTED }));
  return closed;
}
const run = () =>
  memory.run(
    slackPost({ store: memory.reading, slackOf: inWorkspace, elapsed: () => elapsed })({ room: 'lobby' }),
  );
const mirrorOf = (id: string) => memory.get<Mirror>(`mirrors/lobby-${id}`);
const lobby = () => memory.get<Link>('links/lobby');

/** A message that is wanted in Slack. */
function wanted(id: string, over: Partial<Message> = {}, mark: Partial<Mirror> = {}): void {
  const said = message(over);
  memory.set(`rooms/lobby/messages/${id}`, said);
  memory.set(`mirrors/lobby-${id}`, {
    room: 'lobby',
    message: id,
    at: said.at,
    wanted: said.revision,
    sent: 0,
    state: 'wanted',
    attempts: 0,
    lease: 0,
    ...mark,
  });
}

/** The documents that an effect changes. */
const changesIn = (effect: Effect): readonly Update[] => {
  if (effect.do === 'together') return effect.updates;
  return effect.do === 'update' ? [effect] : [];
};

/** What was written, request by request: the state of a mirror, or that the room was taken or let go. */
const requests = (): string[] =>
  memory.effects
    .map(changesIn)
    .filter((changes) => changes.length > 0)
    .map((changes) =>
      changes
        .map(({ path, fields }) => {
          if (path === 'links/lobby') return 'lease' in fields ? 'taken' : 'let go';
          return `${path.slice('mirrors/lobby-'.length)} ${String(fields.state)}`;
        })
        .join(' + '),
    );

/** What a mirror says of a message that Slack has, in so many posts. */
const inSlack = (...parts: readonly [string, ...string[]]): Partial<Mirror> => ({
  sent: 1,
  team: 'T1',
  channel: 'C0LOBBY',
  ts: parts[0],
  parts: [...parts],
});

describe('slackPost', () => {
  it('posts what is wanted, in the order of the room, and records it', async () => {
    wanted('m2', { at: at(2), text: 'second' });
    wanted('m1', { at: at(1), text: 'first' });
    await run();
    expect(slack.calls).toEqual(['post first by Alice (web)', 'post second by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({
      state: 'sent',
      sent: 1,
      channel: 'C0LOBBY',
      ts: '1700000010.000100',
    });
    expect(lobby()).toMatchObject({ lease: { number: 1, held: false }, settled: at(2) });
  });
  it('finds nothing to do the second time', async () => {
    wanted('m1');
    await run();
    await run();
    expect(slack.calls).toHaveLength(1);
  });
  it('holds back what was written after a message that has no mark yet', async () => {
    memory.set('rooms/lobby/messages/m1', message({ at: at(1) }));
    wanted('m2', { at: at(2), text: 'second' });
    await run();
    expect(slack.calls).toEqual([]);
    wanted('m1', { at: at(1), text: 'first' });
    await run();
    expect(slack.calls).toEqual(['post first by Alice (web)', 'post second by Alice (web)']);
  });
  it('holds back what was written after a message that is marked while it reads', async () => {
    memory.set('rooms/lobby/messages/m1', message({ at: at(1), text: 'first' }));
    wanted('m2', { at: at(2), text: 'second' });
    const { messagesSince } = memory.reading;
    const store = {
      ...memory.reading,
      messagesSince: async (...asked: Parameters<typeof messagesSince>) => {
        const said = await messagesSince(...asked);
        wanted('m1', { at: at(1), text: 'first' });
        return said;
      },
    };
    await memory.run(slackPost({ store, slackOf: () => slack, elapsed: () => elapsed })({ room: 'lobby' }));
    expect(slack.calls).toEqual([]);
    // The turn that the mark brings.
    await run();
    expect(slack.calls).toEqual(['post first by Alice (web)', 'post second by Alice (web)']);
  });
  it('reads the messages again when one that is due is not among them: another may be missing', async () => {
    memory.set('rooms/lobby/messages/m1', message({ at: at(1), text: 'first' }));
    wanted('m2', { at: at(2), text: 'second' });
    let reads = 0;
    const store = {
      ...memory.reading,
      messagesSince: async (...asked: Parameters<typeof memory.reading.messagesSince>) =>
        reads++ === 0 ? [] : memory.reading.messagesSince(...asked),
    };
    await memory.run(slackPost({ store, slackOf: () => slack, elapsed: () => elapsed })({ room: 'lobby' }));
    expect(slack.calls).toEqual([]);
  });
  it('shows a message as it is by then, and not as it was when the queue was read', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    const store = {
      ...memory.reading,
      person: async (uid: string) => {
        // By now the queue is read, and nothing was posted yet.
        wanted('m2', { at: at(2), text: 'second, edited', revision: 2 });
        return memory.reading.person(uid);
      },
    };
    await memory.run(slackPost({ store, slackOf: () => slack, elapsed: () => elapsed })({ room: 'lobby' }));
    expect(slack.calls.slice(0, 2)).toEqual([
      'post first by Alice (web)',
      'post second, edited by Alice (web)',
    ]);
  });
  it('takes no message that is older than what is wanted of it', async () => {
    wanted('m1', { at: at(1), text: 'first, edited', revision: 2 });
    const { messagesSince } = memory.reading;
    const store = {
      ...memory.reading,
      messagesSince: async (...asked: Parameters<typeof messagesSince>) =>
        (await messagesSince(...asked)).map(({ id, value }) => ({
          id,
          value: { ...value, text: 'first', revision: 1 },
        })),
    };
    await memory.run(slackPost({ store, slackOf: () => slack, elapsed: () => elapsed })({ room: 'lobby' }));
    expect(slack.calls).toEqual(['post first, edited by Alice (web)']);
  });
  it('asks nothing of Slack when its lease may have run out, and leaves the attempt in doubt', async () => {
    wanted('m1', { text: 'hello @everybody' });
    const store = {
      ...memory.reading,
      room: async () => {
        // The worker is held up here for longer than its lease.
        elapsed += 61_000;
        return undefined;
      },
    };
    await expect(
      memory.run(slackPost({ store, slackOf: () => slack, elapsed: () => elapsed })({ room: 'lobby' })),
    ).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toEqual([]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sending', attempts: 1 });
  });
  it('does not wait for what came from Slack, nor for a reply that is being written', async () => {
    memory.set('rooms/lobby/messages/s', message({ at: at(1), author: { kind: 'slack', id: 'T1-U1' } }));
    memory.set(
      'rooms/lobby/messages/r',
      message({
        at: at(2),
        author: { kind: 'component', id: 'reply' },
        reply: { to: 's', state: 'writing' },
      }),
    );
    wanted('m2', { at: at(3), text: 'second' });
    await run();
    expect(slack.calls).toEqual(['post second by Alice (web)']);
  });
  it('works off more than one batch, past a long stretch that needs nothing', async () => {
    for (let i = 0; i < 120; i += 1)
      memory.set(
        `rooms/lobby/messages/s${i}`,
        message({ at: at(i), author: { kind: 'slack', id: 'T1-U1' } }),
      );
    for (let i = 0; i < 60; i += 1) wanted(`m${i}`, { at: at(200 + i), text: `${i}` });
    await run();
    expect(slack.calls).toEqual(Array.from({ length: 60 }, (_, i) => `post ${i} by Alice (web)`));
    expect(lobby()?.settled).toEqual(at(259));
  });
  it('updates after an edit and removes after a deletion', async () => {
    wanted('m1', { revision: 2, text: 'edited' }, inSlack('1.000100'));
    wanted('m2', { at: at(2), revision: 2, text: '', deleted: at(3) }, inSlack('2.000100'));
    await run();
    expect(slack.calls).toEqual(['update 1.000100 edited', 'remove 2.000100']);
  });
  it('posts nothing of what was deleted before Slack had it', async () => {
    wanted('m1', { revision: 2, text: '', deleted: at(3) });
    await run();
    expect(slack.calls).toEqual([]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'void', sent: 2 });
  });
  it('answers in the thread of a message of the web, and of one from Slack', async () => {
    wanted('root', { at: at(1), text: 'root' });
    wanted('m1', { at: at(2), text: 'one', thread: 'root' });
    wanted('m2', { at: at(3), text: 'two', thread: 'slack-C0LOBBY-1699999999.000200' });
    await run();
    expect(slack.calls).toEqual([
      'post root by Alice (web)',
      'post one by Alice (web) in 1700000010.000100',
      'post two by Alice (web) in 1699999999.000200',
    ]);
  });
  it('marks guests, and names who has no page', async () => {
    memory.set('people/gus', { name: 'Gus', guest: true });
    wanted('m1', { text: 'a', author: { kind: 'person', id: 'gus' } });
    wanted('m2', { at: at(2), text: 'b', author: { kind: 'person', id: 'stranger' } });
    await run();
    expect(slack.calls).toEqual(['post a by Gus (guest)', 'post b by Somebody (web)']);
  });
});

/** A text of three posts: of As, of Bs and of Cs; or of as many as it has letters. */
const long = (letters = 'ABC') => [...letters].map((one) => one.repeat(3_900)).join('\n\n');

describe('what slackPost writes', () => {
  it('goes in one request with the next attempt', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    await run();
    expect(requests()).toEqual(['taken', 'm1 sending', 'm1 sent + m2 sending', 'm2 sent', 'let go']);
  });
  it('has the attempt in it before Slack hears of the message, and what Slack shows before it hears of the next', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    const seen: unknown[] = [];
    const { post } = slack;
    slack.post = (...call) => {
      seen.push([lobby()?.lease.held, mirrorOf('m1')?.state, mirrorOf('m2')?.state]);
      return post.apply(slack, call);
    };
    await run();
    expect(seen).toEqual([
      [true, 'sending', 'wanted'],
      [true, 'sent', 'sending'],
    ]);
  });
  it('is one after the other where an attempt is refused, and nothing that Slack shows is forgotten', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    memory.refuses = (effect) =>
      changesIn(effect).some(({ path, fields }) => path.endsWith('m2') && fields.state === 'sending');
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toEqual(['post first by Alice (web)']);
    expect(mirrorOf('m1')?.state).toBe('sent');
    expect(mirrorOf('m2')).toMatchObject({ state: 'wanted', attempts: 0 });
    expect(lobby()).toMatchObject({ lease: { held: false } });
  });
  it('is what Slack shows of a message, also where the next one cannot be read', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    const { message: read } = memory.reading;
    memory.reading.message = async (where, id) => {
      if (id === 'm2') throw new Error('no answer');
      return read(where, id);
    };
    await expect(run()).rejects.toThrow('no answer');
    expect(slack.calls).toEqual(['post first by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', ts: '1700000010.000100' });
  });
  it('is what Slack shows of a message before another is given up', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' }, { attempts: 20 });
    await run();
    expect(requests()).toEqual(['taken', 'm1 sending', 'm1 sent', 'm2 failed', 'let go']);
  });
  it('is what Slack shows of a message before one that answers it is given its place', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second', thread: 'm1' });
    await run();
    expect(slack.calls[1]).toBe('post second by Alice (web) in 1700000010.000100');
    expect(requests()).toEqual(['taken', 'm1 sending', 'm1 sent', 'm2 sending', 'm2 sent', 'let go']);
  });
  it('is a part of what is wanted, and the next attempt, where more was wanted meanwhile', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    memory.refuses = (effect) =>
      slack.calls.length === 1 &&
      changesIn(effect).some(({ path, fields }) => path.endsWith('m1') && fields.state === 'sent');
    await run();
    expect(slack.calls).toEqual([
      'post first by Alice (web)',
      'post second by Alice (web)',
      'update 1700000010.000100 first',
    ]);
    expect([mirrorOf('m1')?.state, mirrorOf('m2')?.state]).toEqual(['sent', 'sent']);
  });
});

describe('slackPost with a long message', () => {
  it('posts it in parts, one after the other, before what was said next', async () => {
    wanted('m1', { text: long() });
    wanted('m2', { at: at(2), text: 'next' });
    await run();
    expect(slack.calls).toEqual([...'ABC', 'next'].map((text) => `post ${text} by Alice (web)`));
    expect(slack.posts.map(({ part }) => part)).toEqual([1, 2, 3, 1]);
    expect(slack.posts.slice(0, 3).map(({ text }) => text)).toEqual(long().split('\n\n'));
    expect(mirrorOf('m1')).toMatchObject({
      state: 'sent',
      ts: '1700000010.000100',
      parts: ['1700000010.000100', '1700000011.000100', '1700000012.000100'],
    });
  });
  it('posts every part into the thread that it is in', async () => {
    wanted('m1', { text: long('AB'), thread: 'slack-C0LOBBY-1699999999.000200' });
    await run();
    expect(slack.calls).toEqual(['A', 'B'].map((one) => `post ${one} by Alice (web) in 1699999999.000200`));
  });
  it('changes what is there and adds what has come when it grows', async () => {
    wanted('m1', { revision: 2, text: long() }, inSlack('1.000100', '1.000200'));
    await run();
    expect(slack.calls).toEqual(['update 1.000100 A', 'update 1.000200 B', 'post C by Alice (web)']);
    expect(mirrorOf('m1')?.parts).toEqual(['1.000100', '1.000200', '1700000010.000100']);
  });
  it('removes what is too much when it shrinks, from the end', async () => {
    wanted('m1', { revision: 2, text: 'short' }, inSlack('1.000100', '1.000200', '1.000300'));
    await run();
    expect(slack.calls).toEqual(['update 1.000100 short', 'remove 1.000300', 'remove 1.000200']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', ts: '1.000100', parts: ['1.000100'] });
  });
  it('removes all of it when it is deleted', async () => {
    wanted('m1', { revision: 2, text: '', deleted: at(3) }, inSlack('1.000100', '1.000200'));
    await run();
    expect(slack.calls).toEqual(['remove 1.000200', 'remove 1.000100']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', ts: '1.000100' });
  });
  it('goes on where it was stopped between two parts, with what Slack has', async () => {
    wanted('m1', { text: long() });
    slack.troubles = [undefined, { kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    // The first part is there: from now on it is looked for, though Slack has refused the second.
    expect(mirrorOf('m1')).toMatchObject({
      state: 'sending',
      attempts: 0,
      doubt: { team: 'T1', channel: 'C0LOBBY' },
    });
    await run();
    expect(slack.calls.slice(2)).toEqual([
      'find m1',
      'update 1700000010.000100 A',
      'post B by Alice (web)',
      'post C by Alice (web)',
    ]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', parts: { length: 3 } });
    expect(mirrorOf('m1')).not.toHaveProperty('doubt');
  });
  it('removes parts of an attempt that nobody has on record', async () => {
    wanted('m1', { text: long() });
    slack.troubles = [undefined, undefined, { kind: 'unknown' }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    wanted('m1', { revision: 2, text: 'short' }, { ...mirrorOf('m1'), wanted: 2 });
    await run();
    expect(slack.calls.slice(3)).toEqual([
      'find m1',
      'update 1700000010.000100 short',
      'remove 1700000011.000100',
    ]);
  });
  it('makes a further part anew that is gone from Slack', async () => {
    wanted('m1', { revision: 2, text: long('AB') }, inSlack('1.000100', '1.000200'));
    slack.gone.add('1.000200');
    await run();
    expect(slack.calls.slice(1)).toEqual(['update 1.000200 B', 'post B by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', parts: ['1.000100', '1700000010.000100'] });
  });
  it('leaves all of it alone where the first part is gone from Slack', async () => {
    const mirror = inSlack('1.000100', '1.000200');
    wanted('m1', { revision: 2, text: long('ABC') }, mirror);
    for (const ts of ['1.000100', '1.000200']) slack.gone.add(ts);
    await run();
    expect(slack.calls).toEqual(['update 1.000100 A']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', sent: 2, parts: ['1.000100', '1.000200'] });
    expect(memory.get('deadLetters/lobby-m1')).toBeUndefined();
  });
});

describe('slackPost in a room that is a thread', () => {
  const thread = '1699999999.000200';
  beforeEach(() => memory.set('links/lobby', link({ mode: 'thread', thread })));

  it('posts into it, answers within it as well, and looks for posts there', async () => {
    wanted('m1', { text: 'one' });
    wanted('m2', { at: at(2), text: 'two', thread: 'm1' });
    wanted('m3', { at: at(3), text: 'three', thread: 'slack-C0LOBBY-1699999999.000300' });
    slack.losesAnswer = true;
    await expect(run()).rejects.toBeInstanceOf(Later);
    slack.losesAnswer = false;
    await run();
    expect(slack.calls.filter((call) => call.startsWith('post'))).toEqual(
      ['one', 'two', 'three'].map((text) => `post ${text} by Alice (web) in ${thread}`),
    );
    expect(slack.looks).toMatchObject([{ channel: 'C0LOBBY', thread }]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', thread });
  });
  it('answers in the threads of the channel that it was before', async () => {
    memory.set('mirrors/lobby-root', { ...inSlack('1.000100'), channel: 'C0OLD', at: at(0), state: 'sent' });
    wanted('m1', { thread: 'root' });
    await run();
    expect(slack.calls).toEqual(['post hello by Alice (web) in 1.000100']);
    expect(mirrorOf('m1')?.channel).toBe('C0OLD');
  });
});

describe('slackPost and pings', () => {
  const text = 'Hello @channel and @here';
  const pinged = 'Hello <!channel> and <!here>';
  it.each<[string, Partial<Room>, Partial<Message>, string]>([
    ['pings nobody where nothing is said of it', {}, {}, text],
    ['pings nobody where the owners do not want it', { pings: false }, {}, text],
    ['pings the channel where they do', { pings: true }, {}, pinged],
    ['pings nobody for a guest', { pings: true }, { author: { kind: 'person', id: 'gus' } }, text],
    ['pings nobody for who has no page', { pings: true }, { author: { kind: 'person', id: 'x' } }, text],
    ['pings nobody for a reply', { pings: true }, { author: { kind: 'component', id: 'reply' } }, text],
  ])('%s', async (_, settings, over, shown) => {
    memory.set('people/gus', { name: 'Gus', guest: true });
    memory.set('rooms/lobby', room(settings));
    wanted('m1', { text, ...over });
    await run();
    expect(slack.posts.map((one) => one.text)).toEqual([shown]);
  });
});

describe('slackPost and the people it may ping', () => {
  const text = '@Hana @Ken @Deploy @Mia, please';
  const spoke = (id: string, name: string, seconds = 0, team = 'T1') => {
    memory.set(
      `rooms/lobby/messages/slack-C0LOBBY-${id}`,
      message({ at: at(seconds), author: { kind: 'slack', id: `${team}-${id}` } }),
    );
    memory.set(`slackPeople/${team}-${id}`, { name });
  };
  const shown = async () => {
    wanted('m1', { text });
    await run();
    return slack.posts[0]?.text;
  };
  beforeEach(() => memory.set('rooms/lobby', room({ pings: true })));

  it('are those who spoke there from Slack, before it was said', async () => {
    spoke('U1', 'Hana');
    spoke('U2', 'Ken', 2);
    expect(await shown()).toBe('<@U1> @Ken @Deploy @Mia, please');
  });
  it('are no bots, nobody of another workspace, and nobody of two with one name', async () => {
    spoke('U1', 'Hana');
    spoke('B2', 'Deploy');
    spoke('U3', 'Mia', 0, 'T2');
    spoke('U4', 'Ken');
    spoke('U5', 'Ken');
    expect(await shown()).toBe('<@U1> @Ken @Deploy @Mia, please');
  });
  it('are nobody where the owners do not want it', async () => {
    memory.set('rooms/lobby', room());
    spoke('U1', 'Hana');
    expect(await shown()).toBe(text);
  });
  it('are groups of the workspace, and neither where somebody is called like one', async () => {
    spoke('U1', 'Hana');
    spoke('U2', 'Ken');
    slack.handles = new Map([
      ['Deploy', 'S0DEPLOY'],
      ['Ken', 'S0KEN'],
    ]);
    expect(await shown()).toBe('<@U1> @Ken <!subteam^S0DEPLOY> @Mia, please');
  });
  it('are no group of whose name two people are', async () => {
    spoke('U1', 'Ken');
    spoke('U2', 'Ken');
    slack.handles = new Map([['Ken', 'S0KEN']]);
    expect(await shown()).toBe(text);
  });
  it.each<SlackTrouble>([
    { kind: 'configuration', code: 'missing_scope' },
    { kind: 'limited', seconds: 30 },
    { kind: 'unknown' },
  ])('are no groups where Slack does not tell them, and the message goes out: %o', async (trouble) => {
    spoke('U1', 'Hana');
    slack.handles = new Map([['Deploy', 'S0DEPLOY']]);
    slack.troubles = [trouble];
    expect(await shown()).toBe('<@U1> @Ken @Deploy @Mia, please');
    expect(mirrorOf('m1')?.state).toBe('sent');
  });
  it('are asked for only where somebody may be pinged', async () => {
    wanted('m1', { text: 'nobody is meant' });
    await run();
    memory.set('rooms/lobby', room());
    wanted('m2', { text: '@ops, at once' });
    await run();
    expect(slack.calls).toEqual(['post nobody is meant by Alice (web)', 'post @ops, at once by Alice (web)']);
  });
});

describe('slackPost after the room has moved to another channel', () => {
  const moved = () => memory.set('links/lobby', link({ channel: 'C0NEW' }));

  it('changes what is in the old one there', async () => {
    moved();
    wanted('m1', { revision: 2, text: 'edited' }, inSlack('1.000100'));
    await run();
    expect(slack.calls).toEqual(['update 1.000100 edited']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', channel: 'C0LOBBY' });
  });
  it('answers in threads where these are', async () => {
    moved();
    memory.set('mirrors/lobby-root', { ...inSlack('1.000100'), at: at(0), state: 'sent' });
    wanted('m1', { thread: 'root' });
    wanted('m2', { at: at(2), thread: 'slack-C0OLDER-1699999999.000200' });
    wanted('m3', { at: at(3) });
    await run();
    expect(['m1', 'm2', 'm3'].map((id) => mirrorOf(id)?.channel)).toEqual(['C0LOBBY', 'C0OLDER', 'C0NEW']);
    expect(mirrorOf('m1')?.thread).toBe('1.000100');
  });
  it('looks for what is in doubt where the attempt was made, and since then', async () => {
    moved();
    const doubt = { since: at(3_600), team: 'T1', channel: 'C0LOBBY' };
    wanted('m1', {}, { state: 'sending', attempts: 1, doubt });
    await run();
    expect(slack.looks).toEqual([{ channel: 'C0LOBBY', since: at(2_700), thread: undefined }]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', channel: 'C0NEW' });
  });
  it('is not held up by what it cannot change or find in a channel that is closed', async () => {
    moved();
    const doubt = { since: at(5), team: 'T1', channel: 'C0LOBBY' };
    wanted('m1', { revision: 2, text: 'edited' }, inSlack('1.000100'));
    wanted('m2', { at: at(2) }, { state: 'sending', attempts: 1, doubt });
    slack.troubles = [
      { kind: 'configuration', code: 'is_archived' },
      { kind: 'configuration', code: 'channel_not_found' },
    ];
    await run();
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ error: 'is_archived' });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent', channel: 'C0NEW' });
  });
});

describe('slackPost after the room has moved to another workspace', () => {
  let other: Channel;
  beforeEach(() => {
    memory.set('links/lobby', link({ team: 'T2', channel: 'C0NEW' }));
    other = new Channel();
    workspaces.set('T2', other);
  });

  it('changes what is in the old one there, and posts what is new in the new one', async () => {
    wanted('m1', { revision: 2, text: 'edited' }, inSlack('1.000100'));
    wanted('m2', { at: at(2), text: 'new' });
    await run();
    expect(slack.calls).toEqual(['update 1.000100 edited']);
    expect(other.calls).toEqual(['post new by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', team: 'T1', channel: 'C0LOBBY' });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent', team: 'T2', channel: 'C0NEW' });
  });
  it('answers in threads where these are, of the web and of Slack', async () => {
    memory.set('mirrors/lobby-root', { ...inSlack('1.000100'), at: at(0), state: 'sent' });
    memory.set('rooms/lobby/messages/slack-C0LOBBY-1699999999.000200', {
      ...message({ at: at(0) }),
      author: { kind: 'slack', id: 'T1-U1' },
    });
    wanted('m1', { text: 'one', thread: 'root' });
    wanted('m2', { at: at(2), text: 'two', thread: 'slack-C0LOBBY-1699999999.000200' });
    await run();
    expect(slack.calls).toEqual([
      'post one by Alice (web) in 1.000100',
      'post two by Alice (web) in 1699999999.000200',
    ]);
    expect(other.calls).toEqual([]);
  });
  it('connects each workspace once in a turn, before anything is asked in any', async () => {
    const doubt = { since: at(1), team: 'T2', channel: 'C0NEW' };
    memory.set('mirrors/lobby-root', { ...inSlack('1.000100'), at: at(0), state: 'sent' });
    wanted('m1', { thread: 'root' }, { state: 'sending', attempts: 1, doubt });
    wanted('m2', { at: at(2), thread: 'root' });
    const before: string[][] = [];
    const find = other.find.bind(other);
    other.find = (...call) => {
      before.push([...connected]);
      return find(...call);
    };
    await run();
    expect(before).toEqual([['T2', 'T1']]);
    expect(slack.calls).toHaveLength(2);
    expect(connected).toEqual(['T2', 'T1']);
  });
  it('pings whom it may there', async () => {
    memory.set('rooms/lobby', room({ pings: true }));
    slack.handles.set('ops', 'S0OPS');
    wanted('m1', { revision: 2, text: 'for @ops' }, inSlack('1.000100'));
    await run();
    expect(slack.calls).toEqual(['groups', 'update 1.000100 for <!subteam^S0OPS>']);
  });
  it('looks for what is in doubt where the attempt was made, and takes what it finds', async () => {
    const doubt = { since: at(1), team: 'T1', channel: 'C0LOBBY' };
    slack.posts.push({ ts: '1.000100', part: 1, message: 'm1', text: 'hello' });
    wanted('m1', {}, { state: 'sending', attempts: 1, doubt });
    wanted('m2', { at: at(2) }, { state: 'sending', attempts: 1, doubt });
    await run();
    expect(slack.calls).toEqual(['find m1', 'update 1.000100 hello', 'find m2']);
    expect(other.calls).toEqual(['post hello by Alice (web)']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', team: 'T1', ts: '1.000100' });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent', team: 'T2' });
  });
  it('pauses the channel in which it looked for what is in doubt', async () => {
    const doubt = { since: at(1), team: 'T1', channel: 'C0LOBBY' };
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    wanted('m1', {}, { state: 'sending', attempts: 1, doubt });
    await expect(run()).rejects.toThrow(Later);
    expect(memory.get('pauses/T1-C0LOBBY')).toMatchObject({ seconds: 30 });
    expect(memory.get('pauses/T2-C0NEW')).toBeUndefined();
  });
  it('is not held up by a workspace that is connected no more', async () => {
    workspaces.delete('T1');
    const doubt = { since: at(1), team: 'T1', channel: 'C0LOBBY' };
    wanted('m1', { revision: 2, text: 'edited' }, inSlack('1.000100'));
    wanted('m2', { at: at(2) }, { state: 'sending', attempts: 1, doubt });
    await run();
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ error: 'team_not_connected' });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent', team: 'T2' });
    expect(lobby()?.error).toBeUndefined();
  });
});

describe('slackPost in trouble', () => {
  it('looks before it posts again when an answer was lost, and posts once', async () => {
    wanted('m1');
    slack.losesAnswer = true;
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sending', attempts: 1 });
    slack.losesAnswer = false;
    await run();
    expect(slack.calls).toEqual(['post hello by Alice (web)', 'find m1', `update 1700000010.000100 hello`]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sent', ts: '1700000010.000100' });
  });
  it('posts again when Slack has nothing', async () => {
    wanted('m1', {}, { state: 'sending', attempts: 1 });
    await run();
    expect(slack.calls).toEqual(['find m1', 'post hello by Alice (web)']);
  });
  it('looks for what was given up in doubt when it is tried again', async () => {
    wanted('m1');
    slack.losesAnswer = true;
    await expect(run()).rejects.toBeInstanceOf(Later);
    slack.losesAnswer = false;
    memory.set('mirrors/lobby-m1', { ...mirrorOf('m1'), attempts: 20 });
    await run();
    expect(mirrorOf('m1')).toMatchObject({ state: 'failed' });
    memory.set('mirrors/lobby-m1', { ...mirrorOf('m1'), state: 'wanted', attempts: 0 });
    await run();
    expect(slack.calls.slice(1)).toEqual(['find m1', 'update 1700000010.000100 hello']);
  });
  it('never posts again without having looked', async () => {
    wanted('m1', {}, { state: 'sending', attempts: 1 });
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toEqual(['find m1']);
    expect(mirrorOf('m1')).toMatchObject({ state: 'sending' });
  });
  it('leaves a pause on the link when Slack says wait, and what waits in order', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toHaveLength(1);
    expect(lobby()).toMatchObject({ pause: { seconds: 30 }, lease: { held: false }, settled: at(0) });
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0 });
    await run();
    expect(slack.calls.slice(1)).toEqual(['post first by Alice (web)', 'post second by Alice (web)']);
  });
  it('tells all rooms of the channel that Slack wants to wait', async () => {
    wanted('m1');
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(memory.get('pauses/T1-C0LOBBY')).toEqual({ since: memory.clock, seconds: 30 });
    slack.troubles = [{ kind: 'limited', seconds: 40 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(memory.get('pauses/T1-C0LOBBY')).toMatchObject({ seconds: 40 });
  });
  it('leaves the longer wait of two, and its own job as it was', async () => {
    wanted('m1');
    memory.set('pauses/T1-C0LOBBY', { since: memory.clock, seconds: 90 });
    memory.refuses = (effect) => effect.do === 'update' && effect.path.startsWith('pauses/');
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(memory.get('pauses/T1-C0LOBBY')).toMatchObject({ seconds: 90 });
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0 });
    expect(lobby()).toMatchObject({ lease: { held: false }, pause: { seconds: 30 } });
  });
  it('asks nothing when another room was told to wait meanwhile, lets go, and comes again', async () => {
    wanted('m1');
    memory.refuses = (effect) => changesIn(effect).some(({ fields }) => fields.state === 'sending');
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toEqual([]);
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0 });
    expect(lobby()).toMatchObject({ lease: { held: false }, pause: { seconds: 0 } });
  });
  it('waits for an hour at most, however long Slack says', async () => {
    wanted('m1');
    slack.troubles = [{ kind: 'limited', seconds: 86_400 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(lobby()).toMatchObject({ pause: { seconds: 3_600 }, lease: { held: false } });
    expect(memory.get('pauses/T1-C0LOBBY')).toMatchObject({ seconds: 3_600 });
  });
  it('names on the link what has to be mended, and forgets it when it is', async () => {
    wanted('m1');
    slack.troubles = [{ kind: 'configuration', code: 'not_in_channel' }];
    await run();
    expect(lobby()).toMatchObject({ error: 'not_in_channel', pause: { seconds: 60 } });
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0, error: 'not_in_channel' });
    await run();
    expect(lobby()?.error).toBeUndefined();
    expect(mirrorOf('m1')?.state).toBe('sent');
  });
  it('waits while the link’s workspace is not connected, and loses nothing', async () => {
    memory.set('links/lobby', link({ team: 'T2' }));
    wanted('m1');
    const elsewhere = new Channel();
    const slackOf = (team: string) => (team === 'T2' ? slack : elsewhere);
    const turn = () =>
      memory.run(slackPost({ store: memory.reading, slackOf, elapsed: () => elapsed })({ room: 'lobby' }));
    slack.troubles = [{ kind: 'configuration', code: NOT_CONNECTED }];
    await turn();
    expect(lobby()).toMatchObject({ error: NOT_CONNECTED, pause: { seconds: 60 } });
    expect(mirrorOf('m1')).toMatchObject({ state: 'wanted', attempts: 0 });
    await turn();
    expect(lobby()?.error).toBeUndefined();
    expect(mirrorOf('m1')?.state).toBe('sent');
    expect(elsewhere.calls).toEqual([]);
  });
  it('keeps as a dead letter what Slack will never take, and goes on', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    slack.troubles = [{ kind: 'final', code: 'msg_too_long' }];
    await run();
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({
      component: 'slackPost',
      error: 'msg_too_long',
    });
    expect(mirrorOf('m1')).toMatchObject({ state: 'failed' });
    expect(mirrorOf('m2')).toMatchObject({ state: 'sent' });
  });
  it('gives up after twenty attempts', async () => {
    wanted('m1', {}, { state: 'sending', attempts: 20 });
    await run();
    expect(slack.calls).toEqual([]);
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ attempts: 20 });
  });
  it('comes again later when another holds the room', async () => {
    wanted('m1');
    memory.refuses = (effect) => changesIn(effect).some(({ path }) => path === 'links/lobby');
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(slack.calls).toEqual([]);
  });
  it('leaves the rest to another turn when its time is up', async () => {
    wanted('m1', { at: at(1), text: 'first' });
    wanted('m2', { at: at(2), text: 'second' });
    const { post } = slack;
    slack.post = (...call) => {
      elapsed += 31_000;
      return post.apply(slack, call);
    };
    await run();
    expect(slack.calls).toHaveLength(1);
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
    expect(lobby()?.lease.held).toBe(false);
  });
  it('records a part when more was wanted meanwhile', async () => {
    wanted('m1');
    memory.refuses = (effect) =>
      effect.do === 'update' && effect.fields.state === 'sent' && slack.calls.length === 1;
    await run();
    expect(slack.calls).toEqual(['post hello by Alice (web)', 'update 1700000010.000100 hello']);
  });
});
