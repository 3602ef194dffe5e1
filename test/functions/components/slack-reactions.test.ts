import { beforeEach, describe, expect, it } from 'vitest';
import { slackApply } from '../../../functions/components/slack-apply.ts';
import { Refused } from '../../../functions/model/effect.ts';
import type { InboxEntry } from '../../../functions/model/inbox.ts';
import { asReaction, reactionPath } from '../../../functions/model/reaction.ts';
import { link, Memory, message } from '../memory.ts';
import { nothingNamed } from '../nothing-named.ts';

const ts = '1700000000.000100';
const path = (message: string, emoji = '🎉', room = 'lobby') =>
  reactionPath(room, message, 'T1-U0HANA', emoji);
const SAID = `slack-C0LOBBY-${ts}`;

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  memory.set('links/lobby', link());
});

let events = 0;
async function hear(
  over: object,
  on = true,
  more: Partial<InboxEntry> = {},
): Promise<InboxEntry | undefined> {
  const name = `Ev${++events}`;
  const event = {
    type: on ? 'reaction_added' : 'reaction_removed',
    user: 'U0HANA',
    reaction: 'tada',
    item: { type: 'message', channel: 'C0LOBBY', ts },
    item_user: 'U0KEN',
    event_ts: '1700000005.000000',
    ...over,
  };
  const envelope = {
    type: 'event_callback',
    event_id: name,
    team_id: 'T1',
    api_app_id: 'A1',
    authorizations: [{ user_id: 'U0BOT', is_bot: true }],
  };
  const entry: InboxEntry = {
    team: 'T1',
    app: 'A1',
    type: event.type,
    body: JSON.stringify({ ...envelope, event }),
    received: new Date(),
    expires: new Date(),
    state: 'received',
    ...more,
  };
  memory.set(`inbox/${name}`, entry);
  const slack = {
    ...nothingNamed,
    user: async () => ({ name: 'Hana' }),
    workspace: async () => ({
      team: 'T1',
      url: 'https://t1.slack.com/',
      bot: 'B1',
      user: 'U0BOT',
      scopes: [],
    }),
    history: async () => ({ messages: [], next: undefined, isLimited: false }),
  };
  await memory.run(slackApply({ store: memory.reading, slackOf: () => slack })({ id: name, entry }));
  return memory.get<InboxEntry>(`inbox/${name}`);
}
const at = (second: number) => ({ event_ts: `170000000${second}.000000` });
const mirror = (room = 'lobby') =>
  memory.set(`mirrors/${room}-m1`, {
    room,
    message: 'm1',
    at: new Date(),
    team: 'T1',
    channel: 'C0LOBBY',
    ts,
    parts: [ts],
  });

