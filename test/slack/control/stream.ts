import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Change } from '../workspace/change.ts';
import { isReply } from '../workspace/message.ts';
import type { Workspaces } from '../workspace/workspaces.ts';

/** Comments that keep the connection open, this far apart in milliseconds. */
const HEARTBEAT = 15_000;

/**
 * Every change as a server-sent event, for the page: `message`, `gone`, `ephemeral`, `unsaid`, or `state` for all else.
 * Each says in which `team` it happened.
 */
export function stream(workspaces: Workspaces): Hono {
  const app = new Hono();
  app.get('/stream', (c: Context) =>
    streamSSE(c, async (events) => {
      const end = workspaces.onChange((change, { team }) => {
        for (const data of [shown(change), rootOf(change)])
          if (data)
            void events.writeSSE({ event: nameOf(change), data: JSON.stringify({ team: team.id, ...data }) });
      });
      events.onAbort(end);
      await events.writeSSE({ event: 'hello', data: '{}' });
      const beat = setInterval(() => void events.write(': still here\n\n'), HEARTBEAT).unref();
      await new Promise<void>((resolve) => events.onAbort(resolve));
      clearInterval(beat);
    }),
  );
  return app;
}

function nameOf(change: Change): string {
  if ('message' in change) return 'message';
  if (change.kind === 'ephemeral' || change.kind === 'unsaid') return change.kind;
  return change.kind === 'deleted' ? 'gone' : 'state';
}

function shown(change: Change): Record<string, unknown> {
  if (change.kind === 'deleted') return { channel: change.channel.id, ts: change.previous.ts };
  if ('ephemeral' in change) return { ...change.ephemeral };
  if (!('message' in change)) return { kind: change.kind };
  const { channel, message } = change;
  return { channel: channel.id, message: channel.messages.view(message) };
}

/** The root of a new reply: what it says of its thread has changed too. */
function rootOf(change: Change): Record<string, unknown> | undefined {
  if (change.kind !== 'posted' || !isReply(change.message)) return undefined;
  const { channel, message } = change;
  const root = channel.messages.get(message.thread_ts ?? '');
  return root && { channel: channel.id, message: channel.messages.view(root) };
}
