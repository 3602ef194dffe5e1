import type { Mutant } from './mutate.ts';
import type { Count, Score } from './score.ts';

/** What a run of mutants came to. */
export type Result = Score & {
  readonly cases: number;
  readonly mutants: number;
  readonly seconds: number;
  readonly seed?: number;
};

const WIDTHS = [18, 8, 9, 11, 8];
const row = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell, index) => {
      const width = WIDTHS[index] ?? 0;
      return index === 0 ? String(cell).padEnd(width) : String(cell).padStart(width);
    })
    .join('');
const rowOf = ({ operator, killed, survived, equivalent, invalid }: Count): string =>
  row([operator, killed, survived, equivalent, invalid]);

const lineOf = ({ id, line, before, after }: Mutant): string =>
  `  line ${line}: ${before || 'nothing'} → ${after || 'nothing'}\n    ${id}`;

/** Rounded down, so that 1.00 is said of nothing less. */
const rounded = (score: number): string =>
  (Math.floor(score * 10_000) / 10_000).toFixed(4).replace(/00$/, '');

/** The table of operators, the survivors, and the score. */
export const linesOf = ({ counts, total, score, survivors, wrong, ...run }: Result): string[] => [
  row(['operator', 'killed', 'survived', 'equivalent', 'invalid']),
  ...[...counts].sort((a, b) => a.operator.localeCompare(b.operator)).map(rowOf),
  rowOf(total),
  ...(survivors.length > 0 ? ['', 'survived:', ...survivors.map(lineOf)] : []),
  ...(wrong.length > 0 ? ['', ...wrong] : []),
  '',
  `mutants: ${total.killed} of ${total.killed + total.survived} killed, score ${rounded(score)}` +
    ` (${run.mutants} mutants, ${run.cases} cases, ${run.seconds.toFixed(1)} s${run.seed === undefined ? '' : `, seed ${run.seed}`})`,
];

/** The same for programs. */
export const jsonOf = ({ survivors, ...result }: Result): string =>
  JSON.stringify({
    ...result,
    survivors: survivors.map(({ id, operator, line, before, after }) => ({
      id,
      operator: operator.name,
      line,
      before,
      after,
    })),
  });
