import { type Case, titleOf } from './case.ts';
import type { Project } from './project.ts';
import { readsIn } from './reads.ts';
import { Stage } from './stage.ts';

/**
 * What the rules spend on a request.
 *
 * `expressions` are those that the emulator counts towards its limit. Every operand, literal, call, member, list item and part of a path
 * counts one, each `&&` and `||` two, or one where its left side decides; what is not reached counts nothing. Clauses that say no
 * count as well as the one that says yes, in the order of the file, and a function counts each time it is called. Of a
 * batch it is the dearest of its documents.
 *
 * `reads` are the distinct documents that `get`, `exists`, `getAfter` and `existsAfter` looked up, over all of the request. Each is billed.
 */
export type Cost = { readonly expressions: number; readonly reads: number };

/** Expressions of one request: https://firebase.google.com/docs/firestore/security/rules-structure#security_rule_limits */
const LIMIT = 1_000;

/** The costs of cases under some rules. */
export type Costing = {
  /** What a case costs that is allowed. Throws where it is not. */
  costOf(one: Case): Promise<Cost>;
  /** Those of some cases that are allowed and cost more, whichever way. Much faster than asking for the cost of each. */
  over(cost: Cost, cases: readonly Case[]): Promise<readonly Case[]>;
};

/**
 * Expressions are found by the limit itself: a clause before all others spends a part of it and says no, and the request is
 * still allowed as long as what is left is enough. Coverage does not tell: it leaves out literals, and holds both of the
 * emulator's passes, without the document and with it.
 *
 * Reads are found in the coverage, which is each case's own under rules that are loaded anew: `part` may say what of the rules a case
 * asks for, as the rest takes its time to load. The projects are the costing's own.
 */
export function costing(
  projects: readonly [Project, ...Project[]],
  rules: string,
  part: (one: Case) => string = () => rules,
): Costing {
  type Place = { readonly project: Project; readonly stage: Stage };
  const placeOf = (project: Project): Place => ({ project, stage: new Stage(project) });
  const [first, ...more] = projects;
  const home = placeOf(first);
  const places = [home, ...more.map(placeOf)];
  const load = async (spent: number): Promise<void> => {
    const wrong = await first.load(spending(spent, rules));
    if (wrong !== undefined) throw new Error(wrong);
  };
  const isAllowed = async (one: Case): Promise<boolean> => (await home.stage.play(one)) === undefined;

  /** The most that can be spent before a case is denied. */
  const spare = async (one: Case): Promise<number> => {
    let [enough, tooMuch] = [0, LIMIT];
    while (tooMuch - enough > 1) {
      const middle = Math.floor((enough + tooMuch) / 2);
      await load(middle);
      if (await isAllowed(one)) enough = middle;
      else tooMuch = middle;
    }
    return enough;
  };
  const reads = async (one: Case, { project, stage }: Place): Promise<number> => {
    if (!one.may) throw new Error(`${titleOf(one)}: is denied, and costs nothing that matters`);
    const asked = part(one);
    const wrong = (await project.load(asked)) ?? (await stage.play(one));
    if (wrong !== undefined) throw new Error(wrong);
    return readsIn(await project.coverage(), asked).size;
  };

  return {
    costOf: async (one) => ({ expressions: LIMIT - (await spare(one)), reads: await reads(one, home) }),
    over: async (cost, cases) => {
      const found: Case[] = [];
      const allowed = cases.filter(({ may }) => may);
      await load(LIMIT - cost.expressions);
      for (const one of allowed) if (!(await isAllowed(one))) found.push(one);
      const waiting = allowed.filter((one) => !found.includes(one));
      const work = async (place: Place): Promise<void> => {
        for (let one = waiting.shift(); one; one = waiting.shift())
          if ((await reads(one, place)) > cost.reads) found.push(one);
      };
      await Promise.all(places.map(work));
      return cases.filter((one) => found.includes(one));
    },
  };
}

/** The rules with a clause before all others that costs so many expressions, and allows nothing. */
function spending(expressions: number, rules: string): string {
  const begin = /match\s+\/databases\/\{\w+\}\/documents\s*\{/.exec(rules);
  if (!begin) throw new Error('The rules have no "match /databases/{database}/documents".');
  if (expressions === 0) return rules;
  const hundred = `function hundred() { return ${Array.from({ length: 33 }, () => 'true').join(' && ')}; }`;
  const clause = `match /{spent=**} { ${hundred} allow read, write: if ${worth(expressions)}; }`;
  const at = begin.index + begin[0].length;
  return `${rules.slice(0, at)} ${clause} ${rules.slice(at)}`;
}

/**
 * A condition that is false and costs so many expressions. Joined to others by `&&`, which counts two, `true` costs three, and a
 * call of `hundred` (33 literals, 32 `&&`, the call) a hundred; the last costs one, and each `!` one more.
 */
function worth(expressions: number): string {
  const hundreds = Math.floor((expressions - 1) / 100);
  const rest = expressions - 1 - hundreds * 100;
  const terms = [
    ...Array.from({ length: hundreds }, () => 'hundred()'),
    ...Array.from({ length: Math.floor(rest / 3) }, () => 'true'),
    ['false', '!true', '!!false'][rest % 3],
  ];
  return terms.join(' && ');
}
