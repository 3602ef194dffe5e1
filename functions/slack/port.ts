import type { PersonLook } from './person.ts';
import type { Origin, Post } from './post.ts';

/** What went wrong between Slack and us, by what is to be done about it. */
export type SlackTrouble =
  /** Slack said wait: nothing was done. */
  | { readonly kind: 'limited'; readonly seconds: number }
  /** No answer, or one that does not tell: it may have been done. */
  | { readonly kind: 'unknown' }
  /** The workspace, the channel or the app has to be mended by somebody; the message is fine. */
  | { readonly kind: 'configuration'; readonly code: string }
  /** This message will never be taken. */
  | { readonly kind: 'final'; readonly code: string };

export class SlackError extends Error {
  override readonly name = 'SlackError';
  readonly trouble: SlackTrouble;
  constructor(trouble: SlackTrouble, options?: ErrorOptions) {
    super(`Slack: ${trouble.kind}${'code' in trouble ? ` (${trouble.code})` : ''}`, options);
    this.trouble = trouble;
  }
}

/** Slack's own code for what it refuses, where it gave one: asked again, it will say the same. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof SlackError && 'code' in error.trouble ? error.trouble.code : undefined;

/** Our own code, in the place of Slack's: there is no token for that workspace, or none that is good. */
export const NOT_CONNECTED = 'team_not_connected';

/** Slack's code for a thread whose root is gone; ours too, where Slack puts into the channel what was to go into it. */
export const THREAD_GONE = 'thread_not_found';

/** Slack's codes for trouble with one channel, and no other. */
const ofChannel: ReadonlySet<string> = new Set([
  'channel_not_found',
  'external_channel_migrating',
  'is_archived',
  'is_inactive',
  'not_in_channel',
]);

/** Whether it is about the channel that was asked for: elsewhere all may be well. */
export const isOfChannel = (trouble: SlackTrouble): boolean =>
  trouble.kind === 'configuration' &&
  (ofChannel.has(trouble.code) || trouble.code.startsWith('restricted_action'));

/** A post that was made. */
export type Posted = { readonly ts: string; readonly thread?: string };

/** A post found again by its metadata: which part of the message it shows. */
export type Found = { readonly ts: string; readonly part: number };

/** Which part of a channel's history is asked for: after `oldest` and before `latest`, Slack timestamps; of one thread; from a page on. */
export type Which = {
  readonly oldest?: string;
  readonly latest?: string;
  readonly thread?: string;
  readonly page?: string | undefined;
};

/** Messages as Slack shows them, with metadata. `isLimited`: the workspace's plan hides older ones. */
export type HistoryPage = {
  readonly messages: readonly unknown[];
  readonly next: string | undefined;
  readonly isLimited: boolean;
};

/** A channel, as the app's bot sees it. */
export type SlackChannel = { readonly name: string; readonly joined: boolean; readonly archived: boolean };

/** How a channel is called. `isPrivate`: nobody but its members is to know. */
export type ChannelName = { readonly name: string; readonly isPrivate: boolean };

/** A workspace: which it is, as which bot the app is in it, and what the app may do there. */
export type SlackWorkspace = {
  readonly team: string;
  /** Where it is in a browser, with a slash at its end. */
  readonly url: string;
  readonly bot: string;
  /** The user that the bot is: it reacts under this id. */
  readonly user: string;
  readonly scopes: readonly string[];
};

/** The scopes that the app uses, and no more: slack-app.yaml asks for the same. https://docs.slack.dev/reference/scopes */
export const SCOPES = [
  'channels:history',
  'channels:read',
  'chat:write',
  'chat:write.customize',
  'commands',
  'groups:history',
  'groups:read',
  'reactions:read',
  'reactions:write',
  'usergroups:read',
  'users:read',
] as const;

/** Scopes without which a room goes out and back all the same: no group is pinged. Apps that were made before do not have them. */
export const SCOPES_BESIDE: ReadonlySet<string> = new Set(['usergroups:read']);

/** What is asked of Slack. Every method fails with a {@link SlackError}. `ts` and `thread` are Slack timestamps. */
export type Slack = {
  /** `thread`: the one that the post is in, by its root. Slack puts into the channel what was to go into a thread whose root is gone. */
  post(channel: string, post: Post, origin: Origin, thread?: string): Promise<Posted>;
  /** False, where the post is gone. */
  update(channel: string, ts: string, post: Post, origin: Origin): Promise<boolean>;
  /** A post that is gone already is a success. */
  remove(channel: string, ts: string): Promise<void>;
  /** Lets the bot react to a post, by Slack's name of an emoji. False, where Slack has no such emoji, or no room for it. */
  react(channel: string, ts: string, name: string): Promise<boolean>;
  /** Takes the bot's reaction back; one that is not there is a success, like a post that is gone. */
  unreact(channel: string, ts: string, name: string): Promise<void>;
  /** Puts a line under a post of ours, in the place of the one that is there, or takes that away. A post that is gone is a success. */
  note(channel: string, ts: string, line: string | undefined): Promise<void>;
  /** The posts that show a message, as far as Slack has them from `since` on. */
  find(
    channel: string,
    origin: Pick<Origin, 'room' | 'message'>,
    since: Date,
    thread?: string,
  ): Promise<readonly Found[]>;
  /** A page of what was said in a channel, the newest first; of a thread, the oldest first and its root among it. */
  history(channel: string, which: Which): Promise<HistoryPage>;
  user(id: string): Promise<PersonLook>;
  /** The ids of the workspace's user groups, by their handles. */
  groups(): Promise<ReadonlyMap<string, string>>;
  /** Whether somebody runs this workspace: an admin or owner of it, and not of another that shares a channel with it. */
  isAdmin(user: string, team: string): Promise<boolean>;
  /** Shows something to one person in a channel. */
  whisper(channel: string, user: string, text: string): Promise<void>;
  channel(id: string): Promise<SlackChannel>;
  /** As it was called a few minutes ago at most. */
  channelName(id: string): Promise<ChannelName>;
  workspace(): Promise<SlackWorkspace>;
};

/**
 * Slack in one workspace, by the workspace's id. Of one for which there is no token, every method fails with the code
 * {@link NOT_CONNECTED}. What is returned serves one piece of work: the next asks anew.
 */
export type SlackOf = (team: string) => Slack;
