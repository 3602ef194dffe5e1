import { type Slack, SlackError } from '../../functions/slack/port.ts';

/** A Slack that tells of no channel and no group how it is called. */
export const nothingNamed: Pick<Slack, 'channelName' | 'groups'> = {
  channelName: () => Promise.reject(new SlackError({ kind: 'final', code: 'channel_not_found' })),
  groups: async () => new Map(),
};
