import type { Context } from 'hono';
import { Input } from './input.ts';
import { Refusal } from './refusal.ts';

/** The JSON object in a request, with the fields it may have. */
export async function body(c: Context, fields: readonly string[]): Promise<Input> {
  const text = await c.req.text();
  try {
    return new Input(JSON.parse(text) as unknown, fields);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(`The body is no JSON: ${error.message}.`);
    throw error;
  }
}
