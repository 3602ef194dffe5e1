import { type Case, type Request, stepsOf, writesOf } from '../../test/rules/wire/index.ts';
import type { Allow, Block, Function, Segment } from './language/tree.ts';
import { calledBy, type Node, sitesIn } from './language/walk.ts';
import { operationsOf } from './operators/allow.ts';

/** An `allow` with the whole path of its documents, and all functions that its condition may call. */
export type Clause = {
  readonly allow: Allow;
  /** The blocks that it lies in, from the outermost on. */
  readonly within: readonly Block[];
  /** What it is for, as one pattern from the root on, and the operations. */
  readonly pattern: readonly Segment[];
  readonly operations: ReadonlySet<string>;
  /** The functions that can be called in it, by name: the innermost where a name is there twice. */
  readonly functions: ReadonlyMap<string, Function>;
  readonly calls: ReadonlySet<Function>;
};

/** What a case asks: operations on paths. A part of a path is undefined where it may be anything. */
export type Asked = {
  readonly operations: readonly string[];
  readonly path: readonly (string | undefined)[];
  readonly group?: string;
};

/** All clauses of some rules, in the order of the file. */
export function clausesIn(
  block: Block,
  around: readonly Block[] = [],
  functions: ReadonlyMap<string, Function> = new Map(),
): readonly Clause[] {
  const within = [...around, block];
  const pattern = within.flatMap((one) => one.pattern);
  const known = new Map([...functions, ...block.functions.map((one) => [one.name, one] as const)]);
  return [
    ...block.allows.map((allow) => ({
      allow,
      within,
      pattern,
      operations: new Set(allow.operations.flatMap(({ text }) => operationsOf(text))),
      functions: known,
      calls: callsIn(allow, known),
    })),
    ...block.blocks.flatMap((inner) => clausesIn(inner, within, known)),
  ];
}

/** The functions that something calls, and those that these call. */
function callsIn(
  node: Node,
  functions: ReadonlyMap<string, Function>,
  found = new Set<Function>(),
): Set<Function> {
  for (const { node: part } of sitesIn(node)) {
    const called = calledBy(part);
    const callee = called && !called.object ? functions.get(called.name) : undefined;
    if (!callee || found.has(callee)) continue;
    found.add(callee);
    // Its own names are those of the block it stands in: what lies further in is not seen from there, and does no harm here.
    callsIn(callee, functions, found);
  }
  return found;
}

/** All that a case asks for, in all of its requests. */
export function askedIn(one: Case): readonly Asked[] {
  const [first, ...later] = stepsOf(one);
  const there = Object.keys(one.given ?? {});
  return [...(first ? askedBy(first, there) : []), ...later.flatMap((request) => askedBy(request))];
}

/** What is written whole is made or changed, by whether it is there; where that is not known, it may be either. */
function askedBy(request: Request, there?: readonly string[]): Asked[] {
  if (request.do === 'get') return [{ operations: ['get'], path: request.path.split('/') }];
  if (request.do === 'list') {
    const path = [...request.collection.split('/'), undefined];
    return [{ operations: ['list'], path, ...(request.group ? { group: request.collection } : {}) }];
  }
  const writes = writesOf(request);
  const isKnown = (path: string): boolean => writes.filter((write) => write.path === path).length === 1;
  const operationsOn = (path: string): string[] => {
    if (!there || !isKnown(path)) return ['create', 'update'];
    return [there.includes(path) ? 'update' : 'create'];
  };
  return writes.map(({ do: what, path }) => ({
    operations: what === 'set' ? operationsOn(path) : [what],
    path: path.split('/'),
  }));
}

/** What the variables of a pattern stand for; undefined where that may be anything. */
export type Bound = Readonly<Record<string, string | undefined>>;

/** Whether a clause is asked for this, and what its variables are then. It may be asked one time too many, never one too few. */
export function boundBy(
  { pattern, operations: mine }: Clause,
  { operations, path, group }: Asked,
): Bound | undefined {
  if (!operations.some((operation) => mine.has(operation))) return undefined;
  if (group === undefined) return matched(pattern, 0, ROOT.concat(path), 0);
  const collection = pattern.at(-2);
  const isMet =
    !collection || collection.isVariable || collection.name === group || pattern.at(-1)?.deep === true;
  return isMet
    ? Object.fromEntries(pattern.flatMap(({ name, isVariable }) => (isVariable ? [[name, undefined]] : [])))
    : undefined;
}

export const isFor = (clause: Clause, asked: Asked): boolean => boundBy(clause, asked) !== undefined;

const ROOT: readonly (string | undefined)[] = ['databases', '(default)', 'documents'];

/** What is left of a pattern from one place on, and of a path from another. */
function matched(
  pattern: readonly Segment[],
  nth: number,
  path: readonly (string | undefined)[],
  from: number,
): Bound | undefined {
  const segment = pattern[nth];
  if (!segment) return path.length === from ? {} : undefined;
  if (segment.deep) {
    for (let next = from; next <= path.length; next += 1) {
      const found = matched(pattern, nth + 1, path, next);
      if (found) return { ...found, [segment.name]: undefined };
    }
    return undefined;
  }
  const part = path[from];
  if (from >= path.length || !(segment.isVariable || part === undefined || part === segment.name))
    return undefined;
  const found = matched(pattern, nth + 1, path, from + 1);
  return found && (segment.isVariable ? { ...found, [segment.name]: part } : found);
}
