import { beforeEach, describe, expect, it } from 'vitest';
import { ABREAST } from '../../../functions/components/abreast.ts';
import { slackApply } from '../../../functions/components/slack-apply.ts';
import type { InboxEntry } from '../../../functions/model/inbox.ts';
import type { Link } from '../../../functions/model/link.ts';
import { messagePath, slackMessageId } from '../../../functions/model/message.ts';
import { type Reaction, reactionPath } from '../../../functions/model/reaction.ts';
import type { Which } from '../../../functions/slack/port.ts';
import { timestampOf } from '../../../functions/slack/timestamp.ts';
import { at, link, Memory, message } from '../memory.ts';
import { nothingNamed } from '../nothing-named.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** A Slack timestamp so many seconds after the room has heard all. */
const ts = (seconds: number): string => timestampOf(at(seconds));
const C = 'C0LOBBY';

let memory: Memory;
let channel: Record<string, unknown>[];
beforeEach(() => {
  memory = new Memory();
  memory.set('links/lobby', link({ heard: at(0) }));
  channel = [];
});

const history = async (_: string, { thread, oldest = '', latest = '9' }: Which) => {
  const isReply = (one: Record<string, unknown>) => one.thread_ts !== undefined && one.thread_ts !== one.ts;
  const messages = channel.filter(
    (one) =>
      String(one.ts) > oldest &&
      String(one.ts) < latest &&
      (thread === undefined ? !isReply(one) : one.thread_ts === thread),
  );
  return {
    messages: thread === undefined ? messages.toReversed() : messages,
    next: undefined,
    isLimited: false,
  };
};
const slack = {
  ...nothingNamed,
  history,
  user: async (id: string) => ({ name: `Name of ${id}` }),
  workspace: async () => ({ team: 'T1', url: 'https://t1.slack.com/', bot: 'B1', user: 'U0BOT', scopes: [] }),
};

const by = (name: string, users: readonly string[], count = users.length) => ({ name, users, count });
/** What somebody said in Slack, with what others have reacted to it. */
const said = (seconds: number, reactions?: unknown, more: object = {}) => ({
  ts: ts(seconds),
  user: 'U0KEN',
  text: 'hello',
  ...(reactions !== undefined && { reactions }),
  ...more,
});
/** A post of ours, likewise. */
const ours = (seconds: number, reactions?: unknown) =>
  said(seconds, reactions, {
    user: 'U0BOT',
    bot_id: 'B1',
    metadata: { event_type: 'tsunagi_message', event_payload: {} },
  });

/** The room looks through its channel; `now` in seconds. Resolves with what came of it. */
async function look(now = 18 * MINUTE, room = 'lobby'): Promise<InboxEntry | undefined> {
  const entry: InboxEntry = {
    team: 'T1',
    app: 'sweep',
    type: 'look',
    body: JSON.stringify({ type: 'look', room, team: 'T1', channel: C }),
    received: at(now),
    expires: at(now),
    state: 'received',
  };
  memory.set('inbox/look', entry);
  await memory.run(slackApply({ store: memory.reading, slackOf: () => slack })({ id: 'look', entry }));
  return memory.get('inbox/look');
}

const id = (seconds: number) => slackMessageId(C, ts(seconds));
const pathOf = (of: string, user = 'U0HANA', emoji = '🎉', room = 'lobby') =>
  reactionPath(room, of, `T1-${user}`, emoji);
const reaction = (...asked: Parameters<typeof pathOf>) => memory.get<Reaction>(pathOf(...asked));
/** A reaction that was told, so many seconds after the room had heard all. */
const told = (of: string, seconds: number, on = true, user = 'U0HANA', emoji = '🎉') =>
  memory.set(pathOf(of, user, emoji), {
    by: { kind: 'slack', id: `T1-${user}` },
    emoji,
    on,
    at: at(seconds),
    told: ts(seconds),
  });
const shows = (of: string, room = 'lobby') =>
  memory.set(messagePath(room, of), message({ author: { kind: 'slack', id: 'T1-U0KEN' } }));
