import { type Answered, attempt, type Reason } from '../events/attempt.ts';
import { insist } from '../events/retries.ts';
import type { Traffic } from '../events/traffic.ts';
import type { Settings } from '../settings.ts';
import type { Change } from '../workspace/change.ts';
import type { Channel } from '../workspace/channel.ts';
import type { Message } from '../workspace/message.ts';
import { post } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { botOf, form, type Hook, trigger } from './hook.ts';

/** The outgoing webhooks of all workspaces: each hears what is said, and its answer is posted. */
export class Hooks {
  readonly all = new Map<string, Hook>();
  readonly #secret: string;
  readonly #settings: Settings;
  readonly #traffic: Traffic;
  readonly #eventsUrl: () => string | undefined;

  constructor(secret: string, settings: Settings, traffic: Traffic, eventsUrl: () => string | undefined) {
    this.#secret = secret;
    this.#settings = settings;
    this.#traffic = traffic;
    this.#eventsUrl = eventsUrl;
  }

  /** Sends what was said to every hook that is for it. */
  hear(change: Change, workspace: Workspace): void {
    if (change.kind !== 'posted') return;
    const { channel, message } = change;
    for (const hook of this.all.values()) {
      const word = hook.team === workspace.team.id ? trigger(hook, channel, message) : undefined;
      const url = hook.url ?? this.#eventsUrl();
      if (word === undefined || url === undefined) continue;
      const body = form(hook, word, workspace, channel, message);
      void this.#traffic.count((signal) => this.#send(hook, url, body, workspace, channel, signal));
    }
  }

  async #send(
    hook: Hook,
    url: string,
    body: string,
    workspace: Workspace,
    channel: Channel,
    signal: AbortSignal,
  ): Promise<void> {
    const type = 'application/x-www-form-urlencoded';
    const { deadline } = this.#settings;
    const request = {
      url,
      body,
      type,
      deadline,
      signal,
      ...(hook.signs && { secret: this.#secret }),
    } as const;
    const make = async (retry: number, reason: Reason | undefined) => {
      const at = workspace.now();
      const { made, answer } = await attempt({ ...request, at, retry, ...(reason && { reason }) });
      if (made.reason === undefined && answer) reply(hook, workspace, channel, answer);
      return made;
    };
    await insist(make, { speed: () => this.#settings.speed, signal });
  }
}

/** Posts what a hook was answered with; no JSON, or no text in it, is no answer. */
function reply(
  hook: Hook,
  workspace: Workspace,
  channel: Channel,
  { text: body }: Answered,
): Message | undefined {
  const { text, username = hook.username } = read(body);
  if (typeof text !== 'string' || text === '' || typeof username !== 'string') return undefined;
  return post(workspace, channel, { subtype: 'bot_message', bot_id: botOf(hook), username, text });
}

function read(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
