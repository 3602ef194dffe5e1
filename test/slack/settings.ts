/** What may be switched while the workspace runs; defaults are Slack as it is. */
export interface Settings {
  /** Waits before retries of an event are divided by this. */
  speed: number;
  /** How long an event or a slash command may stay unanswered, in milliseconds. */
  deadline: number;
  /** Channel pacing: `rate` posts a second in a channel, after a burst of this many; false lets everything pass. */
  pace: number | false;
  /** Posts a second that pacing allows in one channel. */
  rate: number;
  /** Whether a second chat.postMessage with a known `client_msg_id` is answered with the first one's message. */
  deduplicate: boolean;
  /** The metadata types the app's manifest subscribes to; the metadata of others is left out of events. */
  metadata_events: string[];
  /** The bot events the manifest subscribes to (`message.channels`, `user_change`, …); null means all. */
  subscriptions: string[] | null;
  /**
   * Whether a root's new reply is told as well: with the subtype `message_replied`, or bare, as Slack's documentation
   * warns it may come. Source: https://docs.slack.dev/reference/events/message/message_replied
   */
  message_replied: 'never' | 'named' | 'bare';
  /** The names of emoji there are; null means every name of the right form. */
  emoji: string[] | null;
  /** The slash commands the app has; others are answered by Slackbot. */
  commands: string[];
}

export const DEFAULTS: Settings = {
  speed: 1,
  // Source: https://docs.slack.dev/apis/events-api, "Responding to events".
  deadline: 3000,
  pace: false,
  // Source: https://docs.slack.dev/apis/web-api/rate-limits, "Posting messages".
  rate: 1,
  deduplicate: false,
  metadata_events: [],
  subscriptions: null,
  message_replied: 'never',
  emoji: null,
  commands: ['/tsunagi'],
};
