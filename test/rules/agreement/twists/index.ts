import type { Dice } from '../dice.ts';
import type { Scenario } from '../scenario.ts';
import { another, place } from './asking.ts';
import { being } from './being.ts';
import { getting, listing } from './reading.ts';
import type { Kind, Twist } from './twist.ts';
import { doing, writing } from './writing.ts';

/** The more often one is named, the more often it comes. */
const KINDS: readonly Kind[] = [
  another,
  writing,
  writing,
  writing,
  being,
  being,
  being,
  place,
  doing,
  listing,
  getting,
];

/** Decides on one thing that is to be otherwise. */
export function twist(dice: Dice, scenario: Scenario): Twist {
  for (;;) {
    const found = dice.pick(KINDS)(dice, scenario);
    if (found) return found;
  }
}
