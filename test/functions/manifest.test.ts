import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeManifest } from '../../scripts/stack/manifest.ts';
import { builtFunctions } from './built.ts';
import { type Deployed, FUNCTIONS } from './components.ts';

const PROJECT = 'a-project';

/** What the Firebase CLI makes of a function, as far as it is read here. */
type Endpoint = {
  readonly region: string;
  readonly serviceAccount?: string;
  readonly secretEnvironmentVariables?: readonly { readonly key: string; readonly secret: string }[];
  readonly environmentVariables?: object;
  readonly httpsTrigger?: { readonly invoker?: readonly string[] };
  readonly callableTrigger?: object;
  readonly scheduleTrigger?: { readonly schedule: string };
  readonly taskQueueTrigger?: { readonly invoker?: readonly string[] };
  readonly eventTrigger?: {
    readonly eventType: string;
    readonly retry: boolean;
    readonly eventFilterPathPatterns: { readonly document: string };
  };
};

const cli = createRequire(import.meta.url);
const discovery: { yamlToBuild(manifest: object, project: string, region: string, runtime: string): object } =
  cli('firebase-tools/lib/deploy/functions/runtimes/discovery');
const {
  resolveBackend,
}: {
  resolveBackend(options: object): Promise<{
    backend: { endpoints: Record<string, Record<string, Endpoint>> };
  }>;
} = cli('firebase-tools/lib/deploy/functions/build');

/** The functions of a build as the Firebase CLI would deploy them. */
async function deployed(folder: string): Promise<Record<string, Endpoint>> {
  const manifest = await writeManifest(folder, process.env);
  const build = discovery.yamlToBuild(manifest, PROJECT, 'us-central1', 'nodejs22');
  const userEnvs = Object.fromEntries((manifest.params ?? []).map(({ name }) => [name, 'given']));
  const { backend } = await resolveBackend({
    build,
    firebaseConfig: { projectId: PROJECT },
    userEnvs,
    nonInteractive: true,
    isEmulator: true,
  });
  return Object.assign({}, ...Object.values(backend.endpoints)) as Record<string, Endpoint>;
}

let folder: string;
let functions: Record<string, Endpoint>;
beforeAll(async () => {
  folder = await builtFunctions('manifest');
  functions = await deployed(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const idOf = (account = '', suffix = `@${PROJECT}.iam.gserviceaccount.com`) =>
  account.endsWith(suffix) ? account.slice(0, -suffix.length) : `not of this project: ${account}`;

/** An endpoint in the words of the table. */
function told({ region, serviceAccount, secretEnvironmentVariables = [], ...rest }: Endpoint): Deployed {
  return {
    region,
    account: idOf(serviceAccount),
    trigger: triggerOf(rest),
    secrets: secretEnvironmentVariables.map(({ secret }) => secret),
  };
}

function triggerOf(endpoint: Partial<Endpoint>): Deployed['trigger'] {
  const { callableTrigger, eventTrigger, httpsTrigger, scheduleTrigger, taskQueueTrigger } = endpoint;
  const callers = (invoker: readonly string[] = []) => invoker.map((account) => idOf(account, '@'));
  if (callableTrigger) return { on: 'call' };
  if (scheduleTrigger) return { on: 'schedule', every: scheduleTrigger.schedule };
  if (httpsTrigger?.invoker?.join() === 'public') return { on: 'request', callers: 'everybody' };
  if (httpsTrigger) return { on: 'request', callers: callers(httpsTrigger.invoker) };
  if (taskQueueTrigger) return { on: 'job', callers: callers(taskQueueTrigger.invoker) };
  const [, on] =
    /^google\.cloud\.firestore\.document\.v1\.(created|written)$/.exec(eventTrigger?.eventType ?? '') ?? [];
  if (on !== 'created' && on !== 'written')
    throw new Error('This function has a trigger of an unknown kind.');
  return { on, document: eventTrigger?.eventFilterPathPatterns.document ?? '' };
}

describe('what a deploy uploads', () => {
  it('is every function of the table and no other', () => {
    expect(Object.keys(functions).sort()).toEqual(Object.keys(FUNCTIONS).sort());
  });
  it.each(Object.entries(FUNCTIONS))(
    'is %s where, as whom, on what and with which secrets the table says',
    (name, expected) => {
      const found = functions[name];
      expect(found && told(found)).toEqual(expected);
    },
  );
  it('gives no two functions one account', () => {
    const accounts = Object.values(functions).map(({ serviceAccount }) => serviceAccount);
    expect(new Set(accounts).size).toBe(Object.keys(FUNCTIONS).length);
  });
  it('lets a trigger that failed be delivered again', () => {
    const triggers = Object.values(functions).flatMap(({ eventTrigger }) => eventTrigger ?? []);
    expect(triggers.map(({ retry }) => retry)).toEqual(triggers.map(() => true));
    expect(triggers.length).toBeGreaterThan(0);
  });
});
