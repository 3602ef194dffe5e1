import type { EventFault } from '../faults/fault.ts';
import { strikes } from '../faults/faults.ts';
import type { Delivery } from './delivery.ts';
import type { Envelope } from './envelope.ts';
import { shuffled } from './shuffled.ts';

/** An event in its envelope, and the record of its delivery. */
export interface Parcel {
  envelope: Envelope;
  delivery: Delivery;
}

/** How kept events are let go: in which order, and side by side or each when the one before was tried. */
export interface Release {
  order: 'kept' | 'reversed' | 'shuffled';
  together: boolean;
  /** What a shuffled order follows from. */
  seed?: number;
}

/** Parcels a fault keeps back: until there are `most` of them, or until somebody lets them go. */
export class Holdback {
  readonly release: Release;
  readonly #fault: EventFault;
  readonly #most: number;
  readonly #parcels: Parcel[] = [];

  constructor(fault: EventFault, most: number, release: Release) {
    this.#fault = fault;
    this.#most = most;
    this.release = release;
  }

  wants({ delivery }: Parcel): boolean {
    return strikes(this.#fault, delivery);
  }

  keep(parcel: Parcel): void {
    parcel.delivery.state = 'held';
    parcel.delivery.fault = this.#fault.effect.fault;
    this.#parcels.push(parcel);
  }

  get size(): number {
    return this.#parcels.length;
  }

  get isFull(): boolean {
    return this.#parcels.length >= this.#most;
  }

  /** What was kept, in the order in which it is let go. */
  released({ order, seed = 1 }: Release = this.release): Parcel[] {
    for (const { delivery } of this.#parcels) delivery.state = 'pending';
    if (order === 'shuffled') return shuffled(this.#parcels, seed);
    return order === 'reversed' ? this.#parcels.toReversed() : [...this.#parcels];
  }
}
