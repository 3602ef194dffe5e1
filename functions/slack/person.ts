import * as v from 'valibot';
import { guard, slackId } from '../model/guard.ts';
import { pictureOf } from './speaker.ts';

/** A person as `users.info` and `user_change` show them. https://docs.slack.dev/reference/objects/user-object */
const SlackUser = v.object({
  id: slackId(),
  team_id: v.nullish(v.string()),
  name: v.string(),
  real_name: v.nullish(v.string()),
  profile: v.nullish(
    v.object({
      display_name: v.nullish(v.string()),
      real_name: v.nullish(v.string()),
      image_72: v.nullish(v.string()),
    }),
  ),
  is_admin: v.nullish(v.boolean()),
  is_owner: v.nullish(v.boolean()),
});
export type SlackUser = v.InferOutput<typeof SlackUser>;

export const asSlackUser = guard('Slack user', SlackUser);

/** How a person appears in Slack, and so in the web. */
export type PersonLook = { readonly name: string; readonly picture?: string | undefined };

/** The name that Slack shows: the one they chose, else their own, else their handle. */
export const lookOf = ({ name, real_name, profile }: SlackUser): PersonLook => ({
  name: profile?.display_name || profile?.real_name || real_name || name,
  ...pictureOf(profile?.image_72),
});
