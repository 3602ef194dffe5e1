import type { Method } from './call.ts';

/** https://docs.slack.dev/reference/methods/auth.test */
export const authTest: Method = ({ workspace }) => {
  const { team, app, origin } = workspace;
  return {
    url: `${origin}/`,
    team: team.name,
    user: app.name,
    team_id: team.id,
    user_id: app.bot_user,
    bot_id: app.bot_id,
    is_enterprise_install: false,
  };
};
