import type { Ports } from './ports.ts';
import { API_KEY, HOST, PROJECT } from './project.ts';

interface Header {
  readonly key: string;
  readonly value: string;
}

/** The part of firebase.json that is read here: https://firebase.google.com/docs/cli#the_firebasejson_file */
export interface FirebaseConfig {
  readonly functions: readonly Readonly<Record<string, unknown>>[];
  readonly firestore: { readonly rules: string; readonly indexes: string };
  readonly hosting: { readonly headers: readonly { source: string; headers: readonly Header[] }[] } & Record<
    string,
    unknown
  >;
  readonly emulators: Readonly<Record<string, unknown>>;
}

/** Where the emulators are, for a page that is served by one of them. */
const LOCAL = `http://${HOST}:* ws://${HOST}:* http://localhost:*`;

/** The project's firebase.json, made to fit a run: its own ports, and files that all lie in the run's folder. */
export function runConfig(project: FirebaseConfig, ports: Ports, { web }: { web: boolean }): object {
  const at = (name: keyof Ports) => ({ host: HOST, port: ports[name] });
  const { predeploy: _, ...functions } = project.functions[0] ?? {};
  return {
    functions: [{ ...functions, source: 'functions' }],
    firestore: { rules: 'firestore.rules', indexes: 'firestore.indexes.json' },
    ...(web && {
      hosting: { ...project.hosting, public: 'public', headers: project.hosting.headers.map(reaching) },
    }),
    emulators: {
      ...project.emulators,
      auth: at('auth'),
      firestore: { ...at('firestore'), websocketPort: ports.websocket },
      functions: at('functions'),
      tasks: at('tasks'),
      eventarc: at('eventarc'),
      hosting: at('web'),
      hub: at('hub'),
      logging: at('logging'),
    },
  };
}

/** The same headers, under which a page reaches the emulators too. */
function reaching({ source, headers }: { source: string; headers: readonly Header[] }) {
  return {
    source,
    headers: headers.map(({ key, value }) => ({ key, value: key === POLICY ? allowLocal(value) : value })),
  };
}

const POLICY = 'Content-Security-Policy';
const allowLocal = (policy: string): string =>
  policy.replace(/(connect-src|frame-src) [^;]*/g, `$& ${LOCAL}`);

/** Somebody the web app offers to sign in as: what Google would say of them. */
export interface Account {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
  readonly picture?: string;
}

/** What the web app reads from `/config.json` when it starts. */
export const webConfig = (ports: Ports, accounts: readonly Account[] = []) => ({
  projectId: PROJECT,
  apiKey: API_KEY,
  authDomain: `${PROJECT}.firebaseapp.com`,
  emulators: {
    auth: `http://${HOST}:${ports.auth}`,
    firestore: `${HOST}:${ports.firestore}`,
    functions: `${HOST}:${ports.functions}`,
    accounts,
  },
});
