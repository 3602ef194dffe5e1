/** What may be switched while the workspace runs; defaults are Slack as it is. */
export interface Settings {
  /** Waits before retries of an event are divided by this. */
  speed: number;
  /** How long an event may stay unanswered, in milliseconds. */
  deadline: number;
  /** Channel pacing: about one post a second in a channel, after a burst of this many; false lets everything pass. */
  pace: number | false;
  /** Whether a second chat.postMessage with a known `client_msg_id` is answered with the first one's message. */
  deduplicate: boolean;
  /** The metadata types the app's manifest subscribes to; the metadata of others is left out of events. */
  metadata_events: string[];
}

export const DEFAULTS: Settings = {
  speed: 1,
  // Source: https://docs.slack.dev/apis/events-api, "Responding to events".
  deadline: 3000,
  pace: false,
  deduplicate: false,
  metadata_events: [],
};
