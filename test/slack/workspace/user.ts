/** A person, or an app's bot user. */
export interface User {
  id: string;
  /** The handle: lower case, no spaces. */
  name: string;
  real_name: string;
  display_name: string;
  /** The address of a picture; without one, the workspace draws initials. */
  picture?: string;
  deleted: boolean;
  /** Whether they run the workspace. */
  is_admin?: boolean;
  /** Seconds since 1970. */
  updated: number;
  bot?: { id: string; app_id: string };
}

const PICTURE_SIZES = [24, 32, 48, 72, 192, 512];

/** The user object of users.info and of `user_change`. `origin` is where the workspace serves pictures from. */
export function userView(user: User, team: string, origin: string): Record<string, unknown> {
  const picture = user.picture ?? `${origin}/pictures/${team}/${user.id}.svg`;
  return {
    id: user.id,
    team_id: team,
    name: user.name,
    deleted: user.deleted,
    real_name: user.real_name,
    tz: 'Asia/Tokyo',
    tz_label: 'Japan Standard Time',
    tz_offset: 9 * 60 * 60,
    profile: {
      real_name: user.real_name,
      real_name_normalized: user.real_name,
      display_name: user.display_name,
      display_name_normalized: user.display_name,
      team,
      ...Object.fromEntries(PICTURE_SIZES.map((size) => [`image_${size}`, picture])),
      ...(user.bot && { bot_id: user.bot.id, api_app_id: user.bot.app_id }),
    },
    is_bot: user.bot !== undefined,
    is_app_user: false,
    is_admin: user.is_admin ?? false,
    is_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    updated: user.updated,
  };
}
