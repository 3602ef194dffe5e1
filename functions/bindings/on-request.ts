import { onRequest as onHttps } from 'firebase-functions/https';
import type { SecretParam } from 'firebase-functions/params';
import type { ComponentName } from '../model/component.ts';
import type { Work } from '../model/effect.ts';
import type { Request, Response } from '../model/event.ts';
import { REGION } from '../params.ts';
import { log } from './log.ts';
import { type Principal, principal, run } from './principal.ts';

/** Slack gives up after 3 s and sends the event again; we say so before it has to guess. https://docs.slack.dev/apis/events-api#responding */
const ANSWER_WITHIN_MILLISECONDS = 2_500;

const headersOf = (headers: NodeJS.Dict<string | string[]>): Request['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );

/** Answers HTTPS requests with a component. Without an answer in time, or with a failure, it is 503: the sender sends again. */
export function onRequest(
  name: ComponentName,
  make: (as: Principal) => (request: Request) => Work<Response>,
  { secrets }: { secrets: SecretParam[] },
) {
  const component = make(principal(name));
  return onHttps({ region: REGION, invoker: 'public', secrets }, async (request, response) => {
    const headers = headersOf(request.headers);
    const work = run(
      name,
      component({ method: request.method, headers, body: request.rawBody ?? Buffer.alloc(0) }),
      {},
    );
    const answer = await Promise.race([work, late()]).catch((error: unknown) => {
      log.error('failed', { component: name, reason: error instanceof Error ? error.message : 'unknown' });
      return undefined;
    });
    const { status, body } = answer ?? { status: 503, body: '' };
    response.status(status).type('text/plain').send(body);
  });
}

const late = (): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, ANSWER_WITHIN_MILLISECONDS, undefined).unref();
  });
