import type { ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answering } from '../../../functions/bindings/answering.ts';
import { log } from '../../../functions/bindings/log.ts';
import { onRequest } from '../../../functions/bindings/on-request.ts';
import type { Response } from '../../../functions/model/event.ts';

type Handler = ReturnType<typeof answering>;

const UNAVAILABLE = { status: 503, body: '' };
const never = () => new Promise<Response>(() => undefined);

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Sends a request, and tells what it was answered so far. */
function asked(handler: Handler) {
  const answers: { status: number; body: string }[] = [];
  let status = 0;
  const outgoing = {
    on: () => outgoing,
    writeHead: (code: number) => void (status = code),
    end: (body: string) => void answers.push({ status, body }),
  };
  const incoming = { method: 'POST', headers: {}, rawBody: Buffer.from('{}') } as unknown;
  const done = handler(incoming as Parameters<Handler>[0], outgoing as unknown as ServerResponse);
  return { answers, done };
}

describe('a request', () => {
  it('whose work does not end is answered 503 when its time is over, and not before', async () => {
    vi.useFakeTimers();
    const { answers } = asked(answering('identity', 1_000, never));
    await vi.advanceTimersByTimeAsync(999);
    expect(answers).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(answers).toEqual([UNAVAILABLE]);
  });
  it.each([
    ['ends', async (): Promise<Response> => ({ status: 200, body: '' })],
    ['fails', () => Promise.reject(new Error('no database'))],
  ])('whose work %s after that is answered once', async (_, end) => {
    const { answers } = asked(answering('identity', 10, () => after(30).then(end)));
    await after(60);
    expect(answers).toEqual([UNAVAILABLE]);
  });
  it('whose work fails is answered 503 at once, and the log says why', async () => {
    const told = vi.spyOn(log, 'error').mockReturnValue();
    const { answers, done } = asked(
      answering('identity', 1_000, () => Promise.reject(new Error('no database'))),
    );
    await done;
    expect(answers).toEqual([UNAVAILABLE]);
    expect(told).toHaveBeenCalledWith('failed', { component: 'identity', reason: 'no database' });
  });
  it('whose work the rules refused is answered 503', async () => {
    const { answers, done } = asked(answering('identity', 1_000, () => Promise.resolve(undefined)));
    await done;
    expect(answers).toEqual([UNAVAILABLE]);
  });
  it('of Slack’s is answered 503 within 2.5 s: Slack gives up after 3', async () => {
    vi.useFakeTimers();
    const stalls = () =>
      async function* () {
        yield* [];
        return never();
      };
    const { answers } = asked(onRequest('slackReceive', stalls, { secrets: [] }) as unknown as Handler);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(answers).toEqual([UNAVAILABLE]);
  });
});
