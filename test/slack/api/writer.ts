import type { Draft } from '../workspace/message.ts';
import type { Call } from './call.ts';

/**
 * Who a post of the app is by. Under a `username` of its own it is a `bot_message` without a user; else it has the
 * bot's user, and nothing but `bot_id` and `app_id` tells it from a person's. Without the scope for it, name and
 * picture are left out and nobody is told (seen in papercups-io/papercups#522).
 */
export function writer({ workspace, args }: Call): Omit<Draft, 'text'> {
  const { app, team, installation } = workspace;
  const by = { bot_id: app.bot_id, app_id: app.id };
  const isFree = installation.scopes.has('chat:write.customize');
  const [username, emoji, picture] = isFree
    ? [args.text('username'), args.text('icon_emoji'), args.text('icon_url')]
    : [];
  const icons = {
    ...(emoji !== undefined && { emoji }),
    ...(picture !== undefined && { image_48: picture }),
  };
  const pictured = Object.keys(icons).length > 0 && { icons };
  if (username !== undefined) return { ...by, subtype: 'bot_message', username, ...pictured };
  const bot_profile = { id: app.bot_id, app_id: app.id, name: app.name, team_id: team.id, deleted: false };
  return { ...by, user: app.bot_user, bot_profile, ...pictured };
}
