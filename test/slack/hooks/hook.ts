import type { Channel } from '../workspace/channel.ts';
import type { Message } from '../workspace/message.ts';
import { SLACKBOT } from '../workspace/seed.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * An outgoing webhook, Slack's older way: what is said in a public channel, in one or after a trigger word, is sent
 * to an address. Source: https://docs.slack.dev/legacy/legacy-custom-integrations/legacy-custom-integrations-outgoing-webhooks
 */
export interface Hook {
  id: string;
  team: string;
  /** The secret of the hook: these requests bear no signature unless the hook is told to sign. */
  token: string;
  /** Without one, where events go. */
  url?: string;
  channel?: string;
  trigger_words: string[];
  /** The name its answers are posted under. */
  username: string;
  signs: boolean;
}

/** Subtypes under which somebody says something. */
const SPOKEN = [undefined, 'bot_message', 'file_share', 'me_message', 'thread_broadcast'];

/**
 * The trigger word of a message that this hook is for, empty where it needs none; nothing when it is not for it.
 * A hook does not hear its own answers.
 */
export function trigger(hook: Hook, channel: Channel, message: Message): string | undefined {
  if (channel.is_private || message.bot_id === botOf(hook)) return undefined;
  if (hook.channel !== undefined && hook.channel !== channel.id) return undefined;
  if (!SPOKEN.includes(message.subtype)) return undefined;
  if (hook.trigger_words.length === 0) return hook.channel === undefined ? undefined : '';
  return hook.trigger_words.find((word) => message.text.toLowerCase().startsWith(word.toLowerCase()));
}

export const botOf = ({ id }: Hook): string => `B0${id}`;

/** What is POSTed, as a form; whoever is no person is told as Slackbot. */
export function form(
  hook: Hook,
  word: string,
  workspace: Workspace,
  channel: Channel,
  message: Message,
): string {
  const { team, users } = workspace;
  const person = message.bot_id === undefined ? users.get(message.user ?? '') : undefined;
  const bot = message.bot_id !== undefined && { bot_id: message.bot_id, bot_name: message.username ?? '' };
  const fields = {
    token: hook.token,
    team_id: team.id,
    team_domain: team.domain,
    service_id: hook.id,
    channel_id: channel.id,
    channel_name: channel.name,
    ...(message.thread_ts !== undefined && { thread_ts: message.thread_ts }),
    timestamp: message.ts,
    user_id: person?.id ?? SLACKBOT.id,
    user_name: person?.name ?? SLACKBOT.name,
    ...bot,
    text: message.text,
    ...(word !== '' && { trigger_word: word }),
  };
  return new URLSearchParams(fields).toString();
}
