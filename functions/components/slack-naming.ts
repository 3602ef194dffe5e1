import { type Slack, SlackError } from '../slack/port.ts';
import { nameless } from '../slack/text.ts';
import { abreast } from './abreast.ts';

/** Channels that are asked for because one message names them: of the others their ids are shown. */
const CHANNELS_MAX = 10;

/** Names of the channels and groups that a text names by their ids alone, by these ids: as far as Slack tells, and everybody may know. */
export async function naming(
  slack: Pick<Slack, 'channelName' | 'groups'>,
  text: string,
): Promise<ReadonlyMap<string, string>> {
  const { channels, groups } = nameless(text);
  const named = await Promise.all([
    channelsIn(slack, channels.slice(0, CHANNELS_MAX)),
    groupsIn(slack, groups),
  ]);
  return new Map(named.flat());
}

type Named = readonly [id: string, name: string];

/** Who reads it here need not be in Slack: what a private channel is called stays there. */
async function channelsIn(slack: Pick<Slack, 'channelName'>, ids: readonly string[]): Promise<Named[]> {
  const named: Named[] = [];
  const read = async (id: string) => ({ id, called: await told(slack.channelName(id)) });
  for await (const { id, called } of abreast(ids, read))
    if (called && !called.isPrivate) named.push([id, called.name]);
  return named;
}

async function groupsIn(slack: Pick<Slack, 'groups'>, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const handles = [...((await told(slack.groups())) ?? [])];
  return handles.flatMap(([handle, id]): Named[] => (ids.includes(id) ? [[id, handle]] : []));
}

/** Slack is not on the path of a message: without an answer it appears with the bare id. */
async function told<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof SlackError) return undefined;
    throw error;
  }
}
