import { userView } from '../workspace/user.ts';
import type { Method } from './call.ts';
import { page } from './cursor.ts';
import { Failure } from './failure.ts';

export const info: Method = ({ workspace, args }) => {
  const user = workspace.users.get(args.required('user'));
  if (!user) throw new Failure('user_not_found');
  return { user: userView(user, workspace.team.id, workspace.origin) };
};

/** https://docs.slack.dev/reference/methods/users.list; all of them, unless a limit is given. */
export const list: Method = ({ workspace, args }) => {
  const { team, origin } = workspace;
  const users = [...workspace.users.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const size = args.limit('limit', users.length, 1000);
  const { items, next_cursor } = page(users, size, args.text('cursor'), ({ id }) => id);
  const members = items.map((user) => userView(user, team.id, origin));
  return { members, cache_ts: workspace.seconds(), response_metadata: { next_cursor } };
};

/** https://docs.slack.dev/reference/methods/bots.info */
export const botInfo: Method = ({ workspace, args }) => {
  const asked = args.text('bot');
  const user = [...workspace.users.values()].find(({ bot }) => bot?.id === asked);
  if (!user?.bot) throw new Failure('bot_not_found');
  const { id, app_id } = user.bot;
  const picture = user.picture ?? `${workspace.origin}/pictures/${workspace.team.id}/${user.id}.svg`;
  const icons = { image_36: picture, image_48: picture, image_72: picture };
  const { deleted, updated } = user;
  return { bot: { id, deleted, name: user.display_name, updated, app_id, user_id: user.id, icons } };
};
