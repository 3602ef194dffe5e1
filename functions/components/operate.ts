import type { Work } from '../model/effect.ts';
import { type Call, Declined } from '../model/event.ts';
import { AT_ONCE, asCommand, type Operated } from '../model/operation.ts';
import type { Slack } from '../slack/port.ts';
import { channelsOf } from './channel-names.ts';
import { decide, decideAll } from './decisions.ts';
import { health } from './health.ts';
import { type ForTeams, inTeam } from './in-team.ts';
import { type LinkingPorts, link, mend, move, unlink } from './linking.ts';
import { isOwners } from './owning.ts';
import type { Reading } from './reading.ts';

export type OperatePorts = ForTeams<
  LinkingPorts & {
    readonly slack: Pick<Slack, 'channelName'>;
    readonly store: Pick<
      Reading,
      | 'deadLetter'
      | 'deadLettersOpen'
      | 'linkGrant'
      | 'pause'
      | 'eventsPassedOver'
      | 'links'
      | 'mirrorsDue'
      | 'mirrorsWaiting'
      | 'reactionMirrorsDue'
      | 'reactionMirrorsWaiting'
    >;
  }
>;

/**
 * Does what operators ask: ties rooms to Slack, puts to work again what was given up, tells how things stand. A room's
 * owners may decide about what was given up of their room, and tie it where operators allow it.
 *
 * Whoever may not is declined before anything else is read; so is what makes no sense, with a sentence that says why.
 */
export const operate = (ports: OperatePorts) =>
  async function* ({ caller, data }: Call): Work<Operated> {
    if (!caller) throw new Declined('unauthenticated', 'Sign in first.');
    const seen = asCommand(data);
    if (!caller.operator && !(seen.ok && (await isOwners(ports, caller.uid, seen.value))))
      throw new Declined(
        'permission-denied',
        'Only operators may do this, and a room’s owners where operators allow it.',
      );
    if (!seen.ok) throw new Declined('invalid-argument', `${seen.wrong}.`);

    const command = seen.value;
    switch (command.do) {
      case 'link':
        yield* link(inTeam(ports, command.team), command);
        return {};
      case 'move':
        yield* move(inTeam(ports, command.team), command);
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
        const before = command.before ?? ports.now().getTime();
        const decided = yield* decideAll(ports, caller.uid, how, before);
        return { decided, ...(decided === AT_ONCE && { more: before }) };
      }
      case 'health':
        return { health: await health(ports.store, ports.now(), command.after) };
      case 'channels':
        return { channels: await channelsOf(ports, command.after) };
    }
  };
