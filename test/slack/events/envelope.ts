import { randomBytes } from 'node:crypto';
import type { Workspace } from '../workspace/workspace.ts';

/** The inner object of an event: what happened, in Slack's words. */
export type SlackEvent = Record<string, unknown> & { type: string };

/** What is POSTed to the app. Source: https://docs.slack.dev/apis/events-api, "Callback field overview". */
export interface Envelope {
  token: string;
  team_id: string;
  context_team_id: string;
  context_enterprise_id: null;
  api_app_id: string;
  event: SlackEvent;
  type: 'event_callback';
  /** Unique to this event in all workspaces; the same in its retries. */
  event_id: string;
  /** Seconds since 1970. */
  event_time: number;
  authorizations: Record<string, unknown>[];
  is_ext_shared_channel: boolean;
  event_context: string;
}

/** The old verification token: Slack still sends one, and nobody should rely on it. */
export const VERIFICATION_TOKEN = 'deprecated-verification-token';

export function wrap(workspace: Workspace, event: SlackEvent): Envelope {
  const { team, app, channels } = workspace;
  const authorization = { team_id: team.id, user_id: app.bot_user, is_bot: true };
  return {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: `Ev${randomBytes(6).toString('hex').toUpperCase()}`,
    event_time: workspace.seconds(),
    authorizations: [{ enterprise_id: null, ...authorization, is_enterprise_install: false }],
    is_ext_shared_channel: channels.get(channelIn(event) ?? '')?.is_ext_shared ?? false,
    event_context: `4-${randomBytes(12).toString('hex')}`,
  };
}

/** The id of the channel an event is about, wherever it stands in it. */
export function channelIn({ channel, channel_id, item }: SlackEvent): string | undefined {
  for (const id of [channel, channel_id]) if (typeof id === 'string') return id;
  const place = channel ?? item;
  if (typeof place !== 'object' || place === null) return undefined;
  if ('id' in place && typeof place.id === 'string') return place.id;
  return 'channel' in place && typeof place.channel === 'string' ? place.channel : undefined;
}
