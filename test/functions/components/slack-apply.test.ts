import { beforeEach, describe, expect, it } from 'vitest';
import { slackApply } from '../../../functions/components/slack-apply.ts';
import type { InboxEntry } from '../../../functions/model/inbox.ts';
import type { Message } from '../../../functions/model/message.ts';
import { type ChannelName, SlackError } from '../../../functions/slack/port.ts';
import { link, Memory } from '../memory.ts';

const ts = '1700000000.000100';
const id = `slack-C0LOBBY-${ts}`;
const said = { type: 'message', channel: 'C0LOBBY', user: 'U0HANA', text: 'hi', ts };

let memory: Memory;
let users: Record<string, string>;
let channels: Record<string, ChannelName>;
let asked: string[];
let answers: boolean;
beforeEach(() => {
  memory = new Memory();
  memory.set('links/lobby', link());
  users = { U0HANA: 'Hana', U0KEN: 'Ken' };
  channels = {
    C0LOUNGE: { name: 'lounge', isPrivate: false },
    C0BOARD: { name: 'board', isPrivate: true },
  };
  asked = [];
  answers = true;
});

const user = async (who: string) => {
  asked.push(who);
  const name = users[who];
  if (name === undefined) throw new SlackError({ kind: 'final', code: 'user_not_found' });
  return { name };
};
const history = async () => ({ messages: [], next: undefined, isLimited: false });
/** Of T1 the bot is B1, and so on. */
const workspace = async (team: string) => {
  asked.push('workspace');
  if (!answers) throw new SlackError({ kind: 'unknown' });
  return { team, url: 'https://t1.slack.com/', bot: team.replace('T', 'B'), user: 'U0BOT', scopes: [] };
};
/** Of T1 and its likes; what asks for them is on record. */
const channelName = async (channel: string) => {
  asked.push(channel);
  const called = channels[channel];
  if (!called) throw new SlackError({ kind: 'configuration', code: 'channel_not_found' });
  return called;
};
const groups = async () => {
  asked.push('groups');
  if (!answers) throw new SlackError({ kind: 'unknown' });
  return new Map([
    ['ops', 'S0OPS'],
    ['desk', 'S0DESK'],
  ]);
};
const slackOf = (team: string) => ({
  user,
  history,
  channelName,
  groups,
  workspace: () => workspace(team),
});

let events = 0;
const hear = (
  event: object,
  team = 'T1',
  apply?: Apply,
  over: Partial<InboxEntry> = {},
): Promise<InboxEntry | undefined> =>
  take(
    { type: 'event_callback', event_id: `Ev${events + 1}`, team_id: team, api_app_id: 'A1', event },
    team,
    apply,
    over,
  );

type Apply = ReturnType<typeof slackApply>;
const applying = (): Apply => slackApply({ store: memory.reading, slackOf });

async function take(
  told: object,
  team = 'T1',
  apply = applying(),
  over: Partial<InboxEntry> = {},
): Promise<InboxEntry | undefined> {
  const name = `Ev${++events}`;
  const body = JSON.stringify(told);
  const entry: InboxEntry = {
    team,
    app: 'A1',
    type: 'message',
    body,
    received: new Date(),
    expires: new Date(),
    state: 'received',
    ...over,
  };
  memory.set(`inbox/${name}`, entry);
  await memory.run(apply({ id: name, entry }));
  return memory.get<InboxEntry>(`inbox/${name}`);
}
const message = (room = 'lobby') => memory.get<Message>(`rooms/${room}/messages/${id}`);

const edited = (text: string, at: string) => ({
  type: 'message',
  subtype: 'message_changed',
  channel: 'C0LOBBY',
  ts: at,
  message: { ...said, text, edited: { user: 'U0HANA', ts: `${at.split('.')[0]}.000000` } },
});
const deleted = {
  type: 'message',
  subtype: 'message_deleted',
  channel: 'C0LOBBY',
  ts: '1700000050.000100',
  event_ts: '1700000050.000100',
  deleted_ts: ts,
  previous_message: said,
};