/** A message of the web, and the posts that show it. */
const mirrored = (of: string, ...parts: number[]) => {
  memory.set(messagePath('lobby', of), message());
  const posts = parts.map(ts);
  memory.set(`mirrors/lobby-${of}`, {
    room: 'lobby',
    message: of,
    at: at(0),
    channel: C,
    ts: posts[0],
    parts: posts,
  });
};

describe('a look at the reactions in a channel', () => {
  it('makes up for what was added, also to what is made up for itself, as of when Slack was left to tell', async () => {
    channel = [said(60, [by('tada', ['U0HANA', 'U0KEN']), by('party_parrot', ['U0HANA'])])];
    expect(await look()).toMatchObject({ state: 'applied', reason: 'made up for: 4' });
    expect(reaction(id(60))).toEqual({
      by: { kind: 'slack', id: 'T1-U0HANA' },
      emoji: '🎉',
      on: true,
      at: at(16 * MINUTE),
      told: ts(16 * MINUTE),
    });
    expect(reaction(id(60), 'U0KEN')).toMatchObject({ on: true });
    expect(reaction(id(60), 'U0HANA', ':party_parrot:')).toMatchObject({ on: true });
    expect(memory.get('slackPeople/T1-U0HANA')).toMatchObject({ name: 'Name of U0HANA' });
  });
  it('makes up for what was taken back, and for what was added anew after that was told', async () => {
    channel = [said(60), said(70, [by('tada', ['U0HANA'])])];
    told(id(60), 61);
    told(id(70), 71, false);
    await look();
    expect(reaction(id(60))).toMatchObject({ on: false, told: ts(16 * MINUTE) });
    expect(reaction(id(70))).toMatchObject({ on: true, told: ts(16 * MINUTE) });
  });
  it('writes nothing where all is known, and nothing twice', async () => {
    channel = [said(60, [by('tada', ['U0HANA'])])];
    shows(id(60));
    told(id(60), 61);
    expect(await look()).not.toHaveProperty('reason');
    expect(reaction(id(60))).toMatchObject({ told: ts(61) });
  });
  it('leaves newer word of a reaction as it is', async () => {
    channel = [said(60), said(70, [by('tada', ['U0HANA'])])];
    told(id(60), 17 * MINUTE);
    told(id(70), 17 * MINUTE, false);
    expect(await look()).toMatchObject({ reason: 'made up for: 3' });
    expect(reaction(id(60))).toMatchObject({ on: true, told: ts(17 * MINUTE) });
    expect(reaction(id(70))).toMatchObject({ on: false, told: ts(17 * MINUTE) });
  });
  it('takes nothing back where Slack does not name all who have reacted so, or nothing that can be read', async () => {
    channel = [said(60, [by('tada', ['U0HANA'], 2)]), said(70, 'many'), said(80, [by('tada', [], 0)])];
    for (const seconds of [60, 70, 80]) told(id(seconds), 90, true, 'U0AKI');
    await look();
    expect(reaction(id(60), 'U0HANA')).toMatchObject({ on: true });
    expect([60, 70, 80].map((seconds) => reaction(id(seconds), 'U0AKI')?.on)).toEqual([true, true, false]);
  });
  it('passes over reactions of our own bot, and those of people in the web', async () => {
    channel = [said(60, [by('tada', ['U0BOT'])])];
    const own = reactionPath('lobby', id(60), 'alice', '🎉');
    memory.set(own, { by: { kind: 'person', id: 'alice' }, emoji: '🎉', on: true, at: at(61) });
    await look();
    expect(reaction(id(60), 'U0BOT')).toBeUndefined();
    expect(memory.get(own)).toMatchObject({ on: true });
  });
  it('takes nothing back from people of another workspace, of whom this one need not tell', async () => {
    channel = [said(60)];
    shows(id(60));
    const theirs = reactionPath('lobby', id(60), 'T2-U0HANA', '🎉');
    const by = { kind: 'slack', id: 'T2-U0HANA' };
    memory.set(theirs, { by, emoji: '🎉', on: true, at: at(61), told: ts(61) });
    expect(await look()).not.toHaveProperty('reason');
    expect(memory.get(theirs)).toMatchObject({ on: true });
  });
  it('passes over what the room does not show, or no more', async () => {
    channel = [said(-60, [by('tada', ['U0HANA'])]), said(60, [by('tada', ['U0HANA'])])];
    memory.set(messagePath('lobby', id(60)), message({ text: '', deleted: at(61) }));
    await look();
    expect([reaction(id(-60)), reaction(id(60))]).toEqual([undefined, undefined]);
    expect([...memory.documents.keys()].filter((path) => path.startsWith('slackPeople/'))).toEqual([]);
  });
  it('passes over a message to which more is reacted than it sees at once', async () => {
    channel = [said(60, [by('tada', ['U0NEW'])])];
    shows(id(60));
    for (let n = 0; n < 200; n += 1) told(id(60), 61, true, `U0${n}`);
    expect(await look()).not.toHaveProperty('reason');
  });
});

