import type { Death, Failure } from '../../test/simulation/tally.ts';
import { UserError } from '../user-error.ts';

type Deaths = NonNullable<Failure['deaths']>;

const LETTERS: Readonly<Record<Death, string>> = { 'dies before': 'b', 'dies after': 'a' };
/** Where nobody dies, and nothing else goes wrong either. */
const NOBODY = 'none';

/** The deaths that are told as `17b,42a`: before the 17th call and after the 42nd; or `none`. Throws a UserError for anything else. */
export function deathsOf(text: string): Deaths {
  if (text === NOBODY) return [];
  return text.split(',').map((word) => {
    const [, call, letter] = /^([1-9]\d*)([ab])$/.exec(word) ?? [];
    if (call === undefined)
      throw new UserError(
        `--deaths has "${word}": it must be the number of a call and b or a, before it or after it, as in 17b,42a; or ${NOBODY}.`,
      );
    return [Number(call), letter === 'b' ? 'dies before' : 'dies after'];
  });
}

/** The options under which a failure comes again. */
export function optionsOf({ seed, acts, deaths }: Pick<Failure, 'seed' | 'acts' | 'deaths'>): string[] {
  const told = deaths?.map(([call, how]) => `${call}${LETTERS[how]}`).join() || NOBODY;
  const options = ['--seed', String(seed), '--runs', '1', '--acts', String(acts)];
  return deaths ? [...options, '--deaths', told] : options;
}
