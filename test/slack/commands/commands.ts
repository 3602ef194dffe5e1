import { attempt } from '../events/attempt.ts';
import type { Traffic } from '../events/traffic.ts';
import { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import type { Channel } from '../workspace/channel.ts';
import { whisper } from '../workspace/ephemeral.ts';
import { SLACKBOT } from '../workspace/seed.ts';
import type { User } from '../workspace/user.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Command, form, typedCommand } from './command.ts';
import { answerOf, show } from './response.ts';

/** Slash commands: asked of the app, and their answers shown to who typed them. */
export class Commands {
  readonly log = new Log<Command>();
  /** Where they are sent; without one, where events go. */
  url: string | undefined;
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

  /** Asks the app, once: a command is never retried. Resolves when its answer is shown, or that there was none. */
  async run(workspace: Workspace, channel: Channel, user: User, typed: string): Promise<Command> {
    const command = this.log.add(typedCommand(workspace, channel, user, typed));
    const url = this.url ?? this.#eventsUrl();
    if (!this.#settings.commands.includes(command.command)) {
      command.state = 'unknown';
      this.#slackbot(workspace, command, `${command.command} is not a valid command.`);
    } else if (url === undefined) this.#fail(workspace, command, 'dispatch_failed');
    else await this.#traffic.count((signal) => this.#ask(workspace, command, channel, user, { url, signal }));
    return command;
  }

  /** The command that a `response_url` belongs to. */
  find(team: string, id: string): Command | undefined {
    return this.log.entries().findLast((command) => command.team === team && command.id === id);
  }

  async #ask(
    workspace: Workspace,
    command: Command,
    channel: Channel,
    user: User,
    { url, signal }: { url: string; signal: AbortSignal },
  ): Promise<void> {
    const body = form(command, workspace, channel, user);
    const type = 'application/x-www-form-urlencoded';
    const { deadline } = this.#settings;
    const at = workspace.now();
    const post = { url, secret: this.#secret, body, type, at, retry: 0, deadline, signal } as const;
    const { made, answer } = await attempt(post);
    Object.assign(command, { status: made.status, ms: made.ms });
    if (signal.aborted) return;
    if (!answer || made.reason !== undefined)
      return this.#fail(
        workspace,
        command,
        made.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed',
      );
    command.state = 'answered';
    const said = answerOf(answer);
    if (said) show(workspace, command, said);
  }

  #fail(workspace: Workspace, command: Command, error: string): void {
    Object.assign(command, { state: 'failed', error });
    this.#slackbot(workspace, command, `${command.command} failed with the error "${error}"`);
  }

  #slackbot(workspace: Workspace, { id, channel, user }: Command, text: string): void {
    const { display_name: from, id: by } = SLACKBOT;
    whisper(workspace, { channel, user, text, from, by, command: id });
  }
}
