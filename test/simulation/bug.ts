import type { Reading } from '../../functions/components/reading.ts';
import type { ComponentName } from '../../functions/model/component.ts';
import type { Effect, Outcome } from '../../functions/model/effect.ts';
import type { Principal, Request } from '../rules/wire/index.ts';
import type { Findings } from './checker.ts';
import type { SlackEvent, SlackPort } from './slack-side.ts';

/** A way to be wrong, planted to see whether the checker finds it. */
export type Bug = {
  readonly name: string;
  /** Slack gives no event up: what is lost by that is not the bug's doing. */
  readonly hearsAll?: boolean;
  /** In the place of an effect. */
  readonly effect?: (
    name: ComponentName,
    effect: Effect,
    act: () => Outcome,
    /** The clock of its worker. */
    now: () => Date,
  ) => Outcome;
  readonly reading?: (reading: Reading) => Reading;
  readonly slack?: (slack: SlackPort) => SlackPort;
  readonly event?: (event: SlackEvent) => SlackEvent;
  /** Requests that the rules would deny and are let through. */
  readonly lenient?: (who: Principal, request: Request) => boolean;
  /** Slack is answered before anything is stored. */
  readonly answersFirst?: boolean;
  /** A trigger whose worker died is not delivered again. */
  readonly forgetsTriggers?: boolean;
  /** What is left behind stays there. */
  readonly neverSweeps?: boolean;
};

/** One, and what it has to be found as, in which words: that something else is wrong as well does not count. */
export type Planted = Bug & { readonly found: readonly [keyof Findings, RegExp] };
