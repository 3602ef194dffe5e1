import { listed } from '../workspace/installation.ts';
import type { Call } from './call.ts';
import { Failure } from './failure.ts';

/**
 * The scopes a method needs: none; one; or one for public channels and one for private ones.
 * Source: https://docs.slack.dev/reference/scopes
 */
export type Needs = readonly [] | readonly [string] | readonly [open: string, closed: string];

/** Fails with `missing_scope`, and says which, when the token lacks what this call needs. */
export function checkScopes(call: Call, needs: Needs): void {
  const { scopes } = call.workspace.installation;
  const missing = neededBy(call, needs).find((scope) => !scopes.has(scope));
  if (missing !== undefined) throw new Failure('missing_scope', lacking(missing, scopes));
}

/** What an answer `missing_scope` says besides. */
export const lacking = (needed: string, scopes: Iterable<string>): Record<string, unknown> => ({
  needed,
  provided: listed([...scopes].filter((scope) => scope !== needed)),
});

/** By the channel that is named; without one, by the `types` of channels that are asked for. */
function neededBy({ workspace, args }: Call, [open, closed]: Needs): string[] {
  if (open === undefined) return [];
  if (closed === undefined) return [open];
  const named = args.text('channel');
  if (named !== undefined) return [workspace.channels.get(named)?.is_private ? closed : open];
  const types = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
  const both = { public_channel: open, private_channel: closed };
  return Object.entries(both).flatMap(([type, scope]) => (types.includes(type) ? [scope] : []));
}
