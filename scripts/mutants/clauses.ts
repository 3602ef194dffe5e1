import { type Case, type Request, stepsOf, writesOf } from '../../test/rules/wire/index.ts';
import type { Allow, Block, Function, Segment } from './language/tree.ts';
import { calledBy, type Node, sitesIn } from './language/walk.ts';
import { operationsOf } from './operators/allow.ts';

/** An `allow` with the whole path of its documents, and all functions that its condition may call. */
export type Clause = {
  readonly allow: Allow;
  /** The blocks that it lies in, from the outermost on. */
  readonly within: readonly Block[];
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
  functions: readonly Function[] = [],
): readonly Clause[] {
  const within = [...around, block];
  const known = [...block.functions, ...functions];
  return [
    ...block.allows.map((allow) => ({ allow, within, calls: callsIn(allow, known) })),
    ...block.blocks.flatMap((inner) => clausesIn(inner, within, known)),
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
export function boundBy({ allow, within }: Clause, { operations, path, group }: Asked): Bound | undefined {
  const mine = allow.operations.flatMap(({ text }) => operationsOf(text));
  if (!operations.some((operation) => mine.includes(operation))) return undefined;
  const pattern = within.flatMap((block) => block.pattern);
  if (group === undefined) return matched(pattern, ['databases', '(default)', 'documents', ...path]);
  const collection = pattern.at(-2);
  const isMet =
    !collection || collection.isVariable || collection.name === group || pattern.at(-1)?.deep === true;
  return isMet
    ? Object.fromEntries(pattern.flatMap(({ name, isVariable }) => (isVariable ? [[name, undefined]] : [])))
    : undefined;
}

export const isFor = (clause: Clause, asked: Asked): boolean => boundBy(clause, asked) !== undefined;

function matched(pattern: readonly Segment[], path: readonly (string | undefined)[]): Bound | undefined {
  const [segment, ...rest] = pattern;
  if (!segment) return path.length === 0 ? {} : undefined;
  if (segment.deep) {
    const lengths = Array.from({ length: path.length + 1 }, (_, length) => length);
    const found = lengths.map((length) => matched(rest, path.slice(length))).find((bound) => bound);
    return found && { ...found, [segment.name]: undefined };
  }
  const [part, ...further] = path;
  if (path.length === 0 || !(segment.isVariable || part === undefined || part === segment.name))
    return undefined;
  const found = matched(rest, further);
  return found && (segment.isVariable ? { ...found, [segment.name]: part } : found);
}
