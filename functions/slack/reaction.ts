import * as v from 'valibot';
import { slackId } from '../model/guard.ts';
import { isReactionEmoji } from '../model/reaction.ts';
import { type EventCallback, teamOf } from './envelope.ts';
import type { Kept } from './kept.ts';
import { emojiOf, ownName } from './text/emoji.ts';
import { isTimestamp } from './timestamp.ts';

/** Somebody in Slack has reacted to a message or taken that back. `told` is when, a Slack timestamp. */
export type Reacted = {
  readonly kind: 'reacted';
  readonly place: { readonly team: string; readonly channel: string; readonly ts: string };
  readonly user: string;
  readonly emoji: string;
  readonly on: boolean;
  readonly told: string;
  /** The message is a post of our own app. */
  readonly ours: boolean;
};

/** A reaction that is none of our business, and why. */
export type Ignored = { readonly kind: 'ignored'; readonly reason: string };

const ts = v.pipe(v.string(), v.check(isTimestamp, 'a Slack timestamp'));
const id = slackId();

/** https://docs.slack.dev/reference/events/reaction_added and reaction_removed */
const Event = v.object({
  type: v.picklist(['reaction_added', 'reaction_removed']),
  user: id,
  reaction: v.string(),
  item: v.object({ type: v.literal('message'), channel: id, ts }),
  /** Who wrote the message; not there where no user did. */
  item_user: v.optional(v.string()),
  event_ts: v.pipe(ts, v.regex(/^[0-9]{10}[.]/)),
});

/** Why what our bot has felt is none of our business: people in the web have. */
export const OWN_REACTION = 'a reaction of our own';

const SKIN_TONES = /[\u{1F3FB}-\u{1F3FF}]/gu;
/** U+1F3FB is the first of five; Slack counts them from 2. */
const FIRST_TONE = 0x1f3fb - 2;

/** What Slack's name of an emoji (`tada`, `wave::skin-tone-3`) stands for; nothing, if it cannot be a name. */
export const emojiNamed = (name: string): string | undefined => {
  const shortcode = `:${name}:`;
  const emoji = emojiOf(shortcode) ?? shortcode;
  return isReactionEmoji(emoji) ? emoji : undefined;
};

/** Slack's name of an emoji, as `reactions.add` takes it; nothing, if it is not known here. */
export const nameOf = (emoji: string): string | undefined => {
  if (emoji.startsWith(':')) return emoji.slice(1, -1);
  const [tone, ...more] = emoji.match(SKIN_TONES) ?? [];
  const name = ownName(emoji) ?? ownName(emoji.replace(SKIN_TONES, ''));
  if (name === undefined || tone === undefined || emoji === tone) return name;
  return more.length > 0 ? undefined : `${name}::skin-tone-${(tone.codePointAt(0) ?? 0) - FIRST_TONE}`;
};

/** Reads a Slack event as a reaction; nothing, if it is about something else. Never throws. */
export const reacted = (whole: EventCallback): Reacted | Ignored | undefined => {
  const { authorizations, event } = whole;
  if (event.type !== 'reaction_added' && event.type !== 'reaction_removed') return undefined;
  const ignored = (reason: string): Ignored => ({ kind: 'ignored', reason });
  const seen = v.safeParse(Event, event);
  if (!seen.success) return ignored('a reaction to no message');
  const { event_ts: told, item, item_user, reaction, type, user } = seen.output;
  const isOwn = (who: string | undefined) =>
    authorizations?.some((one) => one.is_bot === true && one.user_id === who) ?? false;
  if (isOwn(user)) return ignored(OWN_REACTION);
  const emoji = emojiNamed(reaction);
  if (emoji === undefined) return ignored('a reaction whose name is none');
  const place = { team: teamOf(whole), channel: item.channel, ts: item.ts };
  return { kind: 'reacted', place, user, emoji, on: type === 'reaction_added', told, ours: isOwn(item_user) };
};

/** Those who have reacted to a message with one emoji, and whether these are all: of many, Slack names some. */
export type Feelers = { readonly users: ReadonlySet<string>; readonly areAll: boolean };

/** https://docs.slack.dev/reference/events/message, "reactions" */
const Shown = v.array(v.object({ name: v.string(), users: v.array(id), count: v.number() }));

/** What is reacted to a message, by emoji, as Slack's history shows it; nothing, where that cannot be read. */
export function reactionsIn({ reactions }: Kept): ReadonlyMap<string, Feelers> | undefined {
  const seen = v.safeParse(Shown, reactions ?? []);
  if (!seen.success) return undefined;
  const all = new Map<string, Feelers>();
  for (const { name, users, count } of seen.output) {
    const emoji = emojiNamed(name);
    if (emoji === undefined) continue;
    const { users: others, areAll } = all.get(emoji) ?? { users: [], areAll: true };
    all.set(emoji, { users: new Set([...others, ...users]), areAll: areAll && count <= users.length });
  }
  return all;
}
