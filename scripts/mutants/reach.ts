import { type Case, type Request, stepsOf, writesOf } from '../../test/rules/wire/index.ts';
import type { Allow, Block, Function, Segment } from './language/tree.ts';
import { calledBy, type Node, sitesIn } from './language/walk.ts';
import type { Mutant } from './mutate.ts';
import { operationsOf } from './operators/allow.ts';

/** An `allow` with the whole path of its documents, and all functions that its condition may call. */
type Clause = {
  readonly allow: Allow;
  readonly pattern: readonly Segment[];
  readonly calls: ReadonlySet<Function>;
};

/** What a case asks: operations on paths. A part of a path is undefined where it may be anything. */
type Asked = {
  readonly operations: readonly string[];
  readonly path: readonly (string | undefined)[];
  readonly group?: string;
};

/**
 * Which cases a change of the rules can reach at all: those that ask for an operation on a path that an `allow` is for in which
 * the change lies, or in a function that it calls. It may take in a case too many, never one too few.
 */
export function reachOf(service: Block): (one: Case, mutant: Mutant) => boolean {
  const clauses = clausesIn(service, [], []);
  const known = new Map<Case, ReadonlySet<Clause>>();
  const asksFor = (one: Case): ReadonlySet<Clause> => {
    const asked = stepsOf(one).flatMap(askedBy);
    return new Set(clauses.filter((clause) => asked.some((what) => isFor(clause, what))));
  };
  return (one, { site, operator }) => {
    const declared = [...site.within, site.node].find(
      (node) => node.kind === 'function' || node.kind === 'allow',
    );
    // A pattern or a list of operations that is changed is for something else than it was.
    if (!declared || operator.name === 'widen-operation') return true;
    const mine = known.get(one) ?? asksFor(one);
    known.set(one, mine);
    return [...mine].some(({ allow, calls }) =>
      declared.kind === 'function' ? calls.has(declared) : allow === declared,
    );
  };
}

function clausesIn(block: Block, pattern: readonly Segment[], functions: readonly Function[]): Clause[] {
  const whole = [...pattern, ...block.pattern];
  const known = [...block.functions, ...functions];
  return [
    ...block.allows.map((allow) => ({ allow, pattern: whole, calls: callsIn(allow, known) })),
    ...block.blocks.flatMap((inner) => clausesIn(inner, whole, known)),
  ];
}

/** The functions that something calls, and those that these call. The innermost of a name comes first. */
function callsIn(node: Node, functions: readonly Function[], found = new Set<Function>()): Set<Function> {
  for (const { node: part } of sitesIn(node)) {
    const called = calledBy(part);
    const callee = called && !called.object && functions.find(({ name }) => name === called.name);
    if (!callee || found.has(callee)) continue;
    found.add(callee);
    // Its own names are those of the block it stands in: what lies further in is not seen from there, and does no harm here.
    callsIn(callee, functions, found);
  }
  return found;
}

function askedBy(request: Request): Asked[] {
  if (request.do === 'get') return [{ operations: ['get'], path: request.path.split('/') }];
  if (request.do === 'list') {
    const path = [...request.collection.split('/'), undefined];
    return [{ operations: ['list'], path, ...(request.group ? { group: request.collection } : {}) }];
  }
  return writesOf(request).map((write) => ({
    operations: write.do === 'set' ? ['create', 'update'] : [write.do],
    path: write.path.split('/'),
  }));
}

function isFor({ allow, pattern }: Clause, { operations, path, group }: Asked): boolean {
  const mine = allow.operations.flatMap(({ text }) => operationsOf(text));
  if (!operations.some((operation) => mine.includes(operation))) return false;
  if (group === undefined) return matches(pattern, ['databases', undefined, 'documents', ...path]);
  const collection = pattern.at(-2);
  return !collection || collection.isVariable || collection.name === group || pattern.at(-1)?.deep === true;
}

function matches(pattern: readonly Segment[], path: readonly (string | undefined)[]): boolean {
  const [segment, ...rest] = pattern;
  if (!segment) return path.length === 0;
  if (segment.deep) return path.some((_, index) => matches(rest, path.slice(index))) || matches(rest, []);
  const [part, ...further] = path;
  if (path.length === 0) return false;
  return (segment.isVariable || part === undefined || part === segment.name) && matches(rest, further);
}
