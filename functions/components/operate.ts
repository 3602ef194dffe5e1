import type { Work } from '../model/effect.ts';
import { type Call, Declined } from '../model/event.ts';
import { AT_ONCE, asCommand, type Operated } from '../model/operation.ts';
import { decide, decideAll } from './decisions.ts';
import { health } from './health.ts';
import { type LinkingPorts, link, mend, move, unlink } from './linking.ts';
import type { Reading } from './reading.ts';

export type OperatePorts = LinkingPorts & {
  readonly store: Pick<
    Reading,
    'deadLetter' | 'deadLettersOpen' | 'eventsPassedOver' | 'links' | 'mirrorsWaiting'
  >;
};

/**
 * Does what operators ask: ties rooms to Slack, puts to work again what was given up, tells how things stand.
 *
 * Whoever is no operator is declined before anything is read; so is what makes no sense, with a sentence that says why.
 */
export const operate = (ports: OperatePorts) =>
  async function* ({ caller, data }: Call): Work<Operated> {
    if (!caller) throw new Declined('unauthenticated', 'Sign in first.');
    if (!caller.operator) throw new Declined('permission-denied', 'Only operators may do this.');
    const seen = asCommand(data);
    if (!seen.ok) throw new Declined('invalid-argument', `${seen.wrong}.`);

    const command = seen.value;
    switch (command.do) {
      case 'link':
        yield* link(ports, command);
        return {};
      case 'move':
        yield* move(ports, command);
        return {};
      case 'unlink':
        yield* unlink(ports, command.room);
        return {};
      case 'mend':
        yield* mend(ports, command.room);
        return {};
      case 'redrive':
      case 'discard':
        yield* decide(ports, command.job, caller.uid, command.do);
        return { decided: 1 };
      case 'redriveAll':
      case 'discardAll': {
        const how = command.do === 'redriveAll' ? 'redrive' : 'discard';
        const decided = yield* decideAll(ports, caller.uid, how);
        return { decided, more: decided === AT_ONCE };
      }
      case 'health':
        return { health: await health(ports.store, ports.now()) };
    }
  };
