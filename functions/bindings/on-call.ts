import { HttpsError, onCall } from 'firebase-functions/https';
import type { SecretParam } from 'firebase-functions/params';
import type { ComponentName } from '../model/component.ts';
import type { Work } from '../model/effect.ts';
import { type Call, Declined } from '../model/event.ts';
import { log } from './log.ts';
import { placed } from './own-account.ts';
import { type Principal, principal, run } from './principal.ts';

/**
 * Answers calls of the web app with a component. The SDK has verified the caller's token; whether they are an operator,
 * the token's `operator` claim says. What the component declines is told to the caller; anything else is only logged.
 */
export function onOperatorCall<Result>(
  name: ComponentName,
  make: (as: Principal) => (call: Call) => Work<Result>,
  { secrets }: { secrets: SecretParam[] },
) {
  const component = make(principal(name));
  return onCall({ ...placed(name), secrets }, async ({ auth, data }) => {
    const caller = auth && { uid: auth.uid, operator: auth.token.operator === true };
    try {
      return await run(name, component({ caller, data }), {});
    } catch (error) {
      if (error instanceof Declined) throw new HttpsError(error.code, error.message);
      log.error('failed', { component: name, reason: error instanceof Error ? error.message : 'unknown' });
      throw new HttpsError('internal', 'That did not work. Try again.');
    }
  });
}
