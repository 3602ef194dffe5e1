import * as v from 'valibot';
import { guard } from '#model/guard.ts';

/** What may be wrong with a token: everything else about it is as it should be. */
export const TOKEN_FAULTS = [
  'expired',
  'wrong_audience',
  'unsigned',
  'other_key',
  'foreign_issuer',
  'foreign_project',
  'unverified',
] as const;

const times = v.optional(v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.literal('always')]), 1);
/** The e-mail address of the account that is struck; without one, every account. */
const account = v.exactOptional(v.string());
/** What is struck: tokens, the keys, or either. */
const at = v.exactOptional(v.picklist(['tokens', 'keys']));

/** An order of what shall go wrong, and how often. */
export const asFault = guard(
  'fault',
  v.variant('fault', [
    v.strictObject({ fault: v.picklist(TOKEN_FAULTS), times, account }),
    /** The connection is closed without an answer. */
    v.strictObject({ fault: v.literal('down'), times, account, at }),
    /** Answered after so many milliseconds. */
    v.strictObject({ fault: v.literal('slow'), ms: v.pipe(v.number(), v.minValue(0)), times, account, at }),
  ]),
);

export type Fault = Extract<ReturnType<typeof asFault>, { ok: true }>['value'];

/** The faults that wait for their call, in the order they were asked for. */
export class Faults {
  #waiting: Fault[] = [];

  add(fault: Fault): void {
    this.#waiting.push(fault);
  }

  list(): readonly Fault[] {
    return this.#waiting;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The first fault for this call, counted down. Keys are asked for by nobody in particular. */
  take(what: 'tokens' | 'keys', account?: string): Fault | undefined {
    const found = this.#waiting.find(
      (fault) =>
        ('ms' in fault || fault.fault === 'down' ? (fault.at ?? what) : 'tokens') === what &&
        (fault.account ?? account) === account,
    );
    if (!found || found.times === 'always') return found;
    const left = found.times - 1;
    this.#waiting = this.#waiting.flatMap((fault) =>
      fault !== found ? [fault] : left > 0 ? [{ ...fault, times: left }] : [],
    );
    return found;
  }
}
