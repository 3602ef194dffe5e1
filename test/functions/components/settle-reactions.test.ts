import { beforeEach, describe, expect, it } from 'vitest';
import { operate } from '../../../functions/components/operate.ts';
import { slackPost } from '../../../functions/components/slack-post.ts';
import { sweep } from '../../../functions/components/sweep.ts';
import { Later, Refused } from '../../../functions/model/effect.ts';
import type { Link } from '../../../functions/model/link.ts';
import type { Message } from '../../../functions/model/message.ts';
import { reactionPath } from '../../../functions/model/reaction.ts';
import { asReactionMirror, type ReactionMirror } from '../../../functions/model/reaction-mirror.ts';
import { SlackError, type SlackTrouble } from '../../../functions/slack/port.ts';
import { at, link, Memory, message } from '../memory.ts';

const TS = '1700000000.000200';
const SAID = 'slack-C0LOBBY-1700000000.000100';

let memory: Memory;
let calls: string[];
/** What goes wrong with the calls that begin so. */
let troubles: [start: string, SlackTrouble][];
/** Emoji that Slack does not have. */
let unknown: string[];
let elapsed: number;
/** What an operator was told at once. */
let alarms: unknown[];
beforeEach(() => {
  alarms = [];
  memory = new Memory();
  memory.clock = at(60);
  calls = [];
  troubles = [];
  unknown = [];
  elapsed = 0;
  workspaces.clear();
  memory.set('links/lobby', link({ settled: at(30) }));
  for (const [uid, name] of [
    ['alice', 'Alice'],
    ['gus', 'Gus'],
  ])
    memory.set(`people/${uid}`, { name, guest: uid === 'gus' });
  memory.set('rooms/lobby/messages/m1', message({ at: at(1) }));
  memory.set('mirrors/lobby-m1', {
    room: 'lobby',
    message: 'm1',
    at: at(1),
    wanted: 1,
    sent: 1,
    state: 'sent',
    attempts: 0,
    lease: 1,
    team: 'T1',
    channel: 'C0LOBBY',
    ts: TS,
    parts: [TS],
  });
});

const asked = async (call: string): Promise<void> => {
  calls.push(call);
  const trouble = troubles.find(([start]) => call.startsWith(start));
  if (trouble) throw new SlackError(trouble[1]);
};
const slack = {
  post: async (_: string, { text }: { text: string }) => {
    await asked(`post ${text}`);
    return { ts: TS };
  },
  update: () => asked('update').then(() => true),
  remove: () => asked('remove'),
  find: () => Promise.reject(new Error('nobody looks for anything')),
  react: async (channel: string, ts: string, name: string) => {
    await asked(`react ${name} to ${channel} ${ts}`);
    return !unknown.includes(name);
  },
  groups: async () => new Map(),
  unreact: (channel: string, ts: string, name: string) => asked(`unreact ${name} to ${channel} ${ts}`),
  note: (channel: string, ts: string, line: string | undefined) =>
    asked(`note ${line ?? 'nothing'} under ${channel} ${ts}`),
};
/** In which workspaces the bot has reacted. */
const workspaces = new Set<string>();
const slackOf = (team: string) => ({
  ...slack,
  react: (...call: Parameters<typeof slack.react>) => {
    workspaces.add(team);
    return slack.react(...call);
  },
});
const run = (store = memory.reading) =>
  memory.run(
    slackPost({ store, slackOf, elapsed: () => elapsed, alarm: (...alarm) => void alarms.push(alarm) })({
      room: 'lobby',
    }),
  );

function feels(uid: string, emoji: string, second: number, id = 'm1'): void {
  memory.set(reactionPath('lobby', id, uid, emoji), {
    by: { kind: 'person', id: uid },
    emoji,
    on: true,
    at: at(second),
  });
}
/** A mark that is to be worked off. */
function marked(over: Partial<ReactionMirror> = {}, id = 'm1'): void {
  memory.set(`reactionMirrors/lobby-${id}-reactions`, {
    room: 'lobby',
    message: id,
    at: at(40),
    wanted: 1,
    sent: 0,
    state: 'wanted',
    attempts: 0,
    lease: 0,
    shown: [],
    ...over,
  });
}
const mark = (id = 'm1') => memory.get<ReactionMirror>(`reactionMirrors/lobby-${id}-reactions`);
const lobby = () => memory.get<Link>('links/lobby');
const said = (over: Partial<Message> = {}) =>
  memory.set(`rooms/lobby/messages/${SAID}`, message({ author: { kind: 'slack', id: 'T1-U1' }, ...over }));

