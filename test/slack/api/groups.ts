import { groupView } from '../workspace/group.ts';
import type { Method } from './call.ts';

/** https://docs.slack.dev/reference/methods/usergroups.list; in no particular order, and never in pages. */
export const list: Method = ({ workspace, args }) => {
  const isShown = ({ disabled }: { disabled: boolean }) => !disabled || args.flag('include_disabled');
  const shown = [...workspace.groups.values()].filter(isShown);
  return { usergroups: shown.map((group) => groupView(group, workspace.team.id)) };
};
