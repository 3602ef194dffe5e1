import type { Attempt } from './attempt.ts';
import { channelIn, type Envelope, type SlackEvent } from './envelope.ts';

/** An event on its way to the app, and what became of it. */
export interface Delivery {
  event_id: string;
  team: string;
  /** `message`, or with its subtype `message.message_changed`. */
  type: string;
  channel?: string;
  event: SlackEvent;
  /** Milliseconds since 1970. */
  at: number;
  /**
   * `held` by a fault; `unsent`: there was nowhere to send it; `dropped` by a fault;
   * `failed` after the last retry; `stopped` by a reset or at the end.
   */
  state: 'held' | 'pending' | 'delivered' | 'failed' | 'dropped' | 'unsent' | 'stopped';
  attempts: Attempt[];
  /** The fault that struck it. */
  fault?: string;
}

export function newDelivery({ event_id, team_id, event }: Envelope, at: number): Delivery {
  const type = typeof event.subtype === 'string' ? `${event.type}.${event.subtype}` : event.type;
  const channel = channelIn(event);
  const about = { event_id, team: team_id, type, ...(channel !== undefined && { channel }) };
  return { ...about, event, at, state: 'pending', attempts: [] };
}