describe('slackApply, told of a reaction', () => {
  it('writes it to the message, before that is there too', async () => {
    expect(await hear({})).toMatchObject({ state: 'applied' });
    const written = memory.get(path(SAID));
    expect(written).toEqual({
      by: { kind: 'slack', id: 'T1-U0HANA' },
      emoji: '🎉',
      on: true,
      at: new Date(1_700_000_005_000),
      told: '1700000005.000000',
    });
    expect(asReaction(written).ok).toBe(true);
  });
  it('makes acquaintance with whoever reacts', async () => {
    await hear({});
    expect(memory.get('slackPeople/T1-U0HANA')).toMatchObject({ name: 'Hana' });
  });
  it('writes it to the message of the web whose mirror it is to', async () => {
    mirror();
    await hear({ item_user: 'U0BOT' });
    expect(memory.get(path('m1'))).toMatchObject({ on: true });
    expect(memory.get(path(SAID))).toBeUndefined();
  });
  it('writes it in every room that the channel is linked to', async () => {
    memory.set('links/attic', link());
    await hear({});
    expect(memory.get(path(SAID, '🎉', 'attic'))).toMatchObject({ on: true });
  });
  it.each([
    ['elsewhere', { channel: 'C0OTHER' }],
    ['in another workspace', { team: 'T2', channel: 'C0OTHER' }],
    ['a thread elsewhere', { channel: 'C0OTHER', mode: 'thread', thread: '1699999998.000100' }],
  ] as const)('writes it in the room that has the message and is %s now', async (_, over) => {
    memory.set('links/former', link(over));
    memory.set(
      `rooms/former/messages/${SAID}`,
      message({ author: { kind: 'slack', id: 'T1-U0KEN' }, at: new Date(1_700_000_000_000) }),
    );
    expect(await hear({})).toMatchObject({ state: 'applied' });
    expect(memory.get(path(SAID, '🎉', 'former'))).toMatchObject({ on: true });
    expect(memory.get(path(SAID))).toBeUndefined();
  });
  describe('where the channel has rooms that are threads', () => {
    /** When it was said, as its id has it. */
    const said = message({ author: { kind: 'slack', id: 'T1-U0KEN' }, at: new Date(1_700_000_000_000) });
    beforeEach(() => memory.set('links/booth', link({ mode: 'thread', thread: '1699999999.000100' })));

    it('writes it in the room that shows the message', async () => {
      memory.set(`rooms/booth/messages/${SAID}`, said);
      await hear({});
      expect(memory.get(path(SAID, '🎉', 'booth'))).toBeDefined();
      expect(memory.get(path(SAID))).toBeUndefined();
    });
    it.each(['said in Slack', 'said in the web'])(
      'finds it among more rooms than can be listed: %s',
      async (where) => {
        for (let n = 0; n < 60; n += 1)
          memory.set(`links/a${n}`, link({ mode: 'thread', thread: `16${n + 100}.000100` }));
        if (where === 'said in Slack') memory.set(`rooms/booth/messages/${SAID}`, said);
        else mirror('booth');
        expect(await hear(where === 'said in Slack' ? {} : { item_user: 'U0BOT' })).toMatchObject({
          state: 'applied',
        });
        expect(memory.get(path(where === 'said in Slack' ? SAID : 'm1', '🎉', 'booth'))).toBeDefined();
      },
    );
    it('does not write it in a room that is not tied to Slack any more', async () => {
      memory.set(`rooms/former/messages/${SAID}`, said);
      expect(await hear({})).toMatchObject({ state: 'received' });
      memory.set(`rooms/booth/messages/${SAID}`, said);
      await hear({}, true, { nudges: 1 });
      expect(memory.get(path(SAID, '🎉', 'former'))).toBeUndefined();
      expect(memory.get(path(SAID, '🎉', 'booth'))).toBeDefined();
    });
    it('is not misled by what was said elsewhere at the same moment', async () => {
      memory.set(`rooms/booth/messages/${SAID}0`, said);
      memory.set(`rooms/lobby/messages/${SAID}`, said);
      await hear({});
      expect(memory.get(path(SAID, '🎉', 'booth'))).toBeUndefined();
      expect(memory.get(path(SAID))).toBeDefined();
    });
    it('writes it in the room of the channel where that shows it', async () => {
      memory.set(`rooms/lobby/messages/${SAID}`, said);
      expect(await hear({})).toMatchObject({ state: 'applied' });
      expect(memory.get(path(SAID, '🎉', 'booth'))).toBeUndefined();
      expect(memory.get(path(SAID))).toBeDefined();
    });
    it('waits once for the room that will show it', async () => {
      expect(await hear({})).toMatchObject({ state: 'received' });
      expect(memory.get(path(SAID))).toBeUndefined();
      memory.set(`rooms/booth/messages/${SAID}`, said);
      expect(await hear({}, true, { nudges: 1 })).toMatchObject({ state: 'applied' });
      expect(memory.get(path(SAID, '🎉', 'booth'))).toBeDefined();
    });
    it('writes it in the room of the channel where it waited in vain', async () => {
      await hear({}, true, { nudges: 1 });
      expect(memory.get(path(SAID, '🎉', 'booth'))).toBeUndefined();
      expect(memory.get(path(SAID))).toBeDefined();
    });
  });
  it('takes it back when it is removed, and adds it again', async () => {
    await hear(at(5));
    await hear(at(6), false);
    expect(memory.get(path(SAID))).toMatchObject({ on: false, told: '1700000006.000000' });
    await hear(at(7));
    expect(memory.get(path(SAID))).toMatchObject({ on: true });
  });
  it('leaves it taken back, where that is told before it was added', async () => {
    await hear(at(6), false);
    await hear(at(5));
    expect(memory.get(path(SAID))).toMatchObject({ on: false });
  });
  it('tells two words within a millisecond apart', async () => {
    await hear({ event_ts: '1700000005.000101' }, false);
    await hear({ event_ts: '1700000005.000100' });
    expect(memory.get(path(SAID))).toMatchObject({ on: false });
    await hear({ event_ts: '1700000005.000102' });
    expect(memory.get(path(SAID))).toMatchObject({ on: true });
  });
  it('writes nothing when it hears the same again', async () => {
    await hear(at(5));
    const { length } = memory.effects;
    await hear(at(5));
    expect(memory.effects.slice(length).map((effect) => effect.do)).toEqual(['create', 'update']);
    expect(memory.effects.at(-1)).toMatchObject({ path: `inbox/Ev${events}` });
  });
  it('compares again with what another has written meanwhile', async () => {
    await hear(at(5));
    memory.refuses = (effect) => {
      if (effect.do !== 'update' || effect.path !== path(SAID)) return false;
      memory.refuses = () => false;
      memory.set(path(SAID), { ...memory.get(path(SAID)), told: '1700000008.000000', on: true });
      return true;
    };
    expect(await hear(at(7), false)).toMatchObject({ state: 'applied' });
    expect(memory.get(path(SAID))).toMatchObject({ on: true, told: '1700000008.000000' });
  });
  it('says so when the rules refuse it all the same', async () => {
    await hear(at(5));
    memory.refuses = (effect) => effect.do === 'update' && effect.path === path(SAID);
    await expect(hear(at(7), false)).rejects.toThrow(Refused);
  });
  it('ignores what its own bot did', async () => {
    expect(await hear({ user: 'U0BOT' })).toMatchObject({
      state: 'ignored',
      reason: 'a reaction of our own',
    });
    expect(memory.get(path(SAID))).toBeUndefined();
  });
  it('ignores it in a channel without a room', async () => {
    const item = { type: 'message', channel: 'C0OTHER', ts };
    expect(await hear({ item })).toMatchObject({ state: 'ignored' });
  });
  it('waits with one to a post of ours that is not on record yet', async () => {
    expect(await hear({ item_user: 'U0BOT' })).toMatchObject({ state: 'received' });
    expect(memory.get(path(SAID))).toBeUndefined();
  });
});
