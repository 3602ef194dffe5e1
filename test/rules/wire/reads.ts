import * as v from 'valibot';

/** A value that an expression had, and how often. */
type Seen = { readonly value: Readonly<Record<string, unknown>>; readonly count: number };

/** The emulator's report of what the rules evaluated, as far as reads are found in it. An offset of 0 is left out. */
type Evaluated = {
  readonly sourcePosition?: { readonly currentOffset: number };
  readonly values: readonly Seen[];
  readonly children: readonly Evaluated[];
};
const Value = v.object({
  value: v.optional(v.record(v.string(), v.unknown()), {}),
  count: v.optional(v.number(), 1),
});
const Evaluated: v.GenericSchema<unknown, Evaluated> = v.object({
  sourcePosition: v.exactOptional(v.object({ currentOffset: v.optional(v.number(), 0) })),
  values: v.optional(v.array(Value), []),
  children: v.optional(v.array(v.lazy(() => Evaluated)), []),
});
const Report = v.object({ report: v.array(Evaluated) });

/** How a look-up of another document begins in the rules. */
const LOOKUP = /(?:get|getAfter|exists|existsAfter)\(/y;

/**
 * The documents that the rules have looked up, by what the emulator reports: each once. A look-up that is only reached while
 * the emulator does not know the document yet, in its first pass, is none.
 */
export function readsIn(report: unknown, rules: string): ReadonlySet<string> {
  const paths = new Set<string>();
  const visit = (node: Evaluated): void => {
    LOOKUP.lastIndex = node.sourcePosition?.currentOffset ?? 0;
    if (node.sourcePosition && LOOKUP.test(rules) && !isPassedOver(node.values))
      for (const child of node.children)
        for (const { value } of child.values)
          if ('pathValue' in value) paths.add(JSON.stringify(value.pathValue));
    node.children.forEach(visit);
  };
  v.parse(Report, report).report.forEach(visit);
  return paths;
}

/**
 * `{}` stands for an evaluation that was not needed, `undefined` for one that broke off, as the first pass always does. What lies in a
 * function that the second pass does not call is seen once, and has no `{}`.
 */
function isPassedOver(seen: readonly Seen[]): boolean {
  const isEmpty = ({ value }: Seen): boolean => Object.keys(value).length === 0;
  const broken = seen.filter(({ value }) => 'undefined' in value);
  if (seen.length !== broken.length + seen.filter(isEmpty).length) return false;
  return seen.some(isEmpty) || broken.reduce((sum, { count }) => sum + count, 0) === 1;
}
