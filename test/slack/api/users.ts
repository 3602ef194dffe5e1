import { userView } from '../workspace/user.ts';
import type { Method } from './call.ts';
import { Failure } from './failure.ts';

export const info: Method = ({ workspace, args }) => {
  const user = workspace.users.get(args.required('user'));
  if (!user) throw new Failure('user_not_found');
  return { user: userView(user, workspace.team.id, workspace.origin) };
};
