import { onRequest as onHttps } from 'firebase-functions/https';
import type { SecretParam } from 'firebase-functions/params';
import type { ComponentName } from '../model/component.ts';
import type { Work } from '../model/effect.ts';
import type { Request, Response } from '../model/event.ts';
import { instancesKept } from '../params.ts';
import { answering } from './answering.ts';
import { placed } from './own-account.ts';
import { type Principal, principal, run } from './principal.ts';
import { signInAhead } from './session.ts';

/** Slack gives up after 3 s and sends the event again; we say so before it has to guess. https://docs.slack.dev/apis/events-api#responding */
const ANSWER_WITHIN_MILLISECONDS = 2_500;

/** Answers everybody's HTTPS requests with a component. */
export function onRequest(
  name: ComponentName,
  make: (as: Principal) => (request: Request) => Work<Response>,
  { secrets }: { secrets: SecretParam[] },
) {
  const component = make(principal(name));
  signInAhead(name);
  return onHttps(
    { ...placed(name), invoker: 'public', minInstances: instancesKept, secrets },
    answering(name, ANSWER_WITHIN_MILLISECONDS, (request) => run(name, component(request), {})),
  );
}
