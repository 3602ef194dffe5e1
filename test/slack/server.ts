import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { api } from './api/api.ts';
import { Calls } from './api/calls.ts';
import { control } from './control/control.ts';
import { Dispatcher } from './events/dispatcher.ts';
import { slackEvent } from './events/event.ts';
import { Sender } from './events/sender.ts';
import { Cooldowns } from './faults/cooldowns.ts';
import { Faults } from './faults/faults.ts';
import { Pace } from './faults/pace.ts';
import { page } from './page.ts';
import { DEFAULTS, type Settings } from './settings.ts';
import { APP, type App, SEED, type Seed, TEAM, type Team } from './workspace/seed.ts';
import type { Clock } from './workspace/timestamp.ts';
import { Workspace } from './workspace/workspace.ts';

export interface SlackOptions extends Partial<Settings> {
  /** 0, the default, takes any free port. */
  port?: number;
  /** 127.0.0.1 unless given. */
  host?: string;
  signingSecret: string;
  botToken: string;
  /** Where events are sent; may be set later by `PUT /control/events-url`. */
  eventsUrl?: string;
  team?: Team;
  app?: App;
  seed?: Seed;
  /** Milliseconds since 1970: the time of messages, of signatures and of rate limits. */
  clock?: Clock;
}

export interface Slack {
  /** Without a slash at the end. */
  url: string;
  /** What `@slack/web-api` takes as `slackApiUrl`. */
  apiUrl: string;
  workspace: Workspace;
  stop(): Promise<void>;
}

/** Starts a Slack workspace that speaks the Web API and the Events API; rejects when the port is taken. */
export async function startSlack(options: SlackOptions): Promise<Slack> {
  const { port = 0, host = '127.0.0.1', signingSecret, botToken, eventsUrl, clock = Date.now } = options;
  const { team = TEAM, app: itself = APP, seed = SEED } = options;
  const initial = settingsOf(options);
  const settings = { ...initial };
  const workspace = new Workspace(team, itself, seed, clock);
  const faults = new Faults();
  const sender = new Sender(signingSecret, settings, clock);
  sender.url = eventsUrl;
  const dispatcher = new Dispatcher(workspace, faults, sender);
  const limits = { cooldowns: new Cooldowns(clock), pace: new Pace(clock), calls: new Calls() };
  const parts = {
    workspace,
    settings,
    initial,
    faults,
    ...limits,
    sender,
    dispatcher,
    signingSecret,
    botToken,
  };
  workspace.onChange((change) => {
    const event = slackEvent(change, workspace, settings.metadata_events);
    if (event) dispatcher.dispatch(event);
  });
  const app = new Hono();
  app.route('/api', api(parts)).route('/control', control(parts)).route('/', page(workspace));
  const server = createServer();
  const listener = getRequestListener(app.fetch);
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  workspace.origin = `http://${host}:${await listening(server, port, host)}`;
  const stop = async () => {
    sender.stop();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: workspace.origin, apiUrl: `${workspace.origin}/api/`, workspace, stop };
}

function settingsOf(options: SlackOptions): Settings {
  const { speed, deadline, pace, deduplicate, metadata_events } = { ...DEFAULTS, ...options };
  return { speed, deadline, pace, deduplicate, metadata_events };
}

async function listening(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error(`Slack stand-in: no port on ${host}.`);
  return address.port;
}
