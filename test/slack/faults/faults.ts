import type { CallFault, EventFault, Fault } from './fault.ts';
import type { order } from './order.ts';

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
  forCall(method: string, channel: string | undefined): CallFault | undefined {
    const isMeant = (fault: Fault) =>
      fault.on === 'call' && matches(fault.method, method) && matches(fault.channel, channel);
    const found = this.#take(isMeant);
    return found?.on === 'call' ? found : undefined;
  }

  /** The first fault for this event. */
  forEvent(type: string, channel: string | undefined): EventFault | undefined {
    const found = this.#take((fault) => fault.on === 'event' && strikes(fault, type, channel));
    return found?.on === 'event' ? found : undefined;
  }

  #take(isMeant: (fault: Fault) => boolean): Fault | undefined {
    const found = this.#waiting.find(isMeant);
    if (!found || found.times === 'always') return found;
    found.times -= 1;
    if (found.times === 0) this.#waiting = this.#waiting.filter((fault) => fault !== found);
    return found;
  }
}

/**
 * Whether a fault is meant for an event. The event's type is `message`, or, with its subtype, `message.message_changed`;
 * a fault for `message` strikes both.
 */
export const strikes = (fault: EventFault, type: string, channel: string | undefined): boolean =>
  (matches(fault.type, type) || type.startsWith(`${fault.type}.`)) && matches(fault.channel, channel);

const matches = (wanted: string | undefined, found: string | undefined): boolean =>
  wanted === undefined || wanted === found;
