import type { Method } from './call.ts';
import { Failure } from './failure.ts';

/** https://docs.slack.dev/reference/methods/team.info */
export const info: Method = ({ workspace, args }) => {
  const { id, name, domain } = workspace.team;
  if ((args.text('team') ?? id) !== id) throw new Failure('team_not_found');
  const icon = { image_default: true };
  return { team: { id, name, domain, url: `${workspace.origin}/`, email_domain: '', icon } };
};
