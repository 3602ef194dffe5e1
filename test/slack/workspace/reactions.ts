import type { Channel } from './channel.ts';
import type { Message, Reaction } from './message.ts';
import type { Workspace } from './workspace.ts';

/** The form of an emoji's name: `tada`, `+1`, `wave::skin-tone-3`. */
const NAME = /^[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?$/;

/** Whether there is such an emoji: by the form of its name, and by `known`, where that lists them. */
export const isEmojiName = (name: string, known: readonly string[] | null): boolean =>
  NAME.test(name) && (known === null || known.includes(name.replace(/::skin-tone-\d$/, '')));

export const hasReacted = (message: Message, user: string, name: string): boolean =>
  message.reactions?.some((reaction) => reaction.name === name && reaction.users.includes(user)) ?? false;

/** Adds or takes back one user's reaction, and announces it. */
export function react(
  workspace: Workspace,
  channel: Channel,
  message: Message,
  { user, name, added }: { user: string; name: string; added: boolean },
): void {
  const before = message.reactions ?? [];
  const others = (before.find((one) => one.name === name)?.users ?? []).filter((one) => one !== user);
  const users = added ? [...others, user] : others;
  const changed: Reaction = { name, users, count: users.length };
  const known = before.some((one) => one.name === name);
  const all = known ? before.map((one) => (one.name === name ? changed : one)) : [...before, changed];
  const { reactions: _, ...rest } = message;
  const left = all.filter((one) => one.count > 0);
  const next: Message = { ...rest, ...(left.length > 0 && { reactions: left }) };
  channel.messages.put(next);
  const kind = added ? 'reaction_added' : 'reaction_removed';
  workspace.announce({ kind, channel, message: next, user, name });
}
