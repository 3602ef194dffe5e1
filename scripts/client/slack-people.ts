import type { Control } from './slack-control.ts';

type File = { readonly name: string; readonly mimetype?: string; readonly size: number };
type Whisper = { readonly text: string };
type Answer = { readonly state: string; readonly error?: string };

/** What people do at Slack. `ts` is Slack's timestamp of a message. */
export interface SlackPeople {
  /** Resolves with the message's `ts`. With `loud`, a reply also goes to the channel. */
  say(user: string, channel: string, text: string, thread?: string, loud?: boolean): Promise<string>;
  edit(user: string, channel: string, ts: string, text: string): Promise<void>;
  remove(user: string, channel: string, ts: string): Promise<void>;
  react(user: string, channel: string, ts: string, name: string): Promise<void>;
  unreact(user: string, channel: string, ts: string, name: string): Promise<void>;
  /** Shares a pretended file of so many bytes; resolves with the `ts` of its message. */
  share(user: string, channel: string, file: File, text?: string): Promise<string>;
  rename(user: string, display_name: string): Promise<void>;
  /** Types a slash command; resolves when it was answered, or was not. */
  command(user: string, channel: string, text: string): Promise<Answer>;
  /** What one person alone was shown in a channel. */
  whispers(user: string, channel: string): Promise<readonly Whisper[]>;
  /** Changes a channel: `name`, `is_archived`, `is_member` (of the bot). */
  channel(channel: string, change: object): Promise<void>;
}

export function slackPeople(control: Control): SlackPeople {
  const message = (channel: string, ts: string) => `channels/${channel}/messages/${ts}`;
  const said = async (what: object) => ((await control('POST', 'messages', what)) as { ts: string }).ts;
  return {
    say: (user, channel, text, thread, loud = false) => {
      const reply = thread === undefined ? {} : { thread_ts: thread, reply_broadcast: loud };
      return said({ user, channel, text, ...reply });
    },
    async edit(user, channel, ts, text) {
      await control('PATCH', message(channel, ts), { user, text });
    },
    async remove(user, channel, ts) {
      await control('DELETE', `${message(channel, ts)}?user=${user}`);
    },
    async react(user, channel, ts, name) {
      await control('POST', `${message(channel, ts)}/reactions`, { user, name });
    },
    async unreact(user, channel, ts, name) {
      await control('DELETE', `${message(channel, ts)}/reactions/${encodeURIComponent(name)}?user=${user}`);
    },
    share: (user, channel, file, text = '') => said({ user, channel, text, files: [file] }),
    async rename(user, display_name) {
      await control('PATCH', `users/${user}`, { display_name });
    },
    async command(user, channel, text) {
      const { command } = (await control('POST', 'commands', { user, channel, text })) as { command: Answer };
      return command;
    },
    async whispers(user, channel) {
      const path = `ephemerals?user=${user}&channel=${channel}`;
      const { ephemerals } = (await control('GET', path)) as { ephemerals: readonly Whisper[] };
      return ephemerals;
    },
    async channel(channel, change) {
      await control('PATCH', `channels/${channel}`, change);
    },
  };
}
