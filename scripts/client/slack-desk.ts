import { until } from './within.ts';

/** A post as the Slack stand-in shows it. */
export type Post = {
  readonly ts: string;
  readonly text: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly username?: string;
  readonly bot_id?: string;
  readonly metadata?: { readonly event_payload?: { readonly message?: string } };
};

/** Somebody at Slack, through the control interface of the stand-in (test/slack/README.md). */
export interface SlackDesk {
  /** Types as a Slack person; resolves with Slack's `ts`. */
  say(user: string, channel: string, text: string, thread?: string): Promise<string>;
  edit(user: string, channel: string, ts: string, text: string): Promise<void>;
  remove(user: string, channel: string, ts: string): Promise<void>;
  /** Takes the bot into a channel, or out of it. */
  keepBot(channel: string, isMember: boolean): Promise<void>;
  posts(channel: string): Promise<readonly Post[]>;
  /** The post that shows a message of the web, when it is there. `patience` is in milliseconds. */
  shows(channel: string, message: string, patience?: number): Promise<Post>;
  /** Lets the next calls or events go wrong (faults/fault.ts of the stand-in). */
  fail(fault: object): Promise<void>;
  /** Puts an event of any shape on the wire, signed. */
  send(event: object): Promise<void>;
}

/** The desk of the stand-in at this address. */
export function slackDesk(url: string): SlackDesk {
  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}/control/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`The Slack stand-in answers ${method} ${path} with ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const posts = async (channel: string): Promise<readonly Post[]> => {
    const { messages } = (await control('GET', `channels/${channel}/messages`)) as {
      messages: readonly Post[];
    };
    return messages;
  };
  return {
    async say(user, channel, text, thread) {
      const said = { user, channel, text, ...(thread !== undefined && { thread_ts: thread }) };
      const { ts } = (await control('POST', 'messages', said)) as { ts: string };
      return ts;
    },
    async edit(user, channel, ts, text) {
      await control('PATCH', `channels/${channel}/messages/${ts}`, { user, text });
    },
    async remove(user, channel, ts) {
      await control('DELETE', `channels/${channel}/messages/${ts}?user=${user}`);
    },
    async keepBot(channel, isMember) {
      await control('PATCH', `channels/${channel}`, { is_member: isMember });
    },
    posts,
    shows: (channel, message, patience = 30_000) =>
      until(patience, `Slack to show ${message}`, async () =>
        (await posts(channel)).find(({ metadata }) => metadata?.event_payload?.message === message),
      ),
    async fail(fault) {
      await control('POST', 'faults', fault);
    },
    async send(event) {
      await control('POST', 'events', { event });
    },
  };
}
