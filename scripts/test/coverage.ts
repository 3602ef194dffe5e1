import * as v from 'valibot';

/** The emulator's report of what the rules were asked, as far as it is read here. */
type Expression = {
  readonly sourcePosition?: { readonly line: number; readonly column: number; readonly endOffset: number };
  readonly values?: readonly { readonly value: Readonly<Record<string, unknown>> }[] | undefined;
  readonly children?: readonly Expression[] | undefined;
};

const Expression: v.GenericSchema<unknown, Expression> = v.object({
  sourcePosition: v.exactOptional(
    v.object({ line: v.number(), column: v.optional(v.number(), 1), endOffset: v.number() }),
  ),
  values: v.exactOptional(v.array(v.object({ value: v.optional(v.record(v.string(), v.unknown()), {}) }))),
  children: v.exactOptional(v.array(v.lazy(() => Expression))),
});
const Report = v.object({ report: v.array(Expression) });

/** How much of the rules was evaluated. Places are `line: what stands there`. */
export type Coverage = {
  readonly all: number;
  readonly missed: readonly string[];
  readonly conditions: number;
  readonly oneWay: readonly string[];
};

/** Reads the emulator's report (`GET …:ruleCoverage`) beside the rules it is about. Throws where it is none. */
export function coverageOf(report: unknown, rules: string): Coverage {
  const values = new Map<string, { place: string; seen: Readonly<Record<string, unknown>>[] }>();
  const lines = rules.split('\n');
  const visit = ({ sourcePosition, values: mine = [], children = [] }: Expression): void => {
    if (sourcePosition) {
      const { line, column, endOffset } = sourcePosition;
      const place = `${line}: ${lines[line - 1]?.slice(column - 1).trim() ?? ''}`;
      const known = values.get(`${line}:${column}:${endOffset}`) ?? { place, seen: [] };
      known.seen.push(...mine.map(({ value }) => value));
      values.set(`${line}:${column}:${endOffset}`, known);
    }
    for (const child of children) visit(child);
  };
  for (const top of v.parse(Report, report).report) visit(top);

  const all = [...values.values()];
  // `undefined` is an evaluation that broke off, and an empty value one that was never reached.
  const evaluated = all.map(({ place, seen }) => ({
    place,
    seen: seen.filter((value) => Object.keys(value).length > 0 && !('undefined' in value)),
  }));
  const conditions = evaluated.filter(({ seen }) => seen.some((value) => 'boolValue' in value));
  const ways = (seen: readonly Readonly<Record<string, unknown>>[]) =>
    new Set(seen.map(({ boolValue }) => boolValue)).size;
  return {
    all: all.length,
    missed: evaluated.filter(({ seen }) => seen.length === 0).map(({ place }) => place),
    conditions: conditions.length,
    oneWay: conditions.filter(({ seen }) => ways(seen) < 2).map(({ place }) => place),
  };
}
