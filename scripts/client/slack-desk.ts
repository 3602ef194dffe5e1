import { type Control, controlOf } from './slack-control.ts';
import { type SlackPeople, slackPeople } from './slack-people.ts';
import { type SlackTrouble, slackTrouble } from './slack-trouble.ts';
import { PATIENCE, until } from './within.ts';

/** A post as the Slack stand-in shows it. */
export type Post = {
  readonly ts: string;
  readonly text: string;
  readonly subtype?: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly username?: string;
  readonly bot_id?: string;
  /** The picture under which a bot posts, where it names one. */
  readonly icons?: { readonly image_48?: string };
  /** What a person typed has one; Slack may make two messages of one. */
  readonly client_msg_id?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[];
  /** Lines under it; of ours, who of the web has reacted. */
  readonly attachments?: readonly { readonly text?: string }[];
  readonly metadata?: {
    readonly event_payload?: { readonly room?: string; readonly message?: string; readonly part?: number };
  };
};

/** Somebody at Slack, through the control interface of the stand-in (test/slack/README.md). */
export interface SlackDesk extends SlackPeople, SlackTrouble {
  posts(channel: string): Promise<readonly Post[]>;
  /** Everything said in every channel, replies and metadata included, by the channel's id. */
  everything(): Promise<Readonly<Record<string, readonly Post[]>>>;
  /** The post that shows a message of the web, when it is there. `patience` is in milliseconds. */
  shows(channel: string, message: string, patience?: number): Promise<Post>;
  /** Any request of the control interface, about this desk's workspace. */
  readonly control: Control;
  /** The desk in another workspace of the same stand-in. */
  in(team: string): SlackDesk;
}

/** The desk of the stand-in at this address; in its first workspace unless a team is named. */
export function slackDesk(url: string, team?: string): SlackDesk {
  const control = controlOf(url, team);
  const posts = async (channel: string): Promise<readonly Post[]> => {
    const { messages } = (await control('GET', `channels/${channel}/messages`)) as {
      messages: readonly Post[];
    };
    return messages;
  };
  return {
    ...slackPeople(control),
    ...slackTrouble(control),
    posts,
    async everything() {
      const { messages } = (await control('GET', 'state')) as { messages: Record<string, readonly Post[]> };
      return messages;
    },
    shows: (channel, message, patience = PATIENCE) =>
      until(patience, `Slack to show ${message}`, async () =>
        (await posts(channel)).find(({ metadata }) => metadata?.event_payload?.message === message),
      ),
    control,
    in: (other) => slackDesk(url, other),
  };
}
