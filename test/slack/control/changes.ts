import { type Context, Hono } from 'hono';
import type { Channel } from '../workspace/channel.ts';
import type { File } from '../workspace/file.ts';
import type { Message } from '../workspace/message.ts';
import { replace } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { body } from './body.ts';
import { channelIn, messageIn, workspaceIn } from './lookup.ts';
import { Refusal } from './refusal.ts';

/** What happens to messages without anybody having edited them: all told as `message_changed` without a mark. */
export function changes(workspaces: Workspaces): Hono {
  const app = new Hono();
  const place = '/channels/:channel/messages/:ts';

  app.post(`${place}/unfurl`, async (c) => {
    const input = await body(c, ['url', 'title']);
    const workspace = workspaceIn(c, workspaces);
    const { channel, message } = placed(c, workspace);
    const from_url = input.text('url');
    const preview = { id: 1, from_url, title: input.optionalText('title') ?? from_url };
    const unfurled = replace(workspace, channel, message, { ...message, attachments: [preview] });
    return c.json({ channel: channel.id, ts: message.ts, message: unfurled });
  });

  app.post(`${place}/touch`, (c) => {
    const workspace = workspaceIn(c, workspaces);
    const { channel, message } = placed(c, workspace);
    replace(workspace, channel, message, message);
    return c.json({ channel: channel.id, ts: message.ts, message });
  });

  app.patch(`${place}/files/:file`, async (c) => {
    const input = await body(c, ['mode']);
    const workspace = workspaceIn(c, workspaces);
    const { channel, message } = placed(c, workspace);
    const id = c.req.param('file');
    const before = message.files?.find((file) => file.id === id);
    if (!before) throw new Refusal(`There is no file "${id}" with the message ${message.ts}.`);
    const mode = input.word('mode', ['tombstone', 'hidden_by_limit']) ?? 'tombstone';
    const file: File = { id, mode };
    const files = message.files?.map((one) => (one.id === id ? file : one)) ?? [];
    const changed = replace(workspace, channel, message, { ...message, files });
    if (mode === 'tombstone') {
      const user = message.user ?? workspace.app.bot_user;
      workspace.announce({ kind: 'file_deleted', channel, file: before, user });
    }
    return c.json({ channel: channel.id, ts: message.ts, message: changed });
  });

  return app;
}

/** The message that a request's address names. */
function placed(c: Context, workspace: Workspace): { channel: Channel; message: Message } {
  const { channel: id = '', ts = '' } = c.req.param() as Record<string, string>;
  const channel = channelIn(workspace, id);
  return { channel, message: messageIn(channel, ts) };
}
