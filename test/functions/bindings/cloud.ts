import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answering } from '../../../functions/bindings/answering.ts';
import { certificatesAt } from '../../../functions/bindings/certificates.ts';
import { googleTokens } from '../../../functions/bindings/google-token.ts';
import { mint } from '../../../functions/bindings/mint.ts';
import { identity, type Told } from '../../../functions/components/identity.ts';
import { type MetadataDesk, metadataDesk } from '../../metadata/client.ts';
import { freshKey } from '../../metadata/key.ts';
import { startMetadata } from '../../metadata/server.ts';

/** `after` is in milliseconds. */
type Answer = { readonly status: number; readonly body: object; readonly after?: number };

/** What a component meets on its way to a document: the chain as it is, and Auth and Firestore as far as a session goes. */
export type Cloud = {
  readonly environment: Readonly<Record<string, string>>;
  readonly metadata: MetadataDesk;
  /** What `identity` told of those who asked it. */
  readonly told: (Told & { readonly event: string })[];
  /** What Auth and Firestore were asked, by the last part of the path, and by which component: nobody is ''. */
  readonly calls: { readonly what: string; readonly by: string }[];
  /** Gives the next calls of this kind these answers, and then the usual one. */
  answerNext(what: string, ...answers: Answer[]): void;
  /** Seconds that tokens are good for from now on. */
  lifetime: number;
  stop(): Promise<void>;
};

const PROJECT = 'demo-cloud';
const { privateKey: key } = freshKey();

export async function startCloud(): Promise<Cloud> {
  const metadata = await startMetadata({ key, project: PROJECT });
  const told: Cloud['told'] = [];
  let identityUrl = '';
  const component = identity({
    project: () => PROJECT,
    verify: googleTokens({ keyOf: certificatesAt(() => metadata.keysUrl), audience: () => identityUrl }),
    mint,
    tell: (event, about) => void told.push({ event, ...about }),
  });
  const answer = answering('identity', 5_000, component);
  const asked = await listen((request, response, rawBody) =>
    answer(Object.assign(request, { rawBody }), response),
  );
  identityUrl = `http://${asked.host}/identity`;

  const calls: Cloud['calls'] = [];
  const waiting = new Map<string, Answer[]>();
  const firebase = await listen(async (request, response, body) => {
    const what = /\w+$/.exec(new URL(request.url ?? '', 'http://x').pathname)?.[0] ?? '';
    const { component: by = '' } = claimsOf(request.headers.authorization) as { component?: string };
    calls.push({ what, by });
    const {
      status,
      body: said,
      after = 0,
    } = waiting.get(what)?.shift() ?? usual(what, body.toString(), cloud.lifetime);
    await new Promise((resolve) => setTimeout(resolve, after));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });

  const cloud: Cloud = {
    environment: {
      GCLOUD_PROJECT: PROJECT,
      WEB_API_KEY: 'demo',
      METADATA_URL: metadata.url,
      IDENTITY_URL: identityUrl,
      FIREBASE_AUTH_EMULATOR_HOST: firebase.host,
      FIRESTORE_EMULATOR_HOST: firebase.host,
    },
    metadata: metadataDesk(metadata.url),
    told,
    calls,
    answerNext: (what, ...answers) => void waiting.set(what, answers),
    lifetime: 3_600,
    stop: async () => void (await Promise.all([metadata.stop(), asked.stop(), firebase.stop()])),
  };
  return cloud;
}

/** What Auth and Firestore answer when all is well. https://firebase.google.com/docs/reference/rest/auth */
function usual(what: string, body: string, lifetime: number): Answer {
  const seconds = Math.floor(Date.now() / 1_000);
  const session = (claims: object) => {
    const payload = { ...claims, iat: seconds, exp: seconds + lifetime };
    return `${part({ alg: 'none' })}.${part(payload)}.`;
  };
  switch (what) {
    case 'signInWithCustomToken': {
      const { uid, claims } = claimsOf((JSON.parse(body) as { token: string }).token);
      const idToken = session({ ...(claims as object), sub: uid, user_id: uid });
      return { status: 200, body: { idToken, refreshToken: idToken, expiresIn: String(lifetime) } };
    }
    case 'token': {
      const renewed = session(claimsOf(new URLSearchParams(body).get('refresh_token') ?? ''));
      const expires_in = String(lifetime);
      return { status: 200, body: { access_token: renewed, refresh_token: renewed, expires_in } };
    }
    case 'lookup':
      return { status: 200, body: { users: [{ localId: 'somebody' }] } };
    case 'commit':
      return { status: 200, body: { writeResults: [{}], commitTime: '2026-01-01T00:00:00Z' } };
    default:
      return { status: 404, body: { error: { code: 404, status: 'NOT_FOUND' } } };
  }
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsOf = (token = ''): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() || '{}') as Record<
    string,
    unknown
  >;

async function listen(
  handle: (request: IncomingMessage, response: ServerResponse, body: Buffer) => unknown,
): Promise<{ host: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void handle(request, response, Buffer.concat(chunks)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    host: `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
