import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Draft, Message } from '../workspace/message.ts';
import { edit, post, remove, replace } from '../workspace/messages.ts';
import { hasReacted, isEmojiName, react } from '../workspace/reactions.ts';
import { escape, richText } from '../workspace/text.ts';
import { threads, withThread } from '../workspace/thread.ts';
import type { User } from '../workspace/user.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { body } from './body.ts';
import type { Input } from './input.ts';
import { channelIn, messageIn, userIn } from './lookup.ts';
import { Refusal } from './refusal.ts';

const POST = ['user', 'channel', 'text', 'raw', 'thread_ts', 'reply_broadcast', 'client_msg_id'];

/** What people, and other apps' bots, do to messages. */
export function messages(workspace: Workspace): Hono {
  const app = new Hono();
  const place = '/channels/:channel/messages';

  app.get(place, (c) => {
    const channel = channelIn(workspace, c.req.param('channel'));
    const byRoot = threads(channel);
    const all = [...channel.messages.values()].map((one) => withThread(one, byRoot.get(one.ts)));
    return c.json({ channel: channel.id, messages: all });
  });

  app.post('/messages', async (c) => {
    const input = await body(c, POST);
    const user = userIn(workspace, input.text('user'));
    const channel = channelIn(workspace, input.text('channel'));
    if (channel.is_archived) throw new Refusal(`The channel ${channel.id} is archived.`);
    const thread_ts = input.optionalText('thread_ts');
    if (thread_ts !== undefined) messageIn(channel, thread_ts);
    const reply_broadcast = input.flag('reply_broadcast') ?? false;
    const thread = thread_ts === undefined ? {} : { thread_ts, reply_broadcast };
    const message = post(workspace, channel, { ...words(input), ...hand(user, input) }, thread);
    return c.json({ channel: channel.id, ts: message.ts, message });
  });

  app.patch(`${place}/:ts`, async (c) => {
    const input = await body(c, ['user', 'text', 'raw']);
    const channel = channelIn(workspace, c.req.param('channel'));
    const message = own(workspace, messageIn(channel, c.req.param('ts')), input.text('user'));
    const edited = edit(workspace, channel, message, words(input), input.text('user'));
    return c.json({ channel: channel.id, ts: edited.ts, message: edited });
  });

  app.delete(`${place}/:ts`, (c) => {
    const channel = channelIn(workspace, c.req.param('channel'));
    const message = own(workspace, messageIn(channel, c.req.param('ts')), c.req.query('user'));
    remove(workspace, channel, message);
    return c.json({ channel: channel.id, ts: message.ts });
  });

  app.post(`${place}/:ts/unfurl`, async (c) => {
    const input = await body(c, ['url', 'title']);
    const channel = channelIn(workspace, c.req.param('channel'));
    const message = messageIn(channel, c.req.param('ts'));
    const preview = {
      id: 1,
      from_url: input.text('url'),
      title: input.optionalText('title') ?? input.text('url'),
    };
    const unfurled = replace(workspace, channel, message, { ...message, attachments: [preview] });
    return c.json({ channel: channel.id, ts: message.ts, message: unfurled });
  });

  app.post(`${place}/:ts/reactions`, async (c) => {
    const input = await body(c, ['user', 'name']);
    const { channel, ts } = c.req.param();
    reacted(workspace, { channel, ts, user: input.text('user'), name: input.text('name'), added: true });
    return c.json({ channel, ts });
  });

  app.delete(`${place}/:ts/reactions/:name`, (c) => {
    const { channel, ts, name } = c.req.param();
    reacted(workspace, { channel, ts, user: c.req.query('user') ?? '', name, added: false });
    return c.json({ channel, ts });
  });

  return app;
}

/** Text as typed, escaped, with its block; or, when `raw`, text that is in Slack's form already. */
function words(input: Input): Pick<Draft, 'text' | 'blocks'> {
  const text = input.text('text');
  return input.flag('raw') ? { text } : { text: escape(text), blocks: richText(text) };
}

/** The marks a message bears: a person's client gives it an id; an app's post has the app's. */
function hand(user: User, input: Input): Omit<Draft, 'text'> {
  const { bot } = user;
  if (!bot) return { user: user.id, client_msg_id: input.optionalText('client_msg_id') ?? randomUUID() };
  const bot_profile = { id: bot.id, app_id: bot.app_id, name: user.name, deleted: false };
  return { user: user.id, bot_id: bot.id, app_id: bot.app_id, bot_profile };
}

function own(workspace: Workspace, message: Message, user: string | undefined): Message {
  const { id } = userIn(workspace, user ?? '');
  if (message.user !== id)
    throw new Refusal(`The message ${message.ts} is not ${id}'s: people change only their own.`);
  return message;
}

function reacted(
  workspace: Workspace,
  {
    channel,
    ts,
    user,
    name,
    added,
  }: { channel: string; ts: string; user: string; name: string; added: boolean },
): void {
  const place = channelIn(workspace, channel);
  const message = messageIn(place, ts);
  const { id } = userIn(workspace, user);
  if (!isEmojiName(name))
    throw new Refusal(`"${name}" is no emoji's name: give it without colons, as in "tada".`);
  if (hasReacted(message, id, name) === added)
    throw new Refusal(`${id} ${added ? 'already reacted' : 'did not react'} to ${ts} with "${name}".`);
  react(workspace, place, message, { user: id, name, added });
}
