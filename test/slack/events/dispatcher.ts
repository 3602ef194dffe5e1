import type { EventFault } from '../faults/fault.ts';
import type { Faults } from '../faults/faults.ts';
import { Log } from '../log.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Delivery, newDelivery } from './delivery.ts';
import { type SlackEvent, wrap } from './envelope.ts';
import { Holdback, type Parcel } from './holdback.ts';
import type { Sender } from './sender.ts';

/** Puts events into envelopes and on their way, by way of the faults that wait for them. */
export class Dispatcher {
  readonly log = new Log<Delivery>(20_000);
  readonly #workspace: Workspace;
  readonly #faults: Faults;
  readonly #sender: Sender;
  #holdbacks: Holdback[] = [];

  constructor(workspace: Workspace, faults: Faults, sender: Sender) {
    this.#workspace = workspace;
    this.#faults = faults;
    this.#sender = sender;
  }

  /** Sends an event, or does with it what a fault wants done. */
  dispatch(event: SlackEvent): Delivery {
    const parcel = this.#parcel(event);
    const { type, channel } = parcel.delivery;
    const holdback = this.#holdbacks.find((one) => one.wants(parcel));
    if (holdback) this.#hold(holdback, parcel);
    else this.#send(parcel, this.#faults.forEvent(type, channel));
    return parcel.delivery;
  }

  /** How many events are kept back. */
  get held(): number {
    return this.#holdbacks.reduce((sum, holdback) => sum + holdback.size, 0);
  }

  /** Sends what is kept back, last first. */
  release(): void {
    for (const holdback of this.#holdbacks.splice(0)) this.#sender.startInTurn(holdback.released());
  }

  /** Forgets everything: on its way, kept back or logged. */
  clear(): void {
    this.#holdbacks = [];
    this.#sender.stop();
    this.log.clear();
  }

  #send(parcel: Parcel, fault: EventFault | undefined): void {
    if (!fault) return this.#sendAll([parcel]);
    const { envelope, delivery } = parcel;
    const { effect } = fault;
    delivery.fault = effect.fault;
    switch (effect.fault) {
      case 'drop':
        delivery.state = 'dropped';
        return;
      case 'delay':
        void this.#sender.start(parcel, effect.ms);
        return;
      case 'reorder':
        this.#hold(new Holdback(fault, effect.hold), parcel);
        return;
      case 'duplicate':
        this.#sendAll([parcel]);
        for (let copy = 1; copy <= effect.copies; copy += 1) this.#sender.repeat(parcel, copy);
        return;
      case 'twin': {
        const ts = this.#workspace.ts();
        this.#sendAll([parcel, this.#parcel({ ...envelope.event, ts, event_ts: ts })]);
      }
    }
  }

  #hold(holdback: Holdback, parcel: Parcel): void {
    holdback.keep(parcel);
    this.#holdbacks = this.#holdbacks.filter((one) => one !== holdback);
    if (holdback.isFull) this.#sender.startInTurn(holdback.released());
    else this.#holdbacks.push(holdback);
  }

  #sendAll(parcels: Parcel[]): void {
    for (const parcel of parcels) void this.#sender.start(parcel);
  }

  #parcel(event: SlackEvent): Parcel {
    const envelope = wrap(this.#workspace, event);
    return { envelope, delivery: this.log.add(newDelivery(envelope, this.#workspace.now())) };
  }
}
