import { slackApiUrl, slackBotToken } from '../params.ts';
import type { Slack } from '../slack/port.ts';
import { valueOf } from './secret.ts';
import { slackOver } from './slack-over.ts';

/** Slack, connected when first used: only then is the token needed, and only by who declared it. */
export function slack(): Slack {
  let connected: Slack | undefined;
  const connect = () => {
    connected ??= slackOver({ token: valueOf(slackBotToken), url: slackApiUrl.value() });
    return connected;
  };
  return {
    post: async (...call) => connect().post(...call),
    update: async (...call) => connect().update(...call),
    remove: async (...call) => connect().remove(...call),
    react: async (...call) => connect().react(...call),
    unreact: async (...call) => connect().unreact(...call),
    note: async (...call) => connect().note(...call),
    find: async (...call) => connect().find(...call),
    history: async (...call) => connect().history(...call),
    user: async (...call) => connect().user(...call),
    isAdmin: async (...call) => connect().isAdmin(...call),
    whisper: async (...call) => connect().whisper(...call),
    channel: async (...call) => connect().channel(...call),
    workspace: async () => connect().workspace(),
  };
}
