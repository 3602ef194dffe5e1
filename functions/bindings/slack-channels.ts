import type { WebClient } from '@slack/web-api';
import * as v from 'valibot';
import type { Slack } from '../slack/port.ts';
import { kept } from './kept.ts';
import { patient } from './patience.ts';
import { Channel } from './slack-answers.ts';
import { asked } from './slack-trouble.ts';

/** Milliseconds for which it is kept how a channel is called. Slack takes fifty such calls a minute: https://docs.slack.dev/reference/methods/conversations.info */
const KEPT = 5 * 60_000;

/** Channels over HTTP: as they are now, and how they are called. */
export const channelsOver = (
  client: WebClient,
  now?: () => number,
): Pick<Slack, 'channel' | 'channelName'> => {
  const info = async (id: string) =>
    v.parse(Channel, await asked(client.conversations.info({ channel: id }))).channel;
  const askForName = patient(now);
  const channelName = kept(
    async (id) => {
      const { name, is_private } = await askForName(() => info(id));
      return { name, isPrivate: is_private };
    },
    KEPT,
    now,
  );
  return {
    async channel(id) {
      const { name, is_member, is_archived } = await info(id);
      return { name, joined: is_member, archived: is_archived };
    },
    channelName,
  };
};