describe('reactions to a post of ours', () => {
  it('are those to the message that it shows', async () => {
    mirrored('m1', 60);
    channel = [ours(60, [by('tada', ['U0HANA', 'U0BOT'])])];
    told('m1', 61, true, 'U0KEN');
    await look();
    expect(reaction('m1')).toMatchObject({ on: true });
    expect(reaction('m1', 'U0KEN')).toMatchObject({ on: false });
    expect(reaction('m1', 'U0BOT')).toBeUndefined();
    expect(reaction(id(60))).toBeUndefined();
  });
  it('wait for a later look where it is not on record which message that is', async () => {
    channel = [ours(60, [by('tada', ['U0HANA'])])];
    expect(await look()).not.toHaveProperty('reason');
    mirrored('m1', 60);
    await look(30 * MINUTE);
    expect(reaction('m1')).toMatchObject({ on: true });
  });
  it('are not asked for where it is another room’s', async () => {
    channel = [ours(60, [by('tada', ['U0HANA'])]), said(70)];
    const asked: string[] = [];
    const { reactionsFromSlack } = memory.reading;
    memory.reading.reactionsFromSlack = (room, message, most) => {
      asked.push(message);
      return reactionsFromSlack(room, message, most);
    };
    await look();
    expect(asked).toEqual([id(70)]);
  });
  it('stand as long as they do on one of its parts', async () => {
    mirrored('m1', 60, 61);
    channel = [ours(60, [by('eyes', ['U0HANA'])]), ours(61, [by('tada', ['U0HANA'])])];
    told('m1', 62);
    told('m1', 62, true, 'U0HANA', '👀');
    told('m1', 62, true, 'U0HANA', '👍');
    await look();
    expect(['🎉', '👀', '👍'].map((emoji) => reaction('m1', 'U0HANA', emoji)?.on)).toEqual([
      true,
      true,
      false,
    ]);
  });
  it('are not taken back while one of its parts is not at hand', async () => {
    mirrored('m1', 60, 17 * MINUTE);
    channel = [ours(60)];
    told('m1', 62);
    await look();
    expect(reaction('m1')).toMatchObject({ on: true });
  });
});

