import type { WebClient } from '@slack/web-api';
import * as v from 'valibot';
import { type Slack, SlackError } from '../slack/port.ts';
import { asked } from './slack-trouble.ts';

/** Milliseconds for which it is kept what groups there are. Slack takes twenty such calls a minute: https://docs.slack.dev/reference/methods/usergroups.list */
const KEPT = 5 * 60_000;

/** Milliseconds for which nobody asks again after no answer. */
const PAUSE = 10_000;

const Groups = v.object({ usergroups: v.array(v.object({ id: v.string(), handle: v.string() })) });

/**
 * User groups over HTTP. That Slack refuses to list them is kept as well: a workspace without them, or a token without the scope, stays
 * so. What passes, as that Slack wants us to wait, is kept for as long as that takes.
 */
export const groupsOver = (
  client: WebClient,
  now: () => number = () => performance.now(),
): Pick<Slack, 'groups'> => {
  let kept: { readonly groups: Promise<ReadonlyMap<string, string>>; until: number } | undefined;
  const ask = async () => {
    const { usergroups } = v.parse(Groups, await asked(client.usergroups.list()));
    return new Map(usergroups.map(({ id, handle }) => [handle, id]));
  };
  return {
    async groups() {
      if (kept && kept.until > now()) return kept.groups;
      const asking = { groups: ask(), until: now() + KEPT };
      kept = asking;
      try {
        return await asking.groups;
      } catch (error) {
        asking.until = Math.min(asking.until, now() + passesIn(error));
        throw error;
      }
    },
  };
};

/** Milliseconds after which it may be otherwise. */
function passesIn(error: unknown): number {
  if (!(error instanceof SlackError)) return PAUSE;
  const { trouble } = error;
  if (trouble.kind === 'limited') return trouble.seconds * 1_000;
  return trouble.kind === 'unknown' ? PAUSE : KEPT;
}
