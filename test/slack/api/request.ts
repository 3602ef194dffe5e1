import type { Context } from 'hono';
import { Failure } from './failure.ts';

/** The arguments of a request, from its query and its form or JSON body; the body's win. */
export async function values(c: Context): Promise<Record<string, unknown>> {
  const query = c.req.query();
  if (c.req.method === 'GET') return query;
  const type = c.req.header('content-type')?.split(';')[0]?.trim();
  if (type === 'application/json') return { ...query, ...json(await c.req.text()) };
  if (type === 'application/x-www-form-urlencoded')
    return { ...query, ...Object.fromEntries(new URLSearchParams(await c.req.text())) };
  if (type === 'multipart/form-data') return { ...query, ...(await c.req.parseBody()) };
  return query;
}

/** The token, from the header or, in a form or a query, from the argument of that name. */
export function token(c: Context, args: Record<string, unknown>): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return bearer ?? (typeof args.token === 'string' && args.token !== '' ? args.token : undefined);
}

function json(text: string): Record<string, unknown> {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Failure('json_not_object');
  return { ...value };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Failure('invalid_json');
    throw cause;
  }
}
