import { Dice } from './dice.ts';
import { allowedByClause, type Scenario } from './scenario.ts';
import { isAskable, type Seen, type Trial } from './trial.ts';
import { twist } from './twists/index.ts';
import type { Twist } from './twists/twist.ts';

/** How many requests there were of one kind, and how many of them were allowed. */
type Share = { asked: number; allowed: number };

export type Outcome = {
  readonly asked: number;
  /** By the clauses that allow the request before it is twisted. */
  readonly shares: ReadonlyMap<string, Share>;
  /** Each in one line: who, what, and what each said. */
  readonly disagreements: readonly string[];
};

/** Shares of requests that are left as they are, and that are otherwise in two things rather than one. */
const UNTOUCHED = 0.3;
const TWICE = 0.4;
/** Disagreements after which it is not worth going on. */
const ENOUGH = 20;

const twisted = (scenario: Scenario, twists: readonly Twist[]): Scenario =>
  twists.reduce((one, { on }) => on(one), scenario);

const disagree = (seen: Seen | undefined): boolean => seen !== undefined && seen.rules !== seen.model.verdict;

/** Leaves out the twists that a disagreement does not need. */
async function shrunk(trial: Trial, scenario: Scenario, twists: readonly Twist[]): Promise<readonly Twist[]> {
  for (const left of twists) {
    const fewer = twists.filter((one) => one !== left);
    const one = twisted(scenario, fewer);
    if (isAskable(one) && disagree(await trial.ask(one).catch(() => undefined)))
      return shrunk(trial, scenario, fewer);
  }
  return twists;
}

const line = (
  clauses: string,
  scenario: Scenario,
  twists: readonly Twist[],
  { rules, model }: Seen,
): string => {
  const request = JSON.stringify(scenario.request, (_, value) =>
    typeof value === 'symbol' ? String(value) : value,
  );
  const how = twists.length === 0 ? 'as it is' : twists.map(({ what }) => what).join('; ');
  const by = model.verdict === 'allowed' ? ` by "${model.by.join(' + ')}"` : '';
  return `${scenario.as.called}: ${request.slice(0, 900)} (${clauses}, ${how}): the rules say ${rules}, the model ${model.verdict}${by}`;
};

/** Requests in a row that are twisted from the same one: most of what is there for the one is there for the next. */
const ROW = 10;

type Question = { readonly clauses: string; readonly scenario: Scenario; readonly twists: readonly Twist[] };

/** A row of questions, by its number: the clauses have their rows in turn. */
function questions(
  seed: number,
  row: number,
  bases: readonly (readonly [string, readonly Scenario[]])[],
): Question[] {
  const dice = new Dice(seed + row);
  const [clauses, scenarios] = bases[row % bases.length] ?? ['', []];
  const scenario = dice.pick(scenarios);
  const found: Question[] = [];
  while (found.length < ROW) {
    const twists: Twist[] = [];
    if (!dice.chance(UNTOUCHED)) twists.push(twist(dice, scenario));
    if (twists.length > 0 && dice.chance(TWICE)) twists.push(twist(dice, twisted(scenario, twists)));
    if (isAskable(twisted(scenario, twists))) found.push({ clauses, scenario, twists });
  }
  return found;
}

/** Asks so many random requests that follow from a seed, in several places at a time. */
export async function run(seed: number, count: number, trials: readonly Trial[]): Promise<Outcome> {
  const bases = [...allowedByClause()];
  const shares = new Map(bases.map(([clauses]): [string, Share] => [clauses, { asked: 0, allowed: 0 }]));
  const disagreements: string[] = [];
  let rows = 0;
  let asked = 0;
  const ask = async (trial: Trial, { clauses, scenario, twists }: Question): Promise<void> => {
    const seen = await trial.ask(twisted(scenario, twists));
    const share = shares.get(clauses);
    if (!seen || !share) return;
    asked += 1;
    share.asked += 1;
    if (seen.model.verdict === 'allowed') share.allowed += 1;
    if (!disagree(seen)) return;
    const fewer = await shrunk(trial, scenario, twists);
    const least = twisted(scenario, fewer);
    disagreements.push(line(clauses, least, fewer, (await trial.ask(least)) ?? seen));
  };
  const work = async (trial: Trial): Promise<void> => {
    while (rows * ROW < count && disagreements.length < ENOUGH) {
      const row = rows;
      rows += 1;
      for (const question of questions(seed, row, bases)) await ask(trial, question);
    }
  };
  await Promise.all(trials.map(work));
  return { asked, shares, disagreements };
}
