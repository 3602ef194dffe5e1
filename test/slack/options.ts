import { DEFAULTS, type Settings } from './settings.ts';
import { SCOPES } from './workspace/installation.ts';
import { APP, type App, type Plan, SEED, type Seed, TEAM, type Team } from './workspace/seed.ts';
import type { Clock } from './workspace/timestamp.ts';
import { Workspaces } from './workspace/workspaces.ts';

export interface SlackOptions extends Partial<Settings> {
  /** 0, the default, takes any free port. */
  port?: number;
  /** 127.0.0.1 unless given. */
  host?: string;
  signingSecret: string;
  /** The app's token in the first workspace. */
  botToken: string;
  /** Where events are sent; may be set later by `PUT /control/events-url`. */
  eventsUrl?: string;
  /** Where slash commands are sent, when not where events are. */
  commandsUrl?: string;
  team?: Team;
  app?: App;
  seed?: Seed;
  /** What the app may do in every workspace; all that is known here unless given. */
  scopes?: readonly string[];
  /** Further workspaces that have the app. */
  workspaces?: readonly WorkspaceOptions[];
  /** Milliseconds since 1970: the time of messages, of signatures and of rate limits. */
  clock?: Clock;
}

/** A further workspace; what is left out follows from its id. */
export interface WorkspaceOptions {
  /** A team's id: T and at least two letters or digits. */
  id: string;
  name?: string;
  domain?: string;
  token: string;
  channels?: Seed['channels'];
  users?: Seed['users'];
}

export function workspacesOf(options: SlackOptions, clock: Clock): Workspaces {
  const { team = TEAM, app = APP, seed = SEED, botToken, scopes = SCOPES, workspaces = [] } = options;
  const first: Plan = { team, app, token: botToken, scopes, seed };
  return new Workspaces([first, ...workspaces.map((one) => further(one, app, scopes))], clock);
}

/** The same app in another workspace has a bot of its own there. */
function further(options: WorkspaceOptions, app: App, scopes: readonly string[]): Plan {
  const { id, name = id, domain = id.toLowerCase(), token, channels = [], users = [] } = options;
  const suffix = id.slice(1);
  return {
    team: { id, name, domain },
    app: { ...app, bot_id: `B${suffix}`, bot_user: `U${suffix}BOT` },
    token,
    scopes,
    seed: { channels, users },
  };
}

export function settingsOf(options: SlackOptions): Settings {
  const given = Object.entries({ ...DEFAULTS, ...options }).filter(([name]) => name in DEFAULTS);
  return { ...DEFAULTS, ...Object.fromEntries(given) };
}
