import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Bound } from './api.ts';
import type { SeenCall } from './calls.ts';
import type { Failure } from './failure.ts';

export function failed(c: Context, seen: SeenCall, { code, details }: Failure): Response {
  seen.error = code;
  return c.json({ ok: false, error: code, ...details });
}

/** https://docs.slack.dev/apis/web-api/rate-limits: the header has whole seconds. */
export function rateLimited(c: Context, seen: SeenCall, seconds: number): Response {
  seen.error = 'ratelimited';
  seen.retry_after = seconds;
  return c.json({ ok: false, error: 'ratelimited' }, 429, { 'Retry-After': String(seconds) });
}

/** Closes the connection without a word. */
export function closed(c: Context<Bound>): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
