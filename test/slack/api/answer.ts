import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from 'hono';
import type { CallFault } from '../faults/fault.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { closed, failed, rateLimited } from './answers.ts';
import type { ApiParts, Bound } from './api.ts';
import type { SeenCall } from './calls.ts';
import { carry } from './carry.ts';
import { Failure } from './failure.ts';
import { forbidden, limitOf } from './limits.ts';
import { token, values } from './request.ts';
import { lacking } from './scopes.ts';

/** Answers one call: by a limit, by the fault that waits for it, or by the method itself. */
export async function answer(c: Context<Bound>, parts: ApiParts, seen: SeenCall): Promise<Response> {
  const given = await read(c);
  if (!(given instanceof Failure)) recognize(seen, parts.workspaces, given, token(c, given));
  const wait = forbidden(parts, seen);
  if (wait > 0) return rateLimited(c, seen, wait);
  const fault = parts.faults.forCall(seen);
  const call = () => (given instanceof Failure ? failed(c, seen, given) : carry(c, parts, seen, given));
  if (!fault) return call();
  seen.fault = fault.effect.fault;
  return struck(c, parts, seen, fault, call);
}

/** The answer under a fault, and the call before it where it is carried out all the same. */
async function struck(
  c: Context<Bound>,
  parts: ApiParts,
  seen: SeenCall,
  { effect, channel }: CallFault,
  call: () => Response,
): Promise<Response> {
  const { calls, cooldowns } = parts;
  switch (effect.fault) {
    case 'rate_limited': {
      const { channel: _, ...everywhere } = seen;
      cooldowns.start(limitOf(channel === undefined ? everywhere : seen), effect.retry_after);
      return rateLimited(c, seen, effect.retry_after);
    }
    case 'http_error':
      if (effect.stored) call();
      return new Response('upstream failure', { status: effect.status });
    case 'error':
      if (effect.stored) call();
      return failed(c, seen, new Failure(effect.error, details(parts, seen, effect.error)));
    case 'slow': {
      const { era } = calls;
      const carried = effect.late ? undefined : call();
      await sleep(effect.ms, undefined, { ref: false });
      if (carried) return carried;
      return era === calls.era ? call() : closed(c);
    }
    case 'lost_answer':
      call();
      return closed(c);
    case 'lost_call':
      return closed(c);
  }
}

async function read(c: Context): Promise<Record<string, unknown> | Failure> {
  try {
    return await values(c);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** Notes whose call it is, and of which channel, which may be given as `#name`. */
function recognize(
  seen: SeenCall,
  workspaces: Workspaces,
  { channel }: Record<string, unknown>,
  shown: string | undefined,
): void {
  const workspace = workspaces.ofToken(shown ?? '');
  if (workspace) seen.team = workspace.team.id;
  if (typeof channel !== 'string') return;
  const { channels } = workspace ?? workspaces.first;
  seen.channel = [...channels.values()].find(({ name }) => channel === `#${name}`)?.id ?? channel;
}

/** What Slack says beside an error that is ordered. */
function details(
  { workspaces }: ApiParts,
  { method, team }: SeenCall,
  error: string,
): Record<string, unknown> {
  if (error !== 'missing_scope') return {};
  const { scopes } = (workspaces.get(team ?? '') ?? workspaces.first).installation;
  const needed = method.startsWith('conversations.') ? 'channels:history' : 'chat:write';
  return lacking(needed, scopes);
}
