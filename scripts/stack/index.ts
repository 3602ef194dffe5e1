import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../user-error.ts';
import { webConfig } from './config.ts';
import { emulatorsReady, reloadFunctions, startEmulators } from './emulators.ts';
import { beginEvents, type Events } from './events.ts';
import { assertFree } from './free-ports.ts';
import { startIdentity, startMetadata } from './identity.ts';
import { findJava } from './java.ts';
import { retriedIn, writeManifest } from './manifest.ts';
import { Parts } from './parts.ts';
import { PORT_NAMES, type Ports, portsFrom } from './ports.ts';
import { type Prepared, prepare } from './prepare.ts';
import { PROJECT, ROOT } from './project.ts';
import { ready } from './ready.ts';
import { startSlack } from './slack.ts';
import type { Stack, StackOptions } from './stack.ts';
import { clientEnvironment, urlsOf } from './urls.ts';
import { startWebBuild, webBuilt } from './web.ts';

export type { Stack, StackOptions } from './stack.ts';

/** How long a part may take to end by itself, and to begin (milliseconds). */
const GRACE = { emulators: 5000, slack: 2000, identity: 1000 };
const PATIENCE = { emulators: 120_000, download: 600_000, slack: 20_000, identity: 20_000 };

/** What V8 has compiled in one process is taken over by the next, also in the next run: https://nodejs.org/api/module.html#module-compile-cache */
const COMPILED = join(ROOT, '.run', 'compiled');

/** Starts everything on this machine: the emulators with the functions, the web app, and a Slack workspace. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { web = true, slack = true, signal } = options;
  const env: NodeJS.ProcessEnv = { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...options.env };
  const ports = portsFrom(env, options.ports);
  const absent = new Set([...(web ? [] : ['web']), ...(slack ? [] : ['slack'])]);
  const wanted = PORT_NAMES.filter((name) => !absent.has(name));
  await assertFree(ports, wanted);
  const java = { folder: await findJava(env), path: env.PATH ?? '' };
  const prepared = await prepare(options, ports, env);
  signal?.throwIfAborted();
  const events = await beginEvents(prepared, ports, java, options.deliveries);

  const temporary = mkdtempSync(join(tmpdir(), 'tsunagi-'));
  const clean = () => rmSync(temporary, { recursive: true, force: true });
  process.once('exit', clean);
  const parts = new Parts(signal, () => events.courier.close(), clean);
  try {
    await parts.all([
      beginEmulators(parts, prepared, { ...options, ...events, web, env, temporary }),
      beginIdentity(parts, prepared, ports, { ...options, env }),
      ...(slack ? [beginSlack(parts, prepared, ports, { ...options, env })] : []),
      ...(web ? [beginWeb(parts, prepared, ports, { ...options, env })] : []),
    ]);
  } catch (error) {
    await parts.kill();
    throw error;
  }
  return stackOf(parts, prepared, events, ports, env);
}

type Environment = { readonly env: NodeJS.ProcessEnv };

async function beginEmulators(
  parts: Parts,
  { folder, firestore }: Prepared,
  options: Pick<StackOptions, 'parallel' | 'report'> &
    Environment & { web: boolean; javaFolder: string; temporary: string },
): Promise<void> {
  const child = startEmulators({ ...options, folder, firestoreJar: firestore.jar });
  parts.add('The emulators', child, GRACE.emulators);
  options.report('Emulators starting …');
  await emulatorsReady(child, folder, firestore.jar ? PATIENCE.emulators : PATIENCE.download);
  options.report('Emulators ready');
}

async function beginIdentity(
  parts: Parts,
  { folder, key }: Prepared,
  ports: Ports,
  { report, env }: Pick<StackOptions, 'report'> & Environment,
): Promise<void> {
  const { metadata, identity } = urlsOf(ports);
  const programs = [
    ['The metadata stand-in', startMetadata(ports.metadata, key, folder, env), metadata],
    ['identity', startIdentity(ports, folder, env), identity],
  ] as const;
  for (const [name, child] of programs) parts.add(name, child, GRACE.identity);
  await Promise.all(programs.map(([name, child, url]) => ready(name, child, url, PATIENCE.identity)));
  report('Identity and the metadata stand-in ready');
}

async function beginSlack(
  parts: Parts,
  { folder, secrets }: Prepared,
  ports: Ports,
  { report, env, workspaces = [] }: Pick<StackOptions, 'report' | 'workspaces'> & Environment,
): Promise<void> {
  const eventsUrl = `${urlsOf(ports).functions}/slackReceive`;
  const child = startSlack({
    port: ports.slack,
    secrets,
    workspaces,
    eventsUrl,
    log: folder.log('slack'),
    env,
  });
  parts.add('The Slack stand-in', child, GRACE.slack);
  await ready('The Slack stand-in', child, urlsOf(ports).slack, PATIENCE.slack);
  report('Slack stand-in ready');
}

async function beginWeb(
  parts: Parts,
  { folder }: Prepared,
  ports: Ports,
  { report, env, accounts, webSource = join(ROOT, 'web') }: Omit<StackOptions, 'env'> & Environment,
): Promise<void> {
  const child = startWebBuild(webSource, folder, env);
  parts.addJob(child);
  await webBuilt(child, folder, webConfig(ports, accounts));
  report('Web app built');
}

function stackOf(
  parts: Parts,
  { folder, secrets }: Prepared,
  { courier }: Events,
  ports: Ports,
  env: NodeJS.ProcessEnv,
): Stack {
  const urls = urlsOf(ports);
  return {
    projectId: PROJECT,
    ports,
    urls,
    secrets,
    runFolder: folder.path,
    environment: clientEnvironment(ports),
    broken: parts.broken.then((what) => new UserError(`${what}: the logs lie in ${folder.path}.`)),
    eventsUnderWay: () => courier.underWay(),
    reloadFunctions: async () => {
      courier.retry(retriedIn(await writeManifest(folder.functions, env)));
      await reloadFunctions(urls.hub);
    },
    stop: () => parts.stop(),
  };
}
