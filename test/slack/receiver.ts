import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** A request as it came: the body byte for byte, and read as JSON or as a form. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Whether the signature is there and right, by the receiver's own reckoning. */
  signature: 'right' | 'wrong' | 'none';
  envelope: Record<string, unknown>;
  event: Record<string, unknown>;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** The request that came as number `index`, from 0; throws when there were not so many. */
  request(index: number): Received;
  /** The events received, in order. */
  events(): Record<string, unknown>[];
  /** Answers the next requests so; then 200 again. "silence" never answers. */
  answerNext(...answers: Answer[]): void;
  stop(): Promise<void>;
}

export type Answer = number | 'silence' | 'challenge' | ((response: ServerResponse) => void);

/** An app's events URL: keeps what Slack sends and answers as it is told. `secret` is what Slack signs with. */
export async function startReceiver(secret = ''): Promise<Receiver> {
  const received: Received[] = [];
  const queue: Answer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const envelope = read(request.headers, body);
      received.push({
        path: request.url ?? '',
        headers: request.headers,
        body,
        signature: signatureOf(request.headers, body, secret),
        envelope,
        event: record(envelope.event),
        at: Date.now(),
      });
      answer(response, queue.shift() ?? 200, envelope);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The receiver has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/events`,
    received,
    request: (index) => {
      const found = received[index];
      if (!found) throw new Error(`${received.length} requests came, none as number ${index}.`);
      return found;
    },
    events: () => received.map(({ event }) => event),
    answerNext: (...answers) => void queue.push(...answers),
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
function signatureOf(headers: IncomingHttpHeaders, body: string, secret: string): Received['signature'] {
  const { 'x-slack-signature': given, 'x-slack-request-timestamp': seconds } = headers;
  if (given === undefined) return 'none';
  const digest = createHmac('sha256', secret)
    .update(`v0:${String(seconds)}:${body}`)
    .digest('hex');
  const isRecent = Math.abs(Date.now() / 1000 - Number(seconds)) < 300;
  return given === `v0=${digest}` && isRecent ? 'right' : 'wrong';
}

function read(headers: IncomingHttpHeaders, body: string): Record<string, unknown> {
  const isForm = headers['content-type'] === 'application/x-www-form-urlencoded';
  return isForm ? Object.fromEntries(new URLSearchParams(body)) : record(JSON.parse(body));
}

function answer(response: ServerResponse, how: Answer, envelope: Record<string, unknown>): void {
  if (typeof how === 'function') how(response);
  else if (how === 'challenge') response.end(JSON.stringify({ challenge: envelope.challenge }));
  else if (how !== 'silence') response.writeHead(how).end();
}

export const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
