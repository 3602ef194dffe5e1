import { onSchedule } from 'firebase-functions/scheduler';
import type { ComponentName } from '../model/component.ts';
import type { Work } from '../model/effect.ts';
import type { Tick } from '../model/event.ts';
import { placed } from './own-account.ts';
import { type Principal, principal, run } from './principal.ts';

/** Runs a component every minute. A run that fails is not made up for: the next one looks at the same things. */
export function everyMinute(name: ComponentName, make: (as: Principal) => (tick: Tick) => Work) {
  const component = make(principal(name));
  return onSchedule({ ...placed(name), schedule: 'every 1 minutes', maxInstances: 1 }, () =>
    run(name, component({ now: new Date() }), {}),
  );
}
