import { describe, expect, it } from 'vitest';
import { SEND_WINDOW_SECONDS, SENDS_PER_WINDOW, STAY_SECONDS } from '#model/limits.ts';
import { patience, stayOwed } from '#model/member.ts';

const start = new Date('2026-01-01T00:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1_000);

describe('how long one stays before one may leave', () => {
  it('is a while from coming on', () => {
    expect(stayOwed({ joined: start }, after(0))).toBe(STAY_SECONDS * 1_000);
    expect(stayOwed({ joined: start }, after(STAY_SECONDS - 1))).toBe(1_000);
    expect(stayOwed({ joined: start }, after(STAY_SECONDS + 1))).toBe(0);
  });
  it('is a second for each thing that was sent, from the first of them on', () => {
    const sent = { since: after(100), count: 30, last: 'x:1' };
    expect(stayOwed({ joined: start, sent }, after(110))).toBe(20_000);
    expect(stayOwed({ joined: start, sent }, after(131))).toBe(0);
  });
});

describe('how long nothing more may be sent', () => {
  const sent = (count: number) => ({ since: start, count, last: 'x:1' });
  it('is until the window is over, where all of it is spent', () => {
    expect(patience(sent(SENDS_PER_WINDOW), after(10))).toBe((SEND_WINDOW_SECONDS - 10) * 1_000);
    expect(patience(sent(SENDS_PER_WINDOW), after(SEND_WINDOW_SECONDS + 1))).toBe(0);
  });
  it('is not at all, where there is room', () => {
    expect(patience(sent(SENDS_PER_WINDOW - 1), after(10))).toBe(0);
    expect(patience(undefined, after(10))).toBe(0);
  });
});
