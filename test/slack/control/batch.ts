import { Hono } from 'hono';
import { body } from './body.ts';
import { Input } from './input.ts';
import { Refusal } from './refusal.ts';

/**
 * Many control requests in one, done in order: each with a `method` (POST unless given), a `path` below `/control`
 * and a `body`. The first that is refused ends it, with its number.
 */
export function batch(control: Hono): Hono {
  const app = new Hono();
  app.post('/batch', async (c) => {
    const answers: unknown[] = [];
    for (const record of (await body(c, ['requests'])).records('requests')) {
      const request = new Input(record, ['method', 'path', 'body']);
      const method = request.optionalText('method') ?? 'POST';
      const init = { method, ...(request.has('body') && { body: JSON.stringify(request.raw('body')) }) };
      const response = await control.request(request.text('path'), init);
      const answer = (await response.json()) as { error?: string };
      if (!response.ok) throw new Refusal(`Request ${answers.length}: ${answer.error}`);
      answers.push(answer);
    }
    return c.json({ answers });
  });
  return app;
}
