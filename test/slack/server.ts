import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { api } from './api/api.ts';
import { Calls } from './api/calls.ts';
import { Commands } from './commands/commands.ts';
import { laterResponses } from './commands/later.ts';
import { control } from './control/control.ts';
import type { Parts } from './control/parts.ts';
import { downloads } from './downloads.ts';
import { Dispatcher } from './events/dispatcher.ts';
import { Sender } from './events/sender.ts';
import { tell } from './events/tell.ts';
import { Traffic } from './events/traffic.ts';
import { Cooldowns } from './faults/cooldowns.ts';
import { Faults } from './faults/faults.ts';
import { Pace } from './faults/pace.ts';
import { Hooks } from './hooks/hooks.ts';
import { type SlackOptions, settingsOf, workspacesOf } from './options.ts';
import { page } from './page.ts';
import type { Workspaces } from './workspace/workspaces.ts';

export interface Slack {
  /** Without a slash at the end. */
  url: string;
  /** What `@slack/web-api` takes as `slackApiUrl`. */
  apiUrl: string;
  stop(): Promise<void>;
}

/** Starts Slack, as far as the Web API and the Events API go; rejects when the port is taken. */
export async function startSlack(options: SlackOptions): Promise<Slack> {
  const { port = 0, host = '127.0.0.1' } = options;
  const parts = assemble(options);
  const { workspaces, traffic } = parts;
  const app = new Hono();
  app.route('/api', api(parts)).route('/control', control(parts));
  app.route('/', laterResponses(workspaces, parts.commands));
  app.route('/', downloads(workspaces)).route('/', page(workspaces));
  const server = createServer();
  const listener = getRequestListener(app.fetch);
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  const url = `http://${host}:${await listening(server, port, host)}`;
  workspaces.serveFrom(url);
  const stop = async () => {
    traffic.stop();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url, apiUrl: `${url}/api/`, stop };
}

function assemble(options: SlackOptions): Parts {
  const { signingSecret, eventsUrl, commandsUrl, clock = Date.now } = options;
  const initial = settingsOf(options);
  const settings = { ...initial };
  const workspaces = workspacesOf(options, clock);
  const faults = new Faults();
  const traffic = new Traffic();
  const sender = new Sender(signingSecret, settings, traffic, clock);
  sender.url = eventsUrl;
  const dispatcher = new Dispatcher(faults, sender);
  const commands = new Commands(signingSecret, settings, traffic, () => sender.url);
  commands.url = commandsUrl;
  const hooks = new Hooks(signingSecret, settings, traffic, () => sender.url);
  listen(workspaces, (change, workspace) => {
    for (const event of tell(change, workspace, settings)) dispatcher.dispatch(workspace, event);
    hooks.hear(change, workspace);
  });
  const limits = { cooldowns: new Cooldowns(clock), pace: new Pace(clock), calls: new Calls() };
  const sending = { sender, dispatcher, traffic, commands, hooks, signingSecret };
  return { workspaces, settings, initial, faults, ...limits, ...sending };
}

const listen = (workspaces: Workspaces, listener: Parameters<Workspaces['onChange']>[0]): void =>
  void workspaces.onChange(listener);

async function listening(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error(`Slack stand-in: no port on ${host}.`);
  return address.port;
}