describe('slackPost, of reactions', () => {
  it('lets the bot react once with each emoji, and says under our post who has', async () => {
    feels('alice', '🎉', 2);
    feels('gus', '🎉', 3);
    feels('alice', '👍🏽', 4);
    marked({ wanted: 3 });
    await run();
    expect(calls).toEqual([
      `react tada to C0LOBBY ${TS}`,
      `react +1::skin-tone-4 to C0LOBBY ${TS}`,
      `note 🎉 Alice (web), Gus (guest) · 👍🏽 Alice (web) under C0LOBBY ${TS}`,
    ]);
    expect(mark()).toMatchObject({
      state: 'sent',
      sent: 3,
      attempts: 0,
      lease: 1,
      shown: ['tada', '+1::skin-tone-4'],
      line: '🎉 Alice (web), Gus (guest) · 👍🏽 Alice (web)',
    });
    expect(asReactionMirror(mark()).ok).toBe(true);
    expect(lobby()).toMatchObject({ lease: { number: 1, held: false } });
  });
  it('reacts to a message from Slack, and writes under it nothing, which it could not', async () => {
    said();
    feels('alice', '🎉', 2, SAID);
    marked({}, SAID);
    await run();
    expect(calls).toEqual(['react tada to C0LOBBY 1700000000.000100']);
    expect(mark(SAID)).toMatchObject({ state: 'sent', shown: ['tada'] });
    expect(mark(SAID)?.line).toBeUndefined();
  });
  it.each([
    ['of ours', 'm1', TS],
    ['that was said there', SAID, '1700000000.000100'],
  ])('reacts in the workspace of a message %s, wherever the room has moved', async (_, id, ts) => {
    memory.set('links/lobby', link({ settled: at(30), team: 'T2', channel: 'C0NEW' }));
    said();
    feels('alice', '🎉', 2, id);
    marked({}, id);
    await run();
    expect(calls[0]).toBe(`react tada to C0LOBBY ${ts}`);
    expect(mark(id)).toMatchObject({ state: 'sent', shown: ['tada'] });
    expect([...workspaces]).toEqual(['T1']);
  });
  it('does what has changed, and no more', async () => {
    feels('alice', '❤️', 2);
    marked({ wanted: 3, sent: 2, shown: ['tada', 'heart'], line: '🎉 Alice (web) · ❤️ Alice (web)' });
    await run();
    expect(calls).toEqual([`unreact tada to C0LOBBY ${TS}`, `note ❤️ Alice (web) under C0LOBBY ${TS}`]);
    expect(mark()).toMatchObject({ state: 'sent', shown: ['heart'], line: '❤️ Alice (web)' });
  });
  it('takes back all when nobody reacts any more', async () => {
    marked({ wanted: 2, sent: 1, shown: ['tada'], line: '🎉 Alice (web)' });
    await run();
    expect(calls).toEqual([`unreact tada to C0LOBBY ${TS}`, `note nothing under C0LOBBY ${TS}`]);
    expect(mark()).toMatchObject({ state: 'sent', shown: [] });
    expect(mark()?.line).toBeUndefined();
  });
  it('asks nothing of Slack when all is as it should be', async () => {
    feels('alice', '🎉', 2);
    marked({ wanted: 2, sent: 1, shown: ['tada'], line: '🎉 Alice (web)' });
    await run();
    await run();
    expect(calls).toEqual([]);
    expect(mark()).toMatchObject({ state: 'sent', sent: 2 });
  });
  it('does not let the bot react with what Slack has no name for', async () => {
    feels('alice', '🦩', 2);
    feels('alice', ':no_more:', 3);
    unknown = ['no_more'];
    marked();
    await run();
    expect(calls).toEqual([
      `react no_more to C0LOBBY ${TS}`,
      `note 🦩 Alice (web) · :no_more: Alice (web) under C0LOBBY ${TS}`,
    ]);
    expect(mark()).toMatchObject({ state: 'sent', shown: [] });
  });
  it('reacts with twenty different emoji, and with no more', async () => {
    for (let nth = 0; nth < 25; nth += 1) feels('alice', `:e${nth}:`, nth);
    marked();
    await run();
    expect(calls.filter((call) => call.startsWith('react'))).toHaveLength(20);
    expect(mark()).toMatchObject({ state: 'sent' });
  });
  it('looks how things stand, and not what was heard: all is done at once', async () => {
    marked({ wanted: 9 });
    feels('alice', '🎉', 2);
    await run();
    expect(mark()).toMatchObject({ sent: 9, state: 'sent' });
  });
  it('shows nothing of a message that is deleted', async () => {
    memory.set('rooms/lobby/messages/m1', message({ at: at(1), text: '', deleted: at(2) }));
    feels('alice', '🎉', 2);
    marked();
    await run();
    expect(calls).toEqual([]);
    expect(mark()).toMatchObject({ state: 'sent', shown: [] });
  });
  it.each<[string, object]>([
    ['was deleted in Slack', { gone: at(2) }],
    ['was deleted before Slack ever had it', { state: 'void', channel: undefined, ts: undefined }],
    ['was given up', { state: 'failed', channel: undefined, ts: undefined }],
  ])('shows nothing of a message that %s', async (_, mirror) => {
    memory.set('mirrors/lobby-m1', { ...memory.get('mirrors/lobby-m1'), ...mirror });
    feels('alice', '🎉', 2);
    marked();
    await run();
    expect(calls).toEqual([]);
    expect(mark()).toMatchObject({ state: 'sent' });
  });
  it('shows nothing of a message that is older than the link', async () => {
    memory.documents.delete('mirrors/lobby-m1');
    marked();
    await run();
    expect([calls, mark()?.state]).toEqual([[], 'sent']);
  });
  it('waits for a message whose mark is still to come, and does not turn in circles meanwhile', async () => {
    memory.documents.delete('mirrors/lobby-m1');
    memory.set('rooms/lobby/messages/m1', message({ at: at(31) }));
    feels('alice', '🎉', 32);
    marked();
    await run();
    expect(calls).toEqual([]);
    expect(mark()?.state).toBe('wanted');
    expect(memory.effects).toEqual([]);
  });
  it('reacts in the same turn in which the message is posted, after it', async () => {
    memory.set('links/lobby', link());
    memory.set('mirrors/lobby-m1', {
      ...memory.get('mirrors/lobby-m1'),
      sent: 0,
      state: 'wanted',
      channel: undefined,
      ts: undefined,
      parts: undefined,
    });
    feels('alice', '🎉', 2);
    marked();
    await run();
    expect(calls).toEqual([
      'post hello',
      `react tada to C0LOBBY ${TS}`,
      `note 🎉 Alice (web) under C0LOBBY ${TS}`,
    ]);
  });
  it('works off the rest another time when it is late', async () => {
    for (const id of ['m1', SAID]) {
      feels('alice', '🎉', 2, id);
      marked({}, id);
    }
    said();
    const store = {
      ...memory.reading,
      reactionsOfPeople: async (...which: Parameters<typeof memory.reading.reactionsOfPeople>) => {
        elapsed += 31_000;
        return memory.reading.reactionsOfPeople(...which);
      },
    };
    await run(store);
    expect([mark()?.state, mark(SAID)?.state]).toEqual(['sent', 'wanted']);
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
});

describe('slackPost, of reactions, after a crash', () => {
  beforeEach(() => {
    feels('alice', '🎉', 2);
    feels('alice', '❤️', 3);
  });
  it('has on record what Slack may show before it asks for anything', async () => {
    marked({ shown: ['eyes'], sent: 1, wanted: 2 });
    memory.refuses = (effect) => effect.do === 'update' && 'sent' in effect.fields;
    await expect(run()).rejects.toThrow(Refused);
    expect(mark()).toMatchObject({ state: 'sending', attempts: 1, shown: ['eyes', 'tada', 'heart'] });
  });
  it('trusts nothing that is on record: asks for all, and takes back all that is not wanted', async () => {
    marked({
      state: 'sending',
      attempts: 1,
      shown: ['eyes', 'tada'],
      line: '🎉 Alice (web) · ❤️ Alice (web)',
    });
    await run();
    expect(calls).toEqual([
      `unreact eyes to C0LOBBY ${TS}`,
      `react tada to C0LOBBY ${TS}`,
      `react heart to C0LOBBY ${TS}`,
      `note 🎉 Alice (web) · ❤️ Alice (web) under C0LOBBY ${TS}`,
    ]);
    expect(mark()).toMatchObject({ state: 'sent', attempts: 0, shown: ['tada', 'heart'] });
  });
  it('writes nothing under a message from Slack then either', async () => {
    said();
    feels('alice', '🎉', 2, SAID);
    marked({ state: 'sending', attempts: 1, shown: ['tada'] }, SAID);
    await run();
    expect(calls).toEqual(['react tada to C0LOBBY 1700000000.000100']);
  });
  it('leaves it wanted when more was wanted meanwhile', async () => {
    marked();
    memory.refuses = (effect) => effect.do === 'update' && effect.fields.state === 'sent';
    const once = memory.refuses;
    memory.refuses = (effect) => {
      if (!once(effect)) return false;
      memory.refuses = () => false;
      return true;
    };
    await run();
    // The next turn, of the same job, finds nothing to ask of Slack.
    expect(calls).toHaveLength(3);
    expect(mark()).toMatchObject({ state: 'sent' });
  });
  it('asks nothing of Slack when its lease may have run out', async () => {
    marked();
    const store = {
      ...memory.reading,
      reactionsOfPeople: async (...which: Parameters<typeof memory.reading.reactionsOfPeople>) => {
        elapsed += 53_000;
        return memory.reading.reactionsOfPeople(...which);
      },
    };
    await expect(run(store)).rejects.toThrow(Later);
    expect(calls).toEqual([]);
    expect(mark()).toMatchObject({ state: 'sending' });
  });
});

describe('slackPost, of reactions, in trouble', () => {
  beforeEach(() => {
    feels('alice', '🎉', 2);
    marked({ attempts: 2 });
  });
  it('waits as long as Slack wishes, and counts no attempt', async () => {
    troubles = [['react', { kind: 'limited', seconds: 30 }]];
    await expect(run()).rejects.toThrow(Later);
    expect(mark()).toMatchObject({ state: 'sending', attempts: 2 });
    expect(lobby()).toMatchObject({ lease: { held: false }, pause: { seconds: 30 } });
    expect(memory.get('pauses/T1-C0LOBBY')).toMatchObject({ seconds: 30 });
  });
  it('asks nothing when another room was told to wait meanwhile', async () => {
    memory.refuses = (effect) => effect.do === 'update' && 'shown' in effect.fields;
    await expect(run()).rejects.toThrow(Later);
    expect(calls).toEqual([]);
    expect(lobby()).toMatchObject({ lease: { held: false }, pause: { seconds: 0 } });
  });
  it('counts an attempt without an answer', async () => {
    troubles = [['note', { kind: 'unknown' }]];
    await expect(run()).rejects.toThrow(Later);
    expect(mark()).toMatchObject({ state: 'sending', attempts: 3 });
    expect(lobby()).toMatchObject({ error: 'no_answer' });
  });
  it('pauses the link for what somebody has to mend', async () => {
    troubles = [['react', { kind: 'configuration', code: 'missing_scope' }]];
    await run();
    expect(mark()).toMatchObject({ state: 'sending', attempts: 2, error: 'missing_scope' });
    expect(lobby()).toMatchObject({ error: 'missing_scope', pause: { seconds: 60 } });
  });
  it('gives up what is wrong with a channel that the room has left', async () => {
    memory.set('links/lobby', link({ settled: at(30), channel: 'C0NEW' }));
    troubles = [['react', { kind: 'configuration', code: 'channel_not_found' }]];
    await run();
    expect(mark()).toMatchObject({ state: 'failed', error: 'channel_not_found' });
    expect(lobby()?.error).toBeUndefined();
  });
  it('gives up what is wrong with a workspace that the room has left', async () => {
    memory.set('links/lobby', link({ settled: at(30), team: 'T2', channel: 'C0NEW' }));
    troubles = [['react', { kind: 'configuration', code: 'team_not_connected' }]];
    await run();
    expect(mark()).toMatchObject({ state: 'failed', error: 'team_not_connected' });
    expect(lobby()?.error).toBeUndefined();
  });
  it('pauses the channel in the workspace that the room has left', async () => {
    memory.set('links/lobby', link({ settled: at(30), team: 'T2', channel: 'C0NEW' }));
    troubles = [['react', { kind: 'limited', seconds: 30 }]];
    await expect(run()).rejects.toThrow(Later);
    expect(memory.get('pauses/T1-C0LOBBY')).toMatchObject({ seconds: 30 });
    expect(memory.get('pauses/T2-C0LOBBY')).toBeUndefined();
  });
  it('pauses the link for what is wrong with the workspace, wherever the room has moved', async () => {
    memory.set('links/lobby', link({ settled: at(30), channel: 'C0NEW' }));
    troubles = [['react', { kind: 'configuration', code: 'invalid_auth' }]];
    await run();
    expect(mark()).toMatchObject({ state: 'sending', error: 'invalid_auth' });
    expect(lobby()).toMatchObject({ error: 'invalid_auth', pause: { seconds: 60 } });
  });
  const LETTER = 'deadLetters/lobby-m1-reactions';
  it('keeps a dead letter of what Slack refuses for good, and operators try it again', async () => {
    troubles = [['react', { kind: 'final', code: 'thread_locked' }]];
    await run();
    expect(mark()).toMatchObject({ state: 'failed', error: 'thread_locked' });
    expect(memory.get(LETTER)).toMatchObject({
      component: 'slackPost',
      room: 'lobby',
      message: 'm1',
      error: 'thread_locked',
      attempts: 2,
      state: 'open',
    });
    expect(alarms).toEqual([['given up', { room: 'lobby', message: 'm1', reason: 'thread_locked' }]]);
    troubles = [];
    const caller = { uid: 'ona', operator: true };
    const store = { ...memory.reading };
    await memory.run(
      operate({ store, slackOf: () => undefined as never, now: () => at(90) })({
        caller,
        data: { do: 'redrive', job: 'lobby-m1-reactions' },
      }),
    );
    expect(mark()).toMatchObject({ state: 'sending', attempts: 0 });
    expect(mark()?.error).toBeUndefined();
    await run();
    expect(mark()).toMatchObject({ state: 'sent' });
  });
  it('opens a dead letter anew that was decided about', async () => {
    memory.set(LETTER, { state: 'discarded', by: 'ona', decided: at(1) });
    troubles = [['react', { kind: 'final', code: 'thread_locked' }]];
    await run();
    expect(memory.get(LETTER)).toMatchObject({ state: 'open', error: 'thread_locked' });
    expect(memory.get(LETTER)).not.toHaveProperty('by');
  });
  it('gives up after twenty attempts', async () => {
    marked({ state: 'sending', attempts: 20 });
    await run();
    expect(calls).toEqual([]);
    expect(mark()).toMatchObject({ state: 'failed', error: 'no answer from Slack' });
  });
});

describe('sweep', () => {
  it('gives a room a turn in which reactions wait', async () => {
    marked();
    await memory.run(sweep({ store: memory.reading })({ now: at(200) }));
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
  it('leaves those in peace that have just been marked', async () => {
    marked();
    await memory.run(sweep({ store: memory.reading })({ now: at(41) }));
    expect(memory.jobs).toEqual([]);
  });
});
