import { ahead } from '../components/draft.ts';
import { slackApiUrl, slackBotToken } from '../params.ts';
import type { SlackOf } from '../slack/port.ts';
import { valuesOf } from './secret.ts';
import { type Ask, workspacesOver } from './slack-workspaces.ts';

/** Slack, connected when a workspace is first asked for: only then are the tokens needed, and only by who declared them. */
export function slack(): SlackOf {
  let connected: ((team: string) => Promise<Ask>) | undefined;
  const connect = async (team: string): Promise<Ask> => {
    connected ??= workspacesOver({ tokens: valuesOf(slackBotToken), url: slackApiUrl.value() });
    return connected(team);
  };
  return (team) => {
    // Begun at once, and tried once: what is asked later does not wait for it longer than a call takes.
    const connection = ahead(connect(team));
    const ask: Ask = async (what) => (await connection)(what);
    return {
      post: (...call) => ask((slack) => slack.post(...call)),
      update: (...call) => ask((slack) => slack.update(...call)),
      remove: (...call) => ask((slack) => slack.remove(...call)),
      react: (...call) => ask((slack) => slack.react(...call)),
      unreact: (...call) => ask((slack) => slack.unreact(...call)),
      note: (...call) => ask((slack) => slack.note(...call)),
      find: (...call) => ask((slack) => slack.find(...call)),
      history: (...call) => ask((slack) => slack.history(...call)),
      user: (...call) => ask((slack) => slack.user(...call)),
      groups: () => ask((slack) => slack.groups()),
      isAdmin: (...call) => ask((slack) => slack.isAdmin(...call)),
      whisper: (...call) => ask((slack) => slack.whisper(...call)),
      channel: (...call) => ask((slack) => slack.channel(...call)),
      channelName: (...call) => ask((slack) => slack.channelName(...call)),
      workspace: () => ask((slack) => slack.workspace()),
    };
  };
}
