import type { Context } from 'hono';
import { listed } from '../workspace/installation.ts';
import { failed } from './answers.ts';
import type { ApiParts } from './api.ts';
import { Arguments } from './arguments.ts';
import type { SeenCall } from './calls.ts';
import { Failure } from './failure.ts';
import { methods } from './methods.ts';
import { token } from './request.ts';
import { checkScopes } from './scopes.ts';

/** Carries a call out, once its token is found good and its scopes are there. */
export function carry(
  c: Context,
  { workspaces, settings }: ApiParts,
  seen: SeenCall,
  given: Record<string, unknown>,
): Response {
  try {
    const endpoint = methods.get(seen.method);
    if (!endpoint) throw new Failure('unknown_method', { req_method: seen.method });
    const shown = token(c, given);
    if (shown === undefined) throw new Failure('not_authed');
    const workspace = workspaces.ofToken(shown);
    if (!workspace) throw new Failure('invalid_auth');
    const { lapse, scopes } = workspace.installation;
    if (lapse !== undefined) throw new Failure(lapse);
    c.header('x-oauth-scopes', listed(scopes));
    c.header('x-accepted-oauth-scopes', listed(endpoint.needs));
    const call = { workspace, settings, args: new Arguments(given) };
    checkScopes(call, endpoint.needs);
    const result = endpoint.run(call);
    if (typeof result.ts === 'string') seen.ts = result.ts;
    return c.json({ ok: true, ...result });
  } catch (error) {
    if (error instanceof Failure) return failed(c, seen, error);
    throw error;
  }
}
