import type { WebClient } from '@slack/web-api';
import * as v from 'valibot';
import type { Slack } from '../slack/port.ts';
import { kept } from './kept.ts';
import { asked } from './slack-trouble.ts';

/** Milliseconds for which it is kept what groups there are. Slack takes twenty such calls a minute: https://docs.slack.dev/reference/methods/usergroups.list */
const KEPT = 5 * 60_000;

const Groups = v.object({ usergroups: v.array(v.object({ id: v.string(), handle: v.string() })) });

/** User groups over HTTP. A workspace without them, or a token without the scope, stays so: that is kept as well. */
export const groupsOver = (client: WebClient, now?: () => number): Pick<Slack, 'groups'> => {
  const all = kept(
    async () => {
      const { usergroups } = v.parse(Groups, await asked(client.usergroups.list()));
      return new Map(usergroups.map(({ id, handle }) => [handle, id]));
    },
    KEPT,
    now,
  );
  return { groups: () => all('') };
};
