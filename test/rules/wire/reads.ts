import * as v from 'valibot';
import { readRules } from '../../../scripts/mutants/language/ruleset.ts';
import { sitesIn } from '../../../scripts/mutants/language/walk.ts';

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

/** How a call begins in the rules. */
const CALL = /([A-Za-z_]\w*)\(/y;
const LOOKUPS = ['get', 'getAfter', 'exists', 'existsAfter'];

/** A call in the rules: of what, in which function, and what came of it. */
type Call = {
  readonly name: string;
  readonly within: string | undefined;
  readonly values: readonly Readonly<Record<string, unknown>>[];
  readonly children: readonly Evaluated[];
};

/**
 * The documents that the rules have looked up, by what the emulator reports: each once. A look-up that is only reached while
 * the emulator does not know the document yet, in its first pass, is none.
 */
export function readsIn(report: unknown, rules: string): ReadonlySet<string> {
  const calls = callsIn(v.parse(Report, report).report, rules);
  const paths = new Set<string>();
  for (const call of calls)
    if (LOOKUPS.includes(call.name) && !isPassedOver(call, calls))
      for (const child of call.children)
        for (const { value } of child.values)
          if ('pathValue' in value) paths.add(JSON.stringify(value.pathValue));
  return paths;
}

function callsIn(report: readonly Evaluated[], rules: string): Call[] {
  const functions = [...sitesIn(readRules(rules))].flatMap(({ node }) =>
    node.kind === 'function' ? [node] : [],
  );
  const calls: Call[] = [];
  const visit = ({ sourcePosition, values, children }: Evaluated): void => {
    const offset = sourcePosition?.currentOffset ?? 0;
    CALL.lastIndex = offset;
    const name = sourcePosition && CALL.exec(rules)?.[1];
    const within = functions.find(({ start, end }) => start <= offset && offset < end)?.name;
    if (name) calls.push({ name, within, values: values.map(({ value }) => value), children });
    children.forEach(visit);
  };
  report.forEach(visit);
  return calls;
}

/**
 * Whether a call was not needed in the end. `{}` stands for an evaluation that was not needed, `undefined` for one that broke off, as
 * those of the first pass do. What lies in a function has no `{}` of its own where the function is not called again: there
 * its calls tell.
 */
function isPassedOver({ values, within }: Call, calls: readonly Call[]): boolean {
  const isEmpty = (value: object): boolean => Object.keys(value).length === 0;
  if (values.some((value) => !isEmpty(value) && !('undefined' in value))) return false;
  if (values.some(isEmpty)) return true;
  const callers = calls.filter(({ name }) => name === within);
  return callers.length > 0 && callers.every((caller) => isPassedOver(caller, calls));
}
