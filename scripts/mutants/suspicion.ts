import type { Case } from '../../test/rules/wire/index.ts';
import type { Mutant } from './mutate.ts';

/** The declaration in a mutant's id: mutants of one declaration tend to be killed by the same cases. */
const homeOf = ({ id }: Mutant): string => id.replace(/ \d+:\d+ .*/, '');

/** Which cases are likely to kill a mutant: they are asked first, since most of the time goes into asking those that don't. */
export class Suspicion {
  /** By declaration, the cases that have killed there, the last of them first. */
  readonly #killers = new Map<string, readonly Case[]>();

  /** These cases, in the order in which to ask them. */
  *against(mutant: Mutant, cases: readonly Case[]): Generator<Case> {
    const killers = this.#killers.get(homeOf(mutant)) ?? [];
    const isLikely = (one: Case): boolean => one.may === (mutant.operator.noticed === 'allowed');
    const ranks: ((one: Case) => boolean)[] = [
      (one) => one.about === mutant.about && isLikely(one),
      (one) => one.about === mutant.about && !isLikely(one),
      (one) => one.about !== mutant.about && isLikely(one),
      (one) => one.about !== mutant.about && !isLikely(one),
    ];
    yield* killers.filter(isLikely);
    yield* killers.filter((one) => !isLikely(one));
    for (const rank of ranks) yield* cases.filter((one) => rank(one) && !killers.includes(one));
  }

  /** Remembers which case has killed a mutant. */
  confirm(mutant: Mutant, killer: Case): void {
    const killers = this.#killers.get(homeOf(mutant)) ?? [];
    this.#killers.set(homeOf(mutant), [killer, ...killers.filter((one) => one !== killer)]);
  }
}
