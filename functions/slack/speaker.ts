import * as v from 'valibot';
import { slackId } from '../model/guard.ts';
import { URL_MAX } from '../model/limits.ts';
import { METADATA_TYPE } from './post.ts';

/** How somebody appears, as far as Slack has said. */
export type Look = { readonly name?: string; readonly picture?: string };

/**
 * Who says something in Slack. A person is known by `id`; a bot by the id of the bot (`B…`), with how it looks there and, as
 * far as Slack says, whether it is our own app's.
 */
export type Speaker = {
  readonly id: string;
  readonly bot?: Look & { readonly isOurs: boolean | undefined };
};

const id = slackId();
/** What only adorns a message is no reason to miss it. */
const perhaps = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.nullish(schema), undefined);

/** The fields of a message that say whose it is. https://docs.slack.dev/reference/events/message/bot_message */
const Signed = v.object({
  user: v.nullish(id),
  bot_id: v.nullish(id),
  app_id: perhaps(v.string()),
  username: perhaps(v.string()),
  bot_profile: perhaps(
    v.object({
      app_id: perhaps(v.string()),
      name: perhaps(v.string()),
      icons: perhaps(v.object({ image_72: perhaps(v.string()) })),
    }),
  ),
  icons: perhaps(v.object({ image_48: perhaps(v.string()) })),
  metadata: perhaps(v.object({ event_type: v.string() })),
});
type Signed = v.InferOutput<typeof Signed>;

/** A picture that may be kept: an https URL, not too long. */
export const pictureOf = (url: string | null | undefined): { picture?: string } =>
  url?.startsWith('https://') && url.length <= URL_MAX ? { picture: url } : {};

const nameOf = (name: string | null | undefined): { name?: string } => (name?.trim() ? { name } : {});

/** Our posts carry our metadata wherever Slack shows it, and our app's id in most places. */
function isOurs({ app_id, bot_profile, metadata }: Signed, app: string): boolean | undefined {
  if (metadata?.event_type === METADATA_TYPE) return true;
  const by = app_id ?? bot_profile?.app_id;
  return by === undefined || by === null ? undefined : by === app;
}

/** Who says a message, as `app` sees it; nobody where Slack does not say. */
export function speakerOf(message: unknown, app: string): Speaker | undefined {
  const seen = v.safeParse(Signed, message);
  if (!seen.success) return undefined;
  const { user, bot_id, bot_profile, icons, username } = seen.output;
  // What a bot posts under a name of its own has no user; what it posts as itself has both.
  if (!bot_id) return user ? { id: user } : undefined;
  const look = {
    ...nameOf(bot_profile?.name ?? username),
    ...pictureOf(bot_profile?.icons?.image_72 ?? icons?.image_48),
  };
  return { id: bot_id, bot: { ...look, isOurs: isOurs(seen.output, app) } };
}
