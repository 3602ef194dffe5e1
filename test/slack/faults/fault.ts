/** What may go wrong with a call of the Web API. */
export type CallEffect =
  /** 429; until `retry_after` seconds have passed, further calls are answered so too, and counted. */
  | { fault: 'rate_limited'; retry_after: number }
  /** An answer with this status; nothing is stored, unless `stored` says so. */
  | { fault: 'http_error'; status: number; stored: boolean }
  /** `ok: false` with this error; nothing is stored, unless `stored` says so. */
  | { fault: 'error'; error: string; stored: boolean }
  /** Stored at once and answered after `ms`; or, when `late`, stored only then, whoever waits still. */
  | { fault: 'slow'; ms: number; late: boolean }
  /** Stored; then the connection is closed without an answer. */
  | { fault: 'lost_answer' }
  /** The connection is closed without an answer, and nothing is stored. */
  | { fault: 'lost_call' };

/** What may go wrong with an event on its way. */
export type EventEffect =
  /**
   * The same envelope again, `copies` times, as Slack repeats what it takes for unanswered: each `ms` milliseconds after
   * the one before, 0 for all at once; `bare` copies say nothing of being retries.
   */
  | { fault: 'duplicate'; copies: number; ms: number; bare: boolean }
  /** `hold` events are kept back, then sent last first. */
  | { fault: 'reorder'; hold: number }
  /** `hold` events are kept back, then sent all at once. */
  | { fault: 'burst'; hold: number }
  /** Events are kept back until somebody lets them go. */
  | { fault: 'hold' }
  | { fault: 'drop' }
  | { fault: 'delay'; ms: number }
  /**
   * One gesture told as two events: another `ts` and `event_id`, the same `client_msg_id`; when `stored`, history has the
   * second message as well.
   */
  | { fault: 'twin'; stored: boolean };

/** What a fault waits for; what is not named fits everything. */
export interface Target {
  team?: string;
  channel?: string;
}

/** An effect, what it strikes, and how often: `times` counts down; "always" stays until faults are cleared. */
export type Fault = Target & {
  id: string;
  times: number | 'always';
  /** How many that fit pass before it strikes. */
  after: number;
} & (
    | { on: 'call'; method?: string; effect: CallEffect }
    | { on: 'event'; type?: string; effect: EventEffect }
  );

export type CallFault = Extract<Fault, { on: 'call' }>;
export type EventFault = Extract<Fault, { on: 'event' }>;
