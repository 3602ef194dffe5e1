import { createHash, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { type Checked, guard, slackId } from '../model/guard.ts';
import type { SlashCommand } from './slash-command.ts';

const id = slackId();

/** A slash command as Slack sends it. https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
const Typed = v.object({
  command: v.pipe(v.string(), v.regex(/^\/[^\s/]{1,32}$/)),
  text: v.optional(v.pipe(v.string(), v.maxLength(4_000)), ''),
  team_id: id,
  api_app_id: id,
  channel_id: id,
  user_id: id,
  trigger_id: v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/)),
});

/** What an outgoing webhook tells. https://docs.slack.dev/legacy/legacy-custom-integrations/legacy-custom-integrations-outgoing-webhooks */
const Hooked = v.object({
  token: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  text: v.string(),
  user_id: v.string(),
  bot_id: v.optional(v.string()),
});
export type Hooked = v.InferOutput<typeof Hooked>;

const asTyped = guard('slash command', Typed);
const asHooked = guard('outgoing webhook', Hooked);

/** The fields of a form. https://url.spec.whatwg.org/#urlencoded-parsing */
export const fieldsOf = (body: string): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(body));

/** Who speaks for Slack itself; an outgoing webhook calls every bot so. */
const SLACKBOT = 'USLACKBOT';

/** What somebody typed, as it is kept: without Slack's tokens and addresses. `id` is the same whenever this one is sent. */
export function typedIn(
  fields: Readonly<Record<string, string>>,
): Checked<{ readonly id: string; readonly command: SlashCommand }> {
  const seen = asTyped(fields);
  if (!seen.ok) return seen;
  const { trigger_id, ...command } = seen.value;
  const hash = createHash('sha256').update(trigger_id).digest('hex').slice(0, 32);
  return { ok: true, value: { id: `Cm${hash}`, command: { type: 'slash_command', ...command } } };
}

/** What an outgoing webhook tells; nothing where it is none. */
export const hookedIn = (fields: Readonly<Record<string, string>>): Hooked | undefined => {
  const seen = asHooked(fields);
  return seen.ok ? seen.value : undefined;
};

/** Whether a bot said it: to answer one could go on without end. */
export const isOfBot = ({ bot_id, user_id }: Hooked): boolean => bot_id !== undefined || user_id === SLACKBOT;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether the token is one of these, compared in constant time. */
export const isKnown = (token: string, tokens: readonly string[]): boolean =>
  // All of them are compared: how long it takes tells nothing.
  tokens.filter((one) => timingSafeEqual(digest(one), digest(token))).length > 0;
