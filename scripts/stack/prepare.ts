import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFunctions } from '../build-functions.ts';
import { type FirebaseConfig, runConfig } from './config.ts';
import { type FirestoreJar, findFirestoreJar } from './firestore-jar.ts';
import { retriedIn, writeManifest } from './manifest.ts';
import type { Ports } from './ports.ts';
import { API_KEY, ROOT } from './project.ts';
import { makeRunFolder, type RunFolder } from './run-folder.ts';
import { freshKey, freshSecrets, ownSettings, type Secrets, writeSettings } from './settings.ts';
import type { StackOptions } from './stack.ts';
import { urlsOf } from './urls.ts';

/** All that lies ready before anything is started. */
export interface Prepared {
  readonly folder: RunFolder;
  readonly firestore: FirestoreJar;
  readonly secrets: Secrets;
  /** Where events go that come again when they failed. */
  readonly retried: ReadonlySet<string>;
  /** Signs what the metadata stand-in says. */
  readonly key: string;
}

/** Makes the run's folder: built functions with their parameters and secrets, rules, and a configuration for these ports. */
export async function prepare(
  options: StackOptions,
  ports: Ports,
  env: NodeJS.ProcessEnv,
): Promise<Prepared> {
  const { report, web = true, functionsSource: source = join(ROOT, 'functions') } = options;
  const rules = options.rules ?? join(ROOT, 'firestore.rules');
  const folder = makeRunFolder(options.name, { functions: source, rules });
  const firestore = findFirestoreJar(env, folder.path);
  report(firestore.told);

  await buildFunctions({ source, outdir: join(folder.functions, 'build') });
  const manifest = await writeManifest(folder.functions, env);
  const own = options.own ? ownSettings(source) : { parameters: {}, secrets: {} };
  const urls = urlsOf(ports);
  const local = {
    WEB_API_KEY: API_KEY,
    SLACK_API_URL: `${urls.slack}/api/`,
    METADATA_URL: urls.metadata,
    GOOGLE_KEYS_URL: `${urls.metadata}/oauth2/v3/certs`,
    IDENTITY_URL: urls.identity,
  };
  const secrets = freshSecrets(1 + (options.workspaces?.length ?? 0));
  writeSettings(folder.functions, manifest.params ?? [], {
    parameters: { ...local, ...own.parameters, ...options.parameters },
    secrets: { ...own.secrets, ...secrets },
  });
  report(`Functions built: ${Object.keys(manifest.endpoints).join(', ')}`);

  const project: FirebaseConfig = JSON.parse(readFileSync(join(ROOT, 'firebase.json'), 'utf8'));
  const config = runConfig(project, ports, { web });
  writeFileSync(join(folder.path, 'firebase.json'), JSON.stringify(config, null, 2));
  return { folder, firestore, secrets, retried: retriedIn(manifest), key: freshKey() };
}