describe('how far back a look goes for reactions', () => {
  beforeEach(() => {
    for (const seconds of [-20 * HOUR, -50 * MINUTE]) shows(id(seconds));
    channel = [-20 * HOUR, -50 * MINUTE].map((seconds) => said(seconds, [by('tada', ['U0HANA'])]));
  });
  it('is an hour, as a rule', async () => {
    await look(18 * MINUTE);
    expect(reaction(id(-50 * MINUTE))).toMatchObject({ on: true });
    expect(reaction(id(-20 * HOUR))).toBeUndefined();
  });
  it('is as far as Slack shows, after a gap', async () => {
    await look(2 * HOUR);
    expect(reaction(id(-50 * MINUTE))).toMatchObject({ on: true });
    expect(reaction(id(-20 * HOUR))).toMatchObject({ on: true });
  });
  it('is an hour in threads', async () => {
    const inThread = { thread_ts: ts(-20 * HOUR) };
    const root = said(-20 * HOUR, undefined, { ...inThread, latest_reply: ts(-30 * MINUTE) });
    channel = [root, said(-30 * MINUTE, [by('tada', ['U0HANA'])], inThread)];
    shows(id(-30 * MINUTE));
    await look(18 * MINUTE);
    expect(reaction(id(-30 * MINUTE))).toMatchObject({ on: true });
  });
  it('is an hour in a room that is a thread, and in no other room', async () => {
    const inThread = { thread_ts: ts(-20 * HOUR) };
    memory.set('links/booth', link({ mode: 'thread', thread: ts(-20 * HOUR), heard: at(0) }));
    const root = said(-20 * HOUR, undefined, { ...inThread, latest_reply: ts(-30 * MINUTE) });
    channel = [root, said(-30 * MINUTE, [by('tada', ['U0HANA'])], inThread)];
    shows(id(-30 * MINUTE), 'booth');
    await look(18 * MINUTE, 'booth');
    expect(reaction(id(-30 * MINUTE), 'U0HANA', '🎉', 'booth')).toMatchObject({ on: true });
    await look(18 * MINUTE);
    expect(reaction(id(-30 * MINUTE))).toBeUndefined();
  });
});

describe('where very much was said', () => {
  it('the reactions to some messages are read at once, and never to more', async () => {
    channel = Array.from({ length: 3 * ABREAST }, (_, n) => said(60 + n));
    let [underWay, most] = [0, 0];
    const { reactionsFromSlack } = memory.reading;
    memory.reading.reactionsFromSlack = async (...asked) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve));
      underWay -= 1;
      return reactionsFromSlack(...asked);
    };
    await look();
    expect(most).toBe(ABREAST);
  });
});

describe('where very much is missing', () => {
  const heard = () => memory.get<Link>('links/lobby')?.heard;
  const many = (seconds: number) => [
    by(
      'tada',
      Array.from({ length: 150 }, (_, n) => `U0${seconds}${n}`),
    ),
  ];
  const countOn = () =>
    [...memory.documents].filter(([path, { on }]) => path.includes('/reactions/') && on).length;

  it('the rest of the reactions is left for the next time', async () => {
    channel = [60, 70, 80].map((seconds) => said(seconds, many(seconds)));
    await look(HOUR);
    expect(countOn()).toBe(300);
    expect(heard()?.getTime()).toBeLessThan(at(80).getTime());
    await look(HOUR);
    expect(countOn()).toBe(450);
    expect(heard()?.getTime()).toBeGreaterThan(at(80).getTime());
  });
  it('the rest of the messages is compared the next time', async () => {
    channel = Array.from({ length: 301 }, (_, n) => said(60 + n));
    channel.push({ ...channel.pop(), reactions: [by('tada', ['U0HANA'])] });
    for (const one of channel) shows(slackMessageId(C, String(one.ts)));
    await look(HOUR);
    expect(reaction(id(360))).toBeUndefined();
    expect(heard()?.getTime()).toBeLessThan(at(360).getTime());
    await look(HOUR);
    expect(reaction(id(360))).toMatchObject({ on: true });
    expect(heard()?.getTime()).toBeGreaterThan(at(361).getTime());
  });
  it('the latest of the messages from before are compared, and what is new is not kept waiting for the others', async () => {
    channel = Array.from({ length: 301 }, (_, n) => said(n - 400));
    for (const one of [channel[0], channel[1]])
      Object.assign(one ?? {}, { reactions: [by('tada', ['U0HANA'])] });
    channel.push(said(60, [by('tada', ['U0HANA'])]));
    for (const one of channel) shows(slackMessageId(C, String(one.ts)));
    await look(18 * MINUTE);
    expect([-400, -399, 60].map((seconds) => reaction(id(seconds))?.on)).toEqual([undefined, true, true]);
    expect(heard()?.getTime()).toBeGreaterThan(at(61).getTime());
  });
});
