import type { CallFault, EventFault, Fault, Target } from './fault.ts';
import type { order } from './order.ts';

/** A call, as far as faults ask about it. */
type Called = Target & { method: string };
/** An event; its type is `message`, or, with its subtype, `message.message_changed`. */
type Told = Target & {
  type: string;
  /** Whether it tells what a person typed: that alone is a gesture, of which there can be two. */
  isGesture?: boolean;
};

/** The faults that wait for their call or event, in the order they were asked for. */
export class Faults {
  #waiting: Fault[] = [];
  #count = 0;

  add(ordered: ReturnType<typeof order>): Fault {
    this.#count += 1;
    const fault: Fault = { id: `F${this.#count}`, ...ordered };
    this.#waiting.push(fault);
    return fault;
  }

  list(): readonly Fault[] {
    return this.#waiting;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The first fault for this call, counted down. */
  forCall(called: Called): CallFault | undefined {
    const isMeant = (fault: Fault) =>
      fault.on === 'call' && matches(fault.method, called.method) && isThere(fault, called);
    const found = this.#take(isMeant);
    return found?.on === 'call' ? found : undefined;
  }

  /** The first fault for this event. */
  forEvent(told: Told): EventFault | undefined {
    const found = this.#take((fault) => fault.on === 'event' && strikes(fault, told));
    return found?.on === 'event' ? found : undefined;
  }

  #take(isMeant: (fault: Fault) => boolean): Fault | undefined {
    const found = this.#waiting.find(isMeant);
    if (!found) return undefined;
    if (found.after > 0) {
      found.after -= 1;
      return undefined;
    }
    if (found.times === 'always') return found;
    found.times -= 1;
    if (found.times === 0) this.#waiting = this.#waiting.filter((fault) => fault !== found);
    return found;
  }
}

/** Whether a fault is meant for an event: one for `message` strikes all its subtypes, a twin only a gesture. */
export const strikes = (fault: EventFault, told: Told): boolean =>
  (fault.effect.fault !== 'twin' || told.isGesture === true) &&
  (matches(fault.type, told.type) || told.type.startsWith(`${fault.type}.`)) &&
  isThere(fault, told);

const isThere = (fault: Target, { team, channel }: Target): boolean =>
  matches(fault.team, team) && matches(fault.channel, channel);

const matches = (wanted: string | undefined, found: string | undefined): boolean =>
  wanted === undefined || wanted === found;
