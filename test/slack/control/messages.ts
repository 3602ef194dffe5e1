import { Hono } from 'hono';
import type { Message } from '../workspace/message.ts';
import { edit, post, remove } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { body } from './body.ts';
import { hand, share, words } from './draft.ts';
import { channelIn, messageIn, userIn, workspaceIn } from './lookup.ts';
import { Refusal } from './refusal.ts';

const POST = ['user', 'channel', 'text', 'raw', 'thread_ts', 'reply_broadcast', 'client_msg_id', 'files'];

/** What people, and other apps' bots, say, edit and delete. */
export function messages(workspaces: Workspaces): Hono {
  const app = new Hono();
  const place = '/channels/:channel/messages';

  app.get(place, (c) => {
    const channel = channelIn(workspaceIn(c, workspaces), c.req.param('channel'));
    return c.json({ channel: channel.id, messages: channel.messages.views(c.req.query('since')) });
  });

  app.post('/messages', async (c) => {
    const input = await body(c, POST);
    const workspace = workspaceIn(c, workspaces);
    const user = userIn(workspace, input.text('user'));
    const channel = channelIn(workspace, input.text('channel'));
    if (channel.is_archived) throw new Refusal(`The channel ${channel.id} is archived.`);
    const thread_ts = input.optionalText('thread_ts');
    if (thread_ts !== undefined) messageIn(channel, thread_ts, { orTombstone: true });
    const reply_broadcast = input.flag('reply_broadcast') ?? false;
    const thread = thread_ts === undefined ? {} : { thread_ts, reply_broadcast };
    const shared = share(input, workspace, channel, user);
    const draft = { ...words(input, workspace), ...hand(user, input), ...shared };
    const message = post(workspace, channel, draft, thread);
    for (const file of message.files ?? [])
      workspace.announce({ kind: 'file_shared', channel, file, user: user.id });
    return c.json({ channel: channel.id, ts: message.ts, message });
  });

  app.patch(`${place}/:ts`, async (c) => {
    const input = await body(c, ['user', 'text', 'raw']);
    const workspace = workspaceIn(c, workspaces);
    const channel = channelIn(workspace, c.req.param('channel'));
    const message = own(workspace, messageIn(channel, c.req.param('ts')), input.text('user'));
    const said = { ...message, ...words(input, workspace) };
    const edited = edit(workspace, channel, message, said, input.text('user'));
    return c.json({ channel: channel.id, ts: edited.ts, message: edited });
  });

  app.delete(`${place}/:ts`, (c) => {
    const workspace = workspaceIn(c, workspaces);
    const channel = channelIn(workspace, c.req.param('channel'));
    const message = messageIn(channel, c.req.param('ts'));
    const { user, admin } = c.req.query();
    if (admin === undefined) own(workspace, message, user);
    remove(workspace, channel, message);
    return c.json({ channel: channel.id, ts: message.ts });
  });

  return app;
}

function own(workspace: Workspace, message: Message, user: string | undefined): Message {
  const { id } = userIn(workspace, user ?? '');
  if (message.user !== id)
    throw new Refusal(`The message ${message.ts} is not ${id}'s: people change only their own.`);
  return message;
}
