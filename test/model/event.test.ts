import { expect, it } from 'vitest';
import { asRoomJob } from '#model/event.ts';

it('is a room’s turn, where it names one as the rules want it', () => {
  expect(asRoomJob({ room: 'lobby' })).toEqual({ ok: true, value: { room: 'lobby' } });
});

it.each([
  {},
  { room: 3 },
  { room: 'a-b' },
  { room: 'a_b' },
  { room: '' },
  { room: 'a'.repeat(41) },
  undefined,
])('is none without: %o', (value) => {
  expect(asRoomJob(value).ok).toBe(false);
});
