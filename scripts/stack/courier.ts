import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { atMost } from './child.ts';
import { type Parcel, post, taken } from './parcel.ts';
import { HOST } from './project.ts';

/** Milliseconds until an event that failed comes again: doubled each time, up to the longest. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** When an event is brought, in milliseconds from now, each time it is: 0 is in its turn, everything else beside the others. */
export type Deliveries = () => readonly number[];
const IN_TURN: Deliveries = () => [0];

/**
 * Milliseconds until a call counts as unanswered: a worker has 60 s to load (`emulators.ts`) and 60 s to work. One that was ended while it
 * loaded answers never.
 */
const PATIENCE = 130_000;
/** Milliseconds for which the next event of a function waits for the one before. On the platform it would not wait at all. */
const TURN = 10_000;

export interface CourierOptions {
  /** Where the Firestore emulator brings its events. */
  readonly port: number;
  /** Where the Functions emulator is. */
  readonly functions: number;
  /** The paths of functions that want an event again that failed. */
  readonly retried: ReadonlySet<string>;
  /** What went wrong is written here, a line each: never what is in an event. */
  readonly log: string;
  /** Lets events come more than once, late and in another order, as the platform may (once, in turn). */
  readonly deliveries?: Deliveries;
  /** The first pause before an event comes again, in milliseconds. */
  readonly pause?: number;
  /** Milliseconds for which the next event of a function waits for the one before. */
  readonly turn?: number;
}

export interface Courier {
  /** Says anew which functions want an event again. */
  retry(paths: ReadonlySet<string>): void;
  /** How many deliveries are still to come or have no answer yet. */
  underWay(): number;
  /** Brings nothing any more. */
  close(): void;
}

/**
 * Brings events from the Firestore emulator to the functions as the platform does.
 *
 * The emulator hands over one event at a time, to one function after another, and waits for each; what fails it forgets. Here
 * it is thanked at once. Each function gets its events one by one and beside the other functions, unless one takes long; and a
 * function that asks for it (`retry`) gets an event that failed again, later and later, beside those that come after it.
 */
export async function startCourier(options: CourierOptions): Promise<Courier> {
  const { port, functions, log, pause = FIRST_PAUSE, turn = TURN, deliveries = IN_TURN } = options;
  let { retried } = options;
  const lines = new Map<string, Promise<void>>();
  const waiting = new Set<NodeJS.Timeout>();
  let isClosed = false;
  let carried = 0;

  const later = (wait: number, act: () => Promise<void>): void => {
    const timer = setTimeout(() => {
      waiting.delete(timer);
      carried += 1;
      void act().finally(() => (carried -= 1));
    }, wait);
    waiting.add(timer);
  };
  const bring = async (parcel: Parcel, attempt: number): Promise<void> => {
    if (isClosed) return;
    const failure = await post(parcel, functions, PATIENCE);
    if (failure === undefined || isClosed) return;
    const again = retried.has(parcel.path);
    const outcome = again ? 'comes again' : 'is given up';
    appendFileSync(log, `${new Date().toISOString()} ${parcel.path} ${failure}, ${outcome} (${attempt})\n`);
    if (!again) return;
    later(Math.min(pause * 2 ** (attempt - 1), LONGEST_PAUSE), () => bring(parcel, attempt + 1));
  };
  const inTurn = (parcel: Parcel): void => {
    const before = lines.get(parcel.path) ?? Promise.resolve();
    carried += 1;
    lines.set(
      parcel.path,
      before.then(() =>
        atMost(
          turn,
          bring(parcel, 1).finally(() => (carried -= 1)),
        ),
      ),
    );
  };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let parcel: Parcel;
    try {
      parcel = await taken(request);
    } catch {
      // Nobody is there any more to be answered.
      request.destroy();
      return;
    }
    response.end();
    for (const wait of deliveries())
      if (wait === 0) inTurn(parcel);
      else later(wait, () => bring(parcel, 1));
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  return {
    retry: (paths) => {
      retried = paths;
    },
    underWay: () => carried + waiting.size,
    close: () => {
      isClosed = true;
      for (const timer of waiting) clearTimeout(timer);
      server.close();
      server.closeAllConnections();
    },
  };
}
