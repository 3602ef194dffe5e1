import { Log } from '../log.ts';

/** A Web API call as it was seen. No token, no text. */
export interface SeenCall {
  method: string;
  team?: string;
  channel?: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The HTTP status; null while there is no answer, and for ever when the connection was closed. */
  status: number | null;
  error?: string;
  /** How long the answer took, in milliseconds. */
  ms?: number;
  /** The fault that struck it. */
  fault?: string;
  /** The message that was posted, changed or deleted. */
  ts?: string;
  /** The seconds a 429 asked for. */
  retry_after?: number;
  /** It came within an earlier Retry-After. */
  violation?: true;
}

/** Every call since the last reset, and how often a caller did what Slack asks it not to do. */
export class Calls {
  readonly log = new Log<SeenCall>();
  /** Calls made within a Retry-After. */
  withinRetryAfter = 0;
  /** Rises with every reset: what was begun before must not be done after. */
  era = 0;

  clear(): void {
    this.log.clear();
    this.withinRetryAfter = 0;
    this.era += 1;
  }
}
