import type { EventFault } from '../faults/fault.ts';
import type { Faults } from '../faults/faults.ts';
import { Log } from '../log.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Delivery, newDelivery } from './delivery.ts';
import { channelIn, type Envelope, type SlackEvent, wrap } from './envelope.ts';
import { Holdback, type Parcel, type Release } from './holdback.ts';
import type { Sender } from './sender.ts';

/** Puts events into envelopes and on their way, by way of the faults that wait for them. */
export class Dispatcher {
  readonly log = new Log<Delivery>(20_000);
  readonly #faults: Faults;
  readonly #sender: Sender;
  #holdbacks: Holdback[] = [];

  constructor(faults: Faults, sender: Sender) {
    this.#faults = faults;
    this.#sender = sender;
  }

  /** Sends an event, or does with it what a fault wants done. `changes` are made to the envelope. */
  dispatch(workspace: Workspace, event: SlackEvent, changes: Partial<Envelope> = {}): Delivery {
    const parcel = this.#parcel(workspace, event, changes);
    const holdback = this.#holdbacks.find((one) => one.wants(parcel));
    if (holdback) this.#hold(holdback, parcel);
    else {
      const isGesture = event.client_msg_id !== undefined;
      this.#send(workspace, parcel, this.#faults.forEvent({ ...parcel.delivery, isGesture }));
    }
    return parcel.delivery;
  }

  /** How many events are kept back. */
  get held(): number {
    return this.#holdbacks.reduce((sum, holdback) => sum + holdback.size, 0);
  }

  /** Lets go what is kept back, as each fault would have it or as is said here. */
  release(how?: Release): void {
    for (const holdback of this.#holdbacks.splice(0)) this.#letGo(holdback, how ?? holdback.release);
  }

  /** Forgets everything: on its way, kept back or logged. */
  clear(): void {
    this.#holdbacks = [];
    this.#sender.stop();
    this.log.clear();
  }

  #send(workspace: Workspace, parcel: Parcel, fault: EventFault | undefined): void {
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
        this.#hold(new Holdback(fault, effect.hold, { order: 'reversed', together: false }), parcel);
        return;
      case 'burst':
        this.#hold(new Holdback(fault, effect.hold, { order: 'kept', together: true }), parcel);
        return;
      case 'hold':
        this.#hold(new Holdback(fault, Number.POSITIVE_INFINITY, { order: 'kept', together: false }), parcel);
        return;
      case 'duplicate':
        this.#sendAll([parcel]);
        for (let copy = 1; copy <= effect.copies; copy += 1)
          this.#sender.repeat(parcel, effect.bare ? 0 : copy, copy * effect.ms);
        return;
      case 'twin': {
        const ts = workspace.ts();
        if (effect.stored) storeTwin(workspace, envelope.event, ts);
        this.#sendAll([parcel, this.#parcel(workspace, { ...envelope.event, ts, event_ts: ts })]);
      }
    }
  }

  #hold(holdback: Holdback, parcel: Parcel): void {
    holdback.keep(parcel);
    this.#holdbacks = this.#holdbacks.filter((one) => one !== holdback);
    if (holdback.isFull) this.#letGo(holdback, holdback.release);
    else this.#holdbacks.push(holdback);
  }

  #letGo(holdback: Holdback, how: Release): void {
    const parcels = holdback.released(how);
    if (how.together) this.#sendAll(parcels);
    else this.#sender.startInTurn(parcels);
  }

  #sendAll(parcels: Parcel[]): void {
    for (const parcel of parcels) void this.#sender.start(parcel);
  }

  #parcel(workspace: Workspace, event: SlackEvent, changes: Partial<Envelope> = {}): Parcel {
    const envelope = { ...wrap(workspace, event), ...changes };
    return { envelope, delivery: this.log.add(newDelivery(envelope, workspace.now())) };
  }
}

/** Stores the message of an event a second time, under another `ts`. */
function storeTwin(workspace: Workspace, event: SlackEvent, ts: string): void {
  const messages = workspace.channels.get(channelIn(event) ?? '')?.messages;
  const message = messages?.get(String(event.ts));
  if (message) messages?.put({ ...message, ts });
}
