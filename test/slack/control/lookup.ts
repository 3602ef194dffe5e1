import type { Context } from 'hono';
import type { Channel } from '../workspace/channel.ts';
import { isTombstone, type Message } from '../workspace/message.ts';
import type { User } from '../workspace/user.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Workspaces } from '../workspace/workspaces.ts';
import { Refusal } from './refusal.ts';

/** The workspace that a request's `?team=` names; without it, the first. */
export function workspaceIn(c: Context, workspaces: Workspaces): Workspace {
  const team = c.req.query('team');
  const found = team === undefined ? workspaces.first : workspaces.get(team);
  const ids = [...workspaces].map((one) => one.team.id).join(', ');
  if (!found) throw new Refusal(`There is no workspace "${team}"; the workspaces are ${ids}.`);
  return found;
}

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

/** A message that is there; a tombstone is none, but for who replies to it. */
export function messageIn(channel: Channel, ts: string, { orTombstone = false } = {}): Message {
  const message = channel.messages.get(ts);
  if (!message || (isTombstone(message) && !orTombstone))
    throw new Refusal(`There is no message "${ts}" in ${channel.id}.`);
  return message;
}

const list = (things: Map<string, unknown>): string => [...things.keys()].join(', ');
