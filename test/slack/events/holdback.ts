import type { EventFault } from '../faults/fault.ts';
import { strikes } from '../faults/faults.ts';
import type { Delivery } from './delivery.ts';
import type { Envelope } from './envelope.ts';

/** An event in its envelope, and the record of its delivery. */
export interface Parcel {
  envelope: Envelope;
  delivery: Delivery;
}

/** Parcels a reorder keeps back until there are `hold` of them. */
export class Holdback {
  readonly #fault: EventFault;
  readonly #hold: number;
  readonly #parcels: Parcel[] = [];

  constructor(fault: EventFault, hold: number) {
    this.#fault = fault;
    this.#hold = hold;
  }

  wants({ delivery }: Parcel): boolean {
    return strikes(this.#fault, delivery.type, delivery.channel);
  }

  keep(parcel: Parcel): void {
    parcel.delivery.state = 'held';
    parcel.delivery.fault = 'reorder';
    this.#parcels.push(parcel);
  }

  get size(): number {
    return this.#parcels.length;
  }

  get isFull(): boolean {
    return this.#parcels.length >= this.#hold;
  }

  /** What was kept, last first. */
  released(): Parcel[] {
    for (const { delivery } of this.#parcels) delivery.state = 'pending';
    return this.#parcels.toReversed();
  }
}
