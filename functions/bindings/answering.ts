import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { FunctionName } from '../model/component.ts';
import type { Request, Response } from '../model/event.ts';
import { log } from './log.ts';

/** A request of the platform: the body lies beside it, byte exact. */
type Incoming = IncomingMessage & { readonly rawBody?: Uint8Array };

const headersOf = (headers: IncomingHttpHeaders): Request['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );

/** Answers HTTPS requests within so many milliseconds. Without an answer in time, or with a failure, it is 503: the sender sends again. */
export const answering =
  (name: FunctionName, within: number, answer: (request: Request) => Promise<Response | undefined>) =>
  async (incoming: Incoming, outgoing: ServerResponse): Promise<void> => {
    const { method = '', headers, rawBody: body = new Uint8Array() } = incoming;
    const work = answer({ method, headers: headersOf(headers), body });
    const answered = await Promise.race([work, late(within)]).catch((error: unknown) => {
      log.error('failed', { component: name, reason: error instanceof Error ? error.message : 'unknown' });
      return undefined;
    });
    const { status, body: text, type }: Response = answered ?? { status: 503, body: '' };
    const media = type ?? 'text/plain';
    outgoing.writeHead(status, { 'content-type': `${media}; charset=utf-8`, 'cache-control': 'no-store' });
    outgoing.end(text);
  };

const late = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds, undefined).unref();
  });
