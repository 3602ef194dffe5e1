import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Cooldowns } from '../faults/cooldowns.ts';
import type { CallFault } from '../faults/fault.ts';
import type { Faults } from '../faults/faults.ts';
import type { Pace } from '../faults/pace.ts';
import type { Settings } from '../settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Arguments } from './arguments.ts';
import type { Calls, SeenCall } from './calls.ts';
import { Failure } from './failure.ts';
import { methods } from './methods.ts';
import { token, values } from './request.ts';

export interface ApiParts {
  workspace: Workspace;
  settings: Settings;
  faults: Faults;
  cooldowns: Cooldowns;
  pace: Pace;
  calls: Calls;
  botToken: string;
}

type Bound = { Bindings: HttpBindings };

/** What the app may do: https://docs.slack.dev/reference/scopes */
const SCOPES =
  'channels:history,channels:join,channels:read,chat:write,chat:write.customize,' +
  'reactions:read,reactions:write,users:read';

/** Slack's Web API, at `/<method>`: each call is logged, struck by the fault that waits for it, and answered. */
export function api(parts: ApiParts): Hono<Bound> {
  const app = new Hono<Bound>();
  app.on(['GET', 'POST'], '/:method', async (c) => {
    const { calls, workspace } = parts;
    const seen = calls.log.add({ method: c.req.param('method'), at: workspace.now(), status: null });
    const begun = performance.now();
    const response = await answer(c, parts, seen);
    if (response !== RESPONSE_ALREADY_SENT) seen.status = response.status;
    seen.ms = Math.round(performance.now() - begun);
    return response;
  });
  return app;
}

async function answer(c: Context<Bound>, parts: ApiParts, seen: SeenCall): Promise<Response> {
  let given: Record<string, unknown> = {};
  let unreadable: Failure | undefined;
  try {
    given = await values(c);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    unreadable = error;
  }
  if (typeof given.channel === 'string') seen.channel = channelId(parts.workspace, given.channel);
  const wait = forbidden(parts, seen);
  if (wait > 0) return rateLimited(c, seen, wait);
  const fault = parts.faults.forCall(seen.method, seen.channel);
  if (fault) seen.fault = fault.effect.fault;
  const instead = fault && struck(c, parts, seen, fault);
  if (instead) return instead;
  const response = unreadable ? failed(c, seen, unreadable) : called(c, parts, seen, given);
  if (fault?.effect.fault === 'slow') await sleep(fault.effect.ms, undefined, { ref: false });
  return fault?.effect.fault === 'lost_answer' ? closed(c) : response;
}

/** Seconds the caller must wait, by an earlier Retry-After or by the channel's pace. */
function forbidden({ cooldowns, calls, pace, settings }: ApiParts, seen: SeenCall): number {
  const { method, channel } = seen;
  const left = cooldowns.left(method, channel);
  if (left > 0) {
    calls.withinRetryAfter += 1;
    return left;
  }
  if (settings.pace === false || method !== 'chat.postMessage' || channel === undefined) return 0;
  const wait = pace.take(channel, settings.pace);
  if (wait > 0) cooldowns.start(method, channel, wait);
  return wait;
}

/** What the caller gets instead of what it asked for; nothing when the call is to be made first. */
function struck(c: Context<Bound>, parts: ApiParts, seen: SeenCall, fault: CallFault): Response | undefined {
  const { effect } = fault;
  switch (effect.fault) {
    case 'rate_limited':
      parts.cooldowns.start(seen.method, fault.channel, effect.retry_after);
      return rateLimited(c, seen, effect.retry_after);
    case 'http_error':
      return new Response('upstream failure', { status: effect.status });
    case 'error':
      return failed(c, seen, new Failure(effect.error, details(effect.error)));
    case 'lost_call':
      return closed(c);
    case 'slow':
    case 'lost_answer':
      return undefined;
  }
}

function called(
  c: Context<Bound>,
  parts: ApiParts,
  seen: SeenCall,
  given: Record<string, unknown>,
): Response {
  const { workspace, settings, botToken } = parts;
  try {
    const method = methods.get(seen.method);
    if (!method) throw new Failure('unknown_method', { req_method: seen.method });
    const shown = token(c, given);
    if (shown === undefined) throw new Failure('not_authed');
    if (shown !== botToken) throw new Failure('invalid_auth');
    c.header('x-oauth-scopes', SCOPES);
    return c.json({ ok: true, ...method({ workspace, settings, args: new Arguments(given) }) });
  } catch (error) {
    if (error instanceof Failure) return failed(c, seen, error);
    throw error;
  }
}

function failed(c: Context, seen: SeenCall, { code, details }: Failure): Response {
  seen.error = code;
  return c.json({ ok: false, error: code, ...details });
}

function rateLimited(c: Context, seen: SeenCall, seconds: number): Response {
  seen.error = 'ratelimited';
  return c.json({ ok: false, error: 'ratelimited' }, 429, { 'Retry-After': String(seconds) });
}

function closed(c: Context<Bound>): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** The id of a channel that may be given as `#name`. */
const channelId = ({ channels }: Workspace, given: string): string =>
  [...channels.values()].find(({ name }) => given === `#${name}`)?.id ?? given;

const details = (error: string): Record<string, unknown> =>
  error === 'missing_scope' ? { needed: 'chat:write', provided: 'users:read' } : {};
