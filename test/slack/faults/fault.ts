/** What may go wrong with a call of the Web API. */
export type CallEffect =
  /** 429; until `retry_after` seconds have passed, further calls are answered so too, and counted. */
  | { fault: 'rate_limited'; retry_after: number }
  /** An answer with this status; nothing is stored. */
  | { fault: 'http_error'; status: number }
  /** `ok: false` with this error; nothing is stored. */
  | { fault: 'error'; error: string }
  /** Stored at once, answered after `ms`. */
  | { fault: 'slow'; ms: number }
  /** Stored; then the connection is closed without an answer. */
  | { fault: 'lost_answer' }
  /** The connection is closed without an answer, and nothing is stored. */
  | { fault: 'lost_call' };

/** What may go wrong with an event on its way. */
export type EventEffect =
  /** The same envelope again, `copies` times, at once, as Slack repeats what it takes for unanswered. */
  | { fault: 'duplicate'; copies: number }
  /** `hold` events are kept back, then sent last first. */
  | { fault: 'reorder'; hold: number }
  | { fault: 'drop' }
  | { fault: 'delay'; ms: number }
  /** One gesture told as two events: another `ts` and `event_id`, the same `client_msg_id`. */
  | { fault: 'twin' };

/** An effect, what it strikes, and how often: `times` counts down; "always" stays until faults are cleared. */
export type Fault = {
  id: string;
  times: number | 'always';
  channel?: string;
} & (
  | { on: 'call'; method?: string; effect: CallEffect }
  | { on: 'event'; type?: string; effect: EventEffect }
);

export type CallFault = Extract<Fault, { on: 'call' }>;
export type EventFault = Extract<Fault, { on: 'event' }>;
