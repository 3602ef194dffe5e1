import type { Attempt } from './attempt.ts';
import type { Envelope, SlackEvent } from './envelope.ts';

/** An event on its way to the app, and what became of it. */
export interface Delivery {
  event_id: string;
  /** `message`, or with its subtype `message.message_changed`. */
  type: string;
  channel?: string;
  event: SlackEvent;
  /** Milliseconds since 1970. */
  at: number;
  /**
   * `held` by a reorder; `unsent`: there was nowhere to send it; `dropped` by a fault;
   * `failed` after the last retry; `stopped` by a reset or at the end.
   */
  state: 'held' | 'pending' | 'delivered' | 'failed' | 'dropped' | 'unsent' | 'stopped';
  attempts: Attempt[];
  /** The fault that struck it. */
  fault?: string;
}

export function newDelivery({ event_id, event }: Envelope, at: number): Delivery {
  const type = typeof event.subtype === 'string' ? `${event.type}.${event.subtype}` : event.type;
  const channel = channelIn(event);
  return {
    event_id,
    type,
    ...(channel !== undefined && { channel }),
    event,
    at,
    state: 'pending',
    attempts: [],
  };
}

function channelIn({ channel, item }: SlackEvent): string | undefined {
  if (typeof channel === 'string') return channel;
  const place = channel ?? item;
  if (typeof place !== 'object' || place === null) return undefined;
  if ('id' in place && typeof place.id === 'string') return place.id;
  return 'channel' in place && typeof place.channel === 'string' ? place.channel : undefined;
}
