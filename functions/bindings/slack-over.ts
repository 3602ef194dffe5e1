import { LogLevel, WebClient } from '@slack/web-api';
import * as v from 'valibot';
import { SLACK_MILLISECONDS } from '../model/limits.ts';
import { asSlackUser, lookOf, type SlackUser } from '../slack/person.ts';
import { codeOf, type Slack, SlackError } from '../slack/port.ts';
import { METADATA_TYPE, type Origin, type Post } from '../slack/post.ts';
import { patient } from './patience.ts';
import { Posted, User, Workspace } from './slack-answers.ts';
import { channelsOver } from './slack-channels.ts';
import { groupsOver } from './slack-groups.ts';
import { historyOver } from './slack-history.ts';
import { reactionsOver } from './slack-reactions.ts';
import { asked } from './slack-trouble.ts';

/**
 * A text pings nobody it does not name (slack/text.ts), and leads nowhere it does not say, only as long as Slack does not look for names and
 * addresses itself. It is told so: left to itself, chat.update looks otherwise than chat.postMessage.
 * https://docs.slack.dev/reference/methods/chat.update, "parse"
 */
const said = (text: string) => ({ text, parse: 'none', link_names: false }) as const;

/** Slack over HTTP, through its own client, without the client's retries: what a lost answer means is decided elsewhere. */
export function slackOver({ token, url }: { token: string; url: string }): Slack {
  const client = new WebClient(token, {
    slackApiUrl: url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: SLACK_MILLISECONDS,
    logLevel: LogLevel.ERROR,
  });
  const askOfUsers = patient();
  const metadata = (origin: Origin) => ({ event_type: METADATA_TYPE, event_payload: { ...origin } });
  const look = ({ text, username, icon_url }: Post) => ({
    ...said(text),
    username,
    ...(icon_url !== undefined && { icon_url }),
  });

  const who = async (user: string): Promise<SlackUser> => {
    const info = await askOfUsers(() => asked(client.users.info({ user })));
    const seen = asSlackUser(v.parse(User, info).user);
    if (!seen.ok) throw new SlackError({ kind: 'unknown' });
    return seen.value;
  };

  return {
    ...reactionsOver(client),
    ...channelsOver(client),
    ...groupsOver(client),
    ...historyOver(client),
    async post(channel, post, origin, thread) {
      const place = { channel, unfurl_links: false, unfurl_media: false };
      const answer = await asked(
        client.chat.postMessage({
          ...place,
          ...look(post),
          metadata: metadata(origin),
          ...(thread !== undefined && { thread_ts: thread }),
        }),
      );
      const { ts, message } = v.parse(Posted, answer);
      const within = message ? message.thread_ts : thread;
      return { ts, ...(within !== undefined && { thread: within }) };
    },
    async update(channel, ts, { text }, origin) {
      return isThere(client.chat.update({ channel, ts, ...said(text), metadata: metadata(origin) }));
    },
    async remove(channel, ts) {
      await isThere(client.chat.delete({ channel, ts }));
    },
    async workspace() {
      const {
        team_id,
        url: home,
        bot_id,
        user_id,
        response_metadata,
      } = v.parse(Workspace, await asked(client.auth.test()));
      return {
        team: team_id,
        url: home,
        bot: bot_id,
        user: user_id,
        scopes: response_metadata?.scopes ?? [],
      };
    },
    async user(id) {
      return lookOf(await who(id));
    },
    async isAdmin(user, team) {
      const { is_admin, is_owner, team_id } = await who(user);
      return team_id === team && (is_admin === true || is_owner === true);
    },
    async whisper(channel, user, text) {
      await asked(client.chat.postEphemeral({ channel, user, text }));
    },
  };
}

/** Asks for a change of a post, and tells whether the post was there. */
async function isThere(answer: Promise<unknown>): Promise<boolean> {
  try {
    await asked(answer);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'message_not_found') throw error;
    return false;
  }
}
