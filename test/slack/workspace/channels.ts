import type { Channel } from './channel.ts';
import { post } from './messages.ts';
import type { Workspace } from './workspace.ts';

/** What happens to a channel, with the lines that Slack writes into it: `channel_join`, `channel_name` and so on. */

export function rename(workspace: Workspace, channel: Channel, name: string, user: string): void {
  const old_name = channel.name;
  channel.previous_names = [old_name, ...channel.previous_names];
  channel.name = name;
  workspace.announce({ kind: 'channel_rename', channel });
  const text = `has renamed the channel from "${old_name}" to "${name}"`;
  post(workspace, channel, { subtype: line(channel, 'name'), user, text, name, old_name });
}

export function setArchived(
  workspace: Workspace,
  channel: Channel,
  is_archived: boolean,
  user: string,
): void {
  if (channel.is_archived === is_archived) return;
  channel.is_archived = is_archived;
  const what = is_archived ? 'archive' : 'unarchive';
  workspace.announce({ kind: `channel_${what}`, channel, user });
  post(workspace, channel, { subtype: line(channel, what), user, text: `${what}d the channel` });
}

/** A user comes in, by themself or brought by `inviter`. */
export function join(workspace: Workspace, channel: Channel, user: string, inviter?: string): void {
  if (channel.members.has(user)) return;
  channel.members.add(user);
  workspace.announce({ kind: 'joined', channel, user, actor: inviter ?? user });
  const text = `<@${user}> has joined the channel`;
  post(workspace, channel, {
    subtype: line(channel, 'join'),
    user,
    text,
    ...(inviter !== undefined && { inviter }),
  });
}

/** A user goes, by themself or removed by `actor`. */
export function leave(workspace: Workspace, channel: Channel, user: string, actor = user): void {
  if (!channel.members.has(user)) return;
  const text = `<@${user}> has left the channel`;
  channel.members.delete(user);
  workspace.announce({ kind: 'left', channel, user, actor });
  post(workspace, channel, { subtype: line(channel, 'leave'), user, text });
}

export function erase(workspace: Workspace, channel: Channel, user: string): void {
  workspace.channels.delete(channel.id);
  workspace.announce({ kind: 'channel_deleted', channel, user });
}

const line = ({ is_private }: Channel, what: string): string => `${is_private ? 'group' : 'channel'}_${what}`;
