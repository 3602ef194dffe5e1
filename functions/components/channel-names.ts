import { AT_ONCE, type Called } from '../model/operation.ts';
import { type Slack, SlackError } from '../slack/port.ts';
import { abreast } from './abreast.ts';
import type { ForTeams } from './in-team.ts';
import type { Reading } from './reading.ts';

type Ports = ForTeams<{
  readonly store: Pick<Reading, 'links'>;
  readonly slack: Pick<Slack, 'channelName'>;
}>;

/** How the channels are called that rooms are tied to: of the first rooms by their ids, or of the first after one. */
export async function channelsOf({ store, slackOf }: Ports, after?: string): Promise<Called[]> {
  const ties = (await store.links(AT_ONCE, after)).map(({ value: { team, channel } }) => ({ team, channel }));
  const each = new Map(ties.map((tie) => [`${tie.team} ${tie.channel}`, tie]));
  const called: Called[] = [];
  const read = async ({ team, channel }: (typeof ties)[number]) => {
    return { team, channel, name: await nameOf(slackOf(team), channel) };
  };
  for await (const { name, ...tie } of abreast([...each.values()], read))
    if (name !== undefined) called.push({ ...tie, name });
  return called;
}

/** Nothing, where Slack does not tell: the id does as well. */
async function nameOf(slack: Pick<Slack, 'channelName'>, channel: string): Promise<string | undefined> {
  try {
    return (await slack.channelName(channel)).name;
  } catch (error) {
    if (error instanceof SlackError) return undefined;
    throw error;
  }
}
