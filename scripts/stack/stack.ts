import type { Report } from '../report.ts';
import type { UserError } from '../user-error.ts';
import type { Account } from './config.ts';
import type { Deliveries } from './courier.ts';
import type { Ports } from './ports.ts';
import type { Secrets, Values } from './settings.ts';
import type { Workspace } from './slack.ts';

export interface StackOptions {
  /** The run's name and its folder, `.run/<name>`. */
  readonly name: string;
  readonly report: Report;
  /** Ports to take as they are; the others come from the environment or are the usual ones. */
  readonly ports?: Partial<Ports>;
  /** Build the web app and serve it (true). */
  readonly web?: boolean;
  /** Run the Slack stand-in (true). */
  readonly slack?: boolean;
  /** Further Slack workspaces that have the app, each with a token of its own (none). */
  readonly workspaces?: readonly Workspace[];
  /** The folder of the functions' `index.ts` (`functions`). */
  readonly functionsSource?: string;
  /** The folder of the web app's `vite.config.ts` (`web`). */
  readonly webSource?: string;
  /** The file of the rules (`firestore.rules`). */
  readonly rules?: string;
  /** Values for the functions' parameters. */
  readonly parameters?: Values;
  /** Also heed `functions/.env.local` and `functions/.secret.local`, where a developer sets what is theirs (false). */
  readonly own?: boolean;
  /** People that the web app offers to sign in as. */
  readonly accounts?: readonly Account[];
  /** How often and when each event comes to each function (once, in turn). */
  readonly deliveries?: Deliveries;
  /** How many calls the Functions emulator works on at a time. */
  readonly parallel?: number;
  /** Added to the environment of all that is started. A `PATH` in it is searched for `java` first. */
  readonly env?: Values;
  /** Ends a start that is under way. */
  readonly signal?: AbortSignal;
}

export interface Stack {
  readonly projectId: string;
  readonly ports: Ports;
  readonly urls: Readonly<
    Record<
      'web' | 'slack' | 'metadata' | 'identity' | 'functions' | 'firestore' | 'auth' | 'tasks' | 'hub',
      string
    >
  >;
  readonly secrets: Secrets;
  /** An absolute path; logs lie in it. */
  readonly runFolder: string;
  /** What a client of the emulators needs in its environment. */
  readonly environment: Values;
  /** Resolves, with what to say, should a part of it end that nobody stopped. */
  readonly broken: Promise<UserError>;
  /** How many events of the database are on their way to functions, or wait to come again. */
  eventsUnderWay(): number;
  /** Lets the emulator load the functions again, after a build into the run's folder. */
  reloadFunctions(): Promise<void>;
  /** Ends all that was started. */
  stop(): Promise<void>;
}
