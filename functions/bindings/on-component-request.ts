import { onRequest as onHttps } from 'firebase-functions/https';
import type { IdentityPorts } from '../components/identity.ts';
import { COMPONENTS } from '../model/component.ts';
import type { Request, Response } from '../model/event.ts';
import { answering } from './answering.ts';
import { log } from './log.ts';
import { accountsOf, placed } from './own-account.ts';

/** Whoever asks gives up after this long (see custom-token.ts), and is told in time to try again. */
const ANSWER_WITHIN_MILLISECONDS = 7_500;

/** Answers HTTPS requests of our own components: nobody else's account may call it at all. */
export function onComponentRequest(
  name: 'identity',
  make: (tell: IdentityPorts['tell']) => (request: Request) => Promise<Response>,
) {
  const answer = make((event, told) =>
    (event === 'refused' ? log.warn : log.info)(event, { component: name, ...told }),
  );
  return onHttps(
    { ...placed(name), invoker: accountsOf(COMPONENTS) },
    answering(name, ANSWER_WITHIN_MILLISECONDS, answer),
  );
}