describe('slackApply', () => {
  it('writes what was said in Slack into the linked room, at the time it was said', async () => {
    expect(await hear(said)).toMatchObject({ state: 'applied' });
    expect(message()).toEqual({
      author: { kind: 'slack', id: 'T1-U0HANA' },
      text: 'hi',
      at: new Date(1_700_000_000_000),
      revision: 1,
    });
    expect(memory.get('slackPeople/T1-U0HANA')).toMatchObject({ name: 'Hana' });
  });
  it('asks Slack for a name once', async () => {
    await hear(said);
    await hear({ ...said, ts: '1700000001.000100' });
    expect(asked).toEqual(['U0HANA']);
  });
  it('writes a message though Slack does not say whose', async () => {
    users = {};
    await hear(said);
    expect(message()?.text).toBe('hi');
  });
  it('writes it into every room that is linked to the channel', async () => {
    memory.set('links/annex', link());
    await hear(said);
    expect(message('annex')?.text).toBe('hi');
    expect(message('lobby')?.text).toBe('hi');
  });
  it('keeps marks and links, and names people and channels, in markdown', async () => {
    await hear({
      ...said,
      text: '*a* &lt; b <@U0KEN> <@U0GONE> <#C1|general> <https://x.example|site> <!here>',
    });
    expect(message()?.text).toBe('**a** < b @Ken @U0GONE #general [site](https://x.example) @here');
  });
  it('names channels and groups of which Slack sends the id alone', async () => {
    await hear({ ...said, text: '<#C0LOUNGE> <#C0LOUNGE|> <!subteam^S0OPS> <!subteam^S0GONE>' });
    expect(message()?.text).toBe('#lounge #lounge @ops @S0GONE');
    expect(asked.toSorted()).toEqual(['C0LOUNGE', 'U0HANA', 'groups']);
  });
  it('asks for nothing that Slack has sent the name of', async () => {
    await hear({ ...said, text: '<#C0LOUNGE|general> <!subteam^S0OPS|@all-ops> <!here>' });
    expect(message()?.text).toBe('#general @all-ops @here');
    expect(asked).toEqual(['U0HANA']);
  });
  it('tells nobody how a private channel is called', async () => {
    await hear({ ...said, text: '<#C0BOARD>' });
    expect(message()?.text).toBe('#C0BOARD');
  });
  it('writes a message though Slack does not say how anything is called', async () => {
    answers = false;
    await hear({ ...said, text: '<#C0GONE> <!subteam^S0OPS>' });
    expect(message()?.text).toBe('#C0GONE @S0OPS');
  });
  it('asks for ten channels at most, however many a message names', async () => {
    const text = Array.from({ length: 12 }, (_, n) => `<#C${n}A>`).join(' ');
    await hear({ ...said, text });
    expect(asked.filter((one) => one.startsWith('C'))).toHaveLength(10);
    expect(message()?.text).toBe(text.replace(/[<>]/g, ''));
  });
  it('hangs an answer on the thread of the web or of Slack', async () => {
    memory.set('mirrors/lobby-m1', {
      room: 'lobby',
      message: 'm1',
      channel: 'C0LOBBY',
      ts: '1699.000100',
      parts: ['1699.000100'],
      at: new Date(),
    });
    await hear({ ...said, thread_ts: '169999999.000100' });
    expect(message()?.thread).toBe('slack-C0LOBBY-169999999.000100');
    memory.documents.delete(`rooms/lobby/messages/${id}`);
    memory.set('mirrors/lobby-m1', {
      room: 'lobby',
      message: 'm1',
      channel: 'C0LOBBY',
      ts: '169999998.000100',
      parts: ['169999998.000100', '169999999.000100'],
      at: new Date(),
    });
    await hear({ ...said, thread_ts: '169999999.000100' });
    expect(message()?.thread).toBe('m1');
  });
  it('lets an answer to a post of ours wait until it is on record what that shows', async () => {
    const root = `${Math.floor(Date.now() / 1_000) - 5}.000100`;
    const answer = { ...said, ts: `${root.slice(0, -1)}9`, thread_ts: root, parent_user_id: 'U0BOT' };
    const written = () => memory.get<Message>(`rooms/lobby/messages/slack-C0LOBBY-${answer.ts}`);
    expect(await hear(answer)).toMatchObject({ state: 'received' });
    expect(written()).toBeUndefined();
    memory.set('mirrors/lobby-m1', {
      room: 'lobby',
      message: 'm1',
      channel: 'C0LOBBY',
      ts: root,
      parts: [root],
    });
    expect(await hear(answer, 'T1', undefined, { nudges: 1 })).toMatchObject({ state: 'applied' });
    expect(written()).toMatchObject({ text: 'hi', thread: 'm1' });
  });
  describe('in a channel with rooms that are threads of it', () => {
    const thread = '1699999999.000100';
    const inThread = { ...said, thread_ts: thread };
    beforeEach(() => memory.set('links/booth', link({ mode: 'thread', thread })));

    it('writes what is said in such a thread into its room alone, as what is said there', async () => {
      await hear(inThread);
      expect(message('booth')).toMatchObject({ text: 'hi' });
      expect(message('booth')).not.toHaveProperty('thread');
      expect(message('lobby')).toBeUndefined();
    });
    it('writes nothing of the channel and of other threads there', async () => {
      await hear(said);
      expect(message('lobby')).toBeDefined();
      memory.documents.delete(`rooms/lobby/messages/${id}`);
      await hear({ ...said, thread_ts: '1699999998.000100' });
      expect(message('lobby')).toMatchObject({ thread: 'slack-C0LOBBY-1699999998.000100' });
      expect(message('booth')).toBeUndefined();
    });
    it('finds what was said there again when it is edited and deleted', async () => {
      await hear(inThread);
      await hear({
        ...edited('anew', '1700000020.000100'),
        message: { ...inThread, text: 'anew', edited: { user: 'U0HANA', ts: '1700000020.000000' } },
      });
      expect(message('booth')?.text).toBe('anew');
      await hear({ ...deleted, previous_message: inThread });
      expect(message('booth')?.deleted).toBeDefined();
      expect(message('lobby')).toBeUndefined();
    });
    it('ignores the channel where no room is all of it', async () => {
      memory.documents.delete('links/lobby');
      expect(await hear(said)).toMatchObject({ state: 'ignored' });
    });
  });
  describe('in a channel that a room has left', () => {
    const thread = '1699999999.000100';
    const root = `slack-C0LOBBY-${thread}`;
    const inThread = { ...said, thread_ts: thread };
    const before = { author: { kind: 'slack', id: 'T1-U0KEN' }, text: 'before', revision: 1 };
    const posted = (room: string, over: object) =>
      memory.set(`mirrors/${room}-m1`, {
        room,
        message: 'm1',
        at: new Date(1_699_999_999_000),
        team: 'T1',
        channel: 'C0LOBBY',
        ...over,
      });
    beforeEach(() => {
      memory.set('links/moved', link({ team: 'T2', channel: 'C0OTHER' }));
      // As the rules do: there nothing is made that is no answer in a thread.
      memory.refuses = (effect) =>
        effect.do === 'create' && /^rooms.moved/.test(effect.path) && effect.fields.thread === undefined;
    });

    it('writes an answer in a thread of its own there', async () => {
      memory.set(`rooms/moved/messages/${root}`, { ...before, at: new Date(1_699_999_999_000) });
      expect(await hear(inThread)).toMatchObject({ state: 'applied' });
      expect(message('moved')).toMatchObject({ text: 'hi', thread: root });
      expect(message('lobby')).toBeUndefined();
    });
    it('writes an answer to a message of the web there', async () => {
      posted('moved', { ts: thread, parts: [thread] });
      await hear(inThread);
      expect(message('moved')).toMatchObject({ text: 'hi', thread: 'm1' });
      expect(message('lobby')).toBeUndefined();
    });
    it('hangs an answer in the thread that it was on the first message of the web in it', async () => {
      posted('moved', { thread, ts: '1699999999.000200', parts: ['1699999999.000200'] });
      memory.set('rooms/moved/messages/m1', { ...before, at: new Date() });
      await hear(inThread);
      expect(message('moved')).toMatchObject({ text: 'hi', thread: 'm1' });
      memory.documents.delete(`rooms/moved/messages/${id}`);
      memory.set('rooms/moved/messages/m1', { ...before, at: new Date(), thread: root });
      await hear(inThread);
      expect(message('moved')).toMatchObject({ text: 'hi', thread: root });
      memory.documents.delete(`rooms/moved/messages/${id}`);
      memory.set('rooms/moved/messages/m1', { ...before, at: new Date(), thread: 'olderThanTheLink' });
      await hear(inThread);
      expect(message('moved')).toMatchObject({ text: 'hi', thread: 'm1' });
      expect(message('lobby')).toBeUndefined();
    });
    it('edits and deletes there what it has', async () => {
      memory.set(`rooms/moved/messages/${id}`, { ...before, at: new Date(1_700_000_000_000) });
      expect(await hear(edited('newer', '1700000030.000100'))).toMatchObject({ state: 'applied' });
      expect(message('moved')).toMatchObject({ text: 'newer', revision: 2 });
      await hear(deleted);
      expect(message('moved')).toMatchObject({ text: '', revision: 3 });
      expect(message('lobby')).toBeUndefined();
    });
    it('ends in the same state when an edit or a deletion of an answer comes first', async () => {
      memory.set(`rooms/moved/messages/${root}`, { ...before, at: new Date(1_699_999_999_000) });
      const anew = { ...inThread, text: 'anew', edited: { user: 'U0HANA', ts: '1700000020.000000' } };
      await hear({ ...edited('anew', '1700000020.000100'), message: anew });
      await hear(inThread);
      expect(message('moved')).toMatchObject({ text: 'anew', thread: root, revision: 1 });
      memory.documents.delete(`rooms/moved/messages/${id}`);
      await hear({ ...deleted, previous_message: inThread });
      await hear(inThread);
      expect(message('moved')).toMatchObject({ text: '', thread: root, revision: 1 });
    });
    it('writes nothing else that is said there', async () => {
      memory.set(`rooms/moved/messages/${root}`, { ...before, at: new Date(1_699_999_999_000) });
      await hear(said);
      await hear({ ...inThread, ts: '1700000001.000100', thread_ts: '1699999998.000100' });
      expect(message('moved')).toBeUndefined();
      expect(message('lobby')?.text).toBe('hi');
      expect(memory.get('rooms/lobby/messages/slack-C0LOBBY-1700000001.000100')).toBeDefined();
    });
    it('takes no word of another workspace about it, whatever its channels are called', async () => {
      memory.set(`rooms/moved/messages/${root}`, { ...before, at: new Date(1_699_999_999_000) });
      memory.set(`rooms/moved/messages/${id}`, { ...before, at: new Date(1_700_000_000_000) });
      posted('moved', { thread, ts: '1699999999.000200', parts: ['1699999999.000200'] });
      for (const event of [
        edited('forged', '1700000030.000100'),
        deleted,
        { ...inThread, ts: '1700000001.000100' },
        { ...deleted, deleted_ts: '1699999999.000200' },
      ])
        expect(await hear(event, 'T3')).toMatchObject({ state: 'ignored' });
      expect(message('moved')).toMatchObject({ text: 'before', revision: 1 });
      expect(memory.get('rooms/moved/messages/slack-C0LOBBY-1700000001.000100')).toBeUndefined();
      expect(memory.get('mirrors/moved-m1')).not.toHaveProperty('gone');
    });
    it('writes nothing where the room is not linked any more', async () => {
      memory.documents.delete('links/moved');
      memory.documents.delete('links/lobby');
      memory.set(`rooms/moved/messages/${root}`, { ...before, at: new Date(1_699_999_999_000) });
      expect(await hear(inThread)).toMatchObject({ state: 'ignored' });
      expect(message('moved')).toBeUndefined();
    });
  });
  it('keeps the thread of an answer of which it hears first that it was deleted', async () => {
    await hear({ ...deleted, previous_message: { ...said, thread_ts: '1699999999.000100' } });
    expect(message()).toMatchObject({ text: '', thread: 'slack-C0LOBBY-1699999999.000100' });
  });
  it('makes one message of an event that comes twice, under any id', async () => {
    await hear(said);
    await hear(said);
    expect(message()?.revision).toBe(1);
  });
  it('edits, and does not go back to an older edit', async () => {
    await hear(said);
    await hear(edited('newer', '1700000030.000100'));
    await hear(edited('older', '1700000020.000100'));
    expect(message()).toMatchObject({ text: 'newer', revision: 2, edited: new Date(1_700_000_030_000) });
  });
  it('deletes, and a tombstone stays one', async () => {
    await hear(said);
    await hear(deleted);
    await hear(edited('back', '1700000060.000100'));
    expect(message()).toMatchObject({ text: '', revision: 2, deleted: new Date(1_700_000_050_000) });
  });
  it('ends in the same state when an edit or a deletion comes first', async () => {
    await hear(edited('newer', '1700000030.000100'));
    await hear(said);
    expect(message()).toMatchObject({ text: 'newer', author: { id: 'T1-U0HANA' } });
    await hear(deleted);
    expect(message()).toMatchObject({ text: '' });
    memory.documents.delete(`rooms/lobby/messages/${id}`);
    await hear(deleted);
    await hear(said);
    expect(message()).toMatchObject({ text: '', deleted: new Date(1_700_000_050_000) });
  });
  it('takes the deletion of a thread’s root, which leaves its place, for one', async () => {
    await hear(said);
    const tombstone = {
      ts,
      subtype: 'tombstone',
      text: 'This message was deleted.',
      user: 'USLACKBOT',
      thread_ts: ts,
    };
    const event = { ...edited('', '1700000050.000100'), message: tombstone, previous_message: said };
    expect(await hear(event)).toMatchObject({ state: 'applied' });
    expect(message()).toMatchObject({
      text: '',
      deleted: new Date(1_700_000_050_000),
      author: { id: 'T1-U0HANA' },
    });
  });
  it('shows what another bot says under its name, and asks nobody for it', async () => {
    const icons = { image_72: 'https://example.org/d.png' };
    const bot = { bot_id: 'B0DEPLOY', app_id: 'A0DEPLOY', bot_profile: { name: 'Deploy', icons } };
    await hear({ ...said, ...bot });
    expect(message()).toMatchObject({ text: 'hi', author: { kind: 'slack', id: 'T1-B0DEPLOY' } });
    expect(memory.get('slackPeople/T1-B0DEPLOY')).toMatchObject({ name: 'Deploy', picture: icons.image_72 });
    expect(asked).toEqual([]);
  });
  it('asks which bot it is itself where Slack does not say whose a bot is, and once', async () => {
    const unsigned = { ...said, subtype: 'bot_message', user: undefined, username: 'Someone' };
    expect(await hear({ ...unsigned, bot_id: 'B1' })).toMatchObject({ reason: 'our own post' });
    expect(await hear({ ...unsigned, bot_id: 'B0HOOK' })).toMatchObject({ state: 'applied' });
    expect(message()?.author.id).toBe('T1-B0HOOK');
    answers = false;
    await expect(hear({ ...unsigned, bot_id: 'B1' })).rejects.toThrow(SlackError);
  });
  it('knows itself in each workspace, and asks once in each', async () => {
    memory.set('links/annex', link({ team: 'T2' }));
    const apply = applying();
    const bot = (id: string, at: number) => ({
      ...said,
      subtype: 'bot_message',
      user: undefined,
      bot_id: id,
      ts: `170000000${at}.000100`,
    });
    const ours = { state: 'ignored', reason: 'our own post' };
    expect(await hear(bot('B1', 1), 'T1', apply)).toMatchObject(ours);
    expect(await hear(bot('B2', 2), 'T1', apply)).toMatchObject({ state: 'applied' });
    expect(await hear(bot('B2', 3), 'T2', apply)).toMatchObject(ours);
    expect(await hear(bot('B1', 4), 'T2', apply)).toMatchObject({ state: 'applied' });
    expect(asked).toEqual(['workspace', 'workspace']);
  });
  it('asks for people in the workspace that tells of them', async () => {
    memory.set('links/annex', link({ team: 'T2' }));
    const teams: string[] = [];
    const apply = slackApply({
      store: memory.reading,
      slackOf: (team) => ({
        ...slackOf(team),
        user: async (who) => (teams.push(`${team} ${who}`), user(who)),
      }),
    });
    await hear(said, 'T2', apply);
    await hear(said, 'T1', apply);
    expect(teams).toEqual(['T2 U0HANA', 'T1 U0HANA']);
    expect(memory.get('slackPeople/T2-U0HANA')).toMatchObject({ name: 'Hana' });
    expect(message('annex')?.author.id).toBe('T2-U0HANA');
    expect(message()?.author.id).toBe('T1-U0HANA');
  });
  it('keeps a name and a picture as they are now when somebody changes them', async () => {
    await hear(said);
    users = { U0HANA: 'Hana now' };
    const changed = { type: 'user_change', user: { id: 'U0HANA', name: 'hana', real_name: 'Hana then' } };
    expect(await hear(changed)).toMatchObject({ state: 'applied' });
    expect(memory.get('slackPeople/T1-U0HANA')).toEqual({ name: 'Hana now', fetched: memory.clock });
    users = {};
    const profile = { display_name: 'Hana as told', image_72: 'https://example.org/h.png' };
    await hear({ ...changed, type: 'user_profile_changed', user: { ...changed.user, profile } });
    expect(memory.get('slackPeople/T1-U0HANA')).toMatchObject({
      name: 'Hana as told',
      picture: profile.image_72,
    });
  });
  it('passes over the change of somebody who never spoke here', async () => {
    const entry = await hear({ type: 'user_change', user: { id: 'U0KEN', name: 'ken' } });
    expect(entry).toMatchObject({ state: 'ignored', reason: 'a change of somebody who never spoke here' });
    expect(memory.get('slackPeople/T1-U0KEN')).toBeUndefined();
  });

  describe('a post of ours that is deleted in Slack', () => {
    const mirror = {
      room: 'lobby',
      message: 'm1',
      channel: 'C0LOBBY',
      ts,
      parts: [ts],
      at: new Date(),
      wanted: 1,
      sent: 1,
      state: 'sent',
      attempts: 0,
      lease: 1,
    };
    const ours = { ...deleted, previous_message: { bot_id: 'B1', app_id: 'A1', ts } };
    it('is known to its mirror as gone, once; the message stays', async () => {
      memory.set('mirrors/lobby-m1', mirror);
      expect(await hear(ours)).toMatchObject({ state: 'applied' });
      await hear({ ...ours, event_ts: '1700000060.000100' });
      expect(memory.get('mirrors/lobby-m1')).toEqual({ ...mirror, gone: new Date(1_700_000_050_000) });
      expect(message()).toBeUndefined();
    });
    it('is not gone where a further part of it is: of those we remove some ourselves', async () => {
      const long = { ...mirror, ts: '1699999999.000100', parts: ['1699999999.000100', ts] };
      memory.set('mirrors/lobby-m1', long);
      await hear(ours);
      expect(memory.get('mirrors/lobby-m1')).toEqual(long);
    });
    it('is another bot’s where Slack does not say whose it is, and is deleted here too, whichever comes first', async () => {
      const hook = { subtype: 'bot_message', user: undefined, username: 'Hook', bot_id: 'B0HOOK' };
      await hear({ ...said, ...hook });
      await hear({ ...deleted, previous_message: { ...said, ...hook } });
      expect(message()).toMatchObject({ text: '', deleted: new Date(1_700_000_050_000) });
      memory.documents.delete(`rooms/lobby/messages/slack-C0LOBBY-${ts}`);
      await hear({ ...deleted, previous_message: { ...said, ...hook } });
      await hear({ ...said, ...hook });
      expect(message()).toMatchObject({ text: '', deleted: new Date(1_700_000_050_000) });
    });
    it('is nothing where no mirror shows it', async () => {
      await hear(ours);
      await hear({ ...ours, previous_message: { bot_id: 'B1' } });
      expect([...memory.documents.keys()].filter((path) => /^(rooms|mirrors)/.test(path))).toEqual([]);
    });
  });

  it('hands a slash command on to who may carry it out', async () => {
    const command = {
      type: 'slash_command',
      team_id: 'T1',
      api_app_id: 'A1',
      channel_id: 'C0LOBBY',
      user_id: 'U0HANA',
      command: '/tsunagi',
      text: 'unlink',
    };
    expect(await take(command)).toMatchObject({ state: 'applied' });
    expect(memory.effects[0]).toEqual({ do: 'enqueue', queue: 'slackCommand', job: command });
  });
  it('records that Slack held events back', async () => {
    const limited = {
      type: 'app_rate_limited',
      team_id: 'T1',
      api_app_id: 'A1',
      minute_rate_limited: 1518467820,
    };
    expect(await take(limited)).toMatchObject({
      state: 'ignored',
      reason: 'Slack held events back: there were too many',
    });
  });
  it('records as failed what it cannot read', async () => {
    expect(await take({ type: 'event_callback' })).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('Slack event'),
    });
  });

  it.each([
    ['an echo of our own', { ...said, bot_id: 'B1', app_id: 'A1' }],
    ['a post with our metadata', { ...said, bot_id: 'B2', metadata: { event_type: 'tsunagi_message' } }],
    ['a preview of a link', { ...edited('x', '1700000030.000100'), message: said }],
    [
      'an edit of our own',
      {
        ...edited('x', '1700000030.000100'),
        message: { ...said, bot_id: 'B1', app_id: 'A1', edited: { ts } },
      },
    ],
    ['a message that says nothing', { ...said, text: ' ', blocks: [] }],
    ['somebody who joined', { ...said, subtype: 'channel_join' }],
    ['a reaction', { type: 'reaction_added', user: 'U1', reaction: 'tada' }],
    ['a message without a time', { ...said, ts: undefined }],
    ['a text that is none', { ...said, text: 7 }],
    ['another channel', { ...said, channel: 'C0OTHER' }],
  ])('records as ignored, and writes nothing of, %s', async (_, event) => {
    const entry = await hear(event);
    expect(entry).toMatchObject({ state: 'ignored' });
    expect(entry?.reason).toBeTruthy();
    expect([...memory.documents.keys()].filter((path) => path.startsWith('rooms/'))).toEqual([]);
  });
});

it.each([
  ['a workspace', 'T9', said],
  ['a channel', 'T1', { ...said, channel: 'C0NOWHERE' }],
])(
  'passes over what is told of %s to which no room is linked, whichever app it names',
  async (_, team, event) => {
    for (const api_app_id of ['A1', 'A0FOREIGN']) {
      const told = { type: 'event_callback', event_id: `Ev${events + 1}`, team_id: team, api_app_id, event };
      expect(await take(told, team)).toMatchObject({
        state: 'ignored',
        reason: 'no room is linked to this channel',
      });
    }
    expect(message()).toBeUndefined();
  },
);
