import { beforeEach, expect, it } from 'vitest';
import { answersUnrecorded } from '../../../functions/components/unrecorded.ts';
import type { Link } from '../../../functions/model/link.ts';
import type { Place } from '../../../functions/slack/heard.ts';
import { SlackError } from '../../../functions/slack/port.ts';
import { at, link, Memory } from '../memory.ts';

const ROOT = '1767225600.000100';
const answer: Place = {
  team: 'T1',
  channel: 'C0LOBBY',
  ts: '1767225605.000100',
  thread: ROOT,
  threadBy: 'U0BOT',
};

let memory: Memory;
let who: () => Promise<string>;
let asked: number;
beforeEach(() => {
  memory = new Memory();
  asked = 0;
  who = async () => 'U0BOT';
});
const waits = (
  place: Partial<Place> = {},
  told: { received?: Date; nudges?: number } = {},
  links: readonly Link[] = [link()],
) =>
  answersUnrecorded(
    {
      store: memory.reading,
      ownUser: () => {
        asked += 1;
        return who();
      },
    },
    links.map((value, nth) => ({ id: nth === 0 ? 'lobby' : `room${nth}`, value })),
    { ...answer, ...place },
    { received: at(10), ...told },
  );
const recorded = (room = 'lobby') =>
  memory.set(`mirrors/${room}-m1`, { room, message: 'm1', channel: 'C0LOBBY', ts: ROOT, parts: [ROOT] });

it('waits while it is not on record what is answered', async () => {
  expect(await waits()).toBe(true);
  expect(await waits({}, { nudges: 1 })).toBe(true);
});
it('waits until every room has it on record', async () => {
  recorded();
  expect(await waits({}, {}, [link(), link()])).toBe(true);
  recorded('room1');
  expect(await waits({}, {}, [link(), link()])).toBe(false);
});
it('waits where Slack does not say who we are', async () => {
  who = () => Promise.reject(new SlackError({ kind: 'unknown' }));
  expect(await waits()).toBe(true);
});
it('asks Slack nothing where what is answered is on record', async () => {
  recorded();
  expect(await waits()).toBe(false);
  expect(asked).toBe(0);
});
it('does not take a mistake of ours for Slack’s silence', async () => {
  who = () => Promise.reject(new TypeError('no'));
  await expect(waits()).rejects.toThrow(TypeError);
});
it.each<[string, Partial<Place>, { received?: Date; nudges?: number }]>([
  ['after it was brought up twice', {}, { nudges: 2 }],
  ['for a post that is older than a record takes', {}, { received: at(601) }],
  ['for what somebody else began', { threadBy: 'U0KEN' }, {}],
])('does not wait %s', async (_, place, told) => {
  expect(await waits(place, told)).toBe(false);
});
it('does not wait outside threads, nor where Slack does not say who began one', async () => {
  const { thread: _, threadBy: __, ...plain } = answer;
  const ports = { store: memory.reading, ownUser: who };
  const rooms = [{ id: 'lobby', value: link() }];
  expect(await answersUnrecorded(ports, rooms, plain, { received: at(10) })).toBe(false);
  expect(await answersUnrecorded(ports, rooms, { ...plain, thread: ROOT }, { received: at(10) })).toBe(false);
});
it('does not wait in a room that is the thread', async () => {
  expect(await waits({}, {}, [link({ mode: 'thread', thread: ROOT })])).toBe(false);
});
