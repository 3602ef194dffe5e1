import type { Channel } from '../workspace/channel.ts';
import type { Message } from '../workspace/message.ts';
import type { User } from '../workspace/user.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Refusal } from './refusal.ts';

/** A channel by its id, or by `#name`. */
export function channelIn({ channels }: Workspace, id: string): Channel {
  const channel = channels.get(id) ?? [...channels.values()].find(({ name }) => id === `#${name}`);
  if (!channel) throw new Refusal(`There is no channel "${id}"; the channels are ${list(channels)}.`);
  return channel;
}

export function userIn({ users }: Workspace, id: string): User {
  const user = users.get(id);
  if (!user) throw new Refusal(`There is no user "${id}"; the users are ${list(users)}.`);
  return user;
}

export function messageIn(channel: Channel, ts: string): Message {
  const message = channel.messages.get(ts);
  if (!message || message.subtype === 'tombstone')
    throw new Refusal(`There is no message "${ts}" in ${channel.id}.`);
  return message;
}

const list = (things: Map<string, unknown>): string => [...things.keys()].join(', ');
