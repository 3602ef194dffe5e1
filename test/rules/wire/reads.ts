import * as v from 'valibot';

/** The emulator's report of what the rules evaluated, as far as reads are found in it. An offset of 0 is left out. */
type Evaluated = {
  readonly sourcePosition?: { readonly currentOffset: number };
  readonly values: readonly { readonly value: Readonly<Record<string, unknown>> }[];
  readonly children: readonly Evaluated[];
};
const Evaluated: v.GenericSchema<unknown, Evaluated> = v.object({
  sourcePosition: v.exactOptional(v.object({ currentOffset: v.optional(v.number(), 0) })),
  values: v.optional(v.array(v.object({ value: v.optional(v.record(v.string(), v.unknown()), {}) })), []),
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
    const values = node.values.map(({ value }) => value);
    if (node.sourcePosition && LOOKUP.test(rules) && !isPassedOver(values))
      for (const child of node.children)
        for (const { value } of child.values)
          if ('pathValue' in value) paths.add(JSON.stringify(value.pathValue));
    node.children.forEach(visit);
  };
  v.parse(Report, report).report.forEach(visit);
  return paths;
}

/** `{}` stands for an evaluation that was not needed, `undefined` for one that broke off. */
const isPassedOver = (values: readonly object[]): boolean =>
  values.some((value) => Object.keys(value).length === 0) &&
  values.every((value) => Object.keys(value).length === 0 || 'undefined' in value);
