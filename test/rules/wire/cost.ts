import { type Case, titleOf } from './case.ts';
import type { Project } from './project.ts';
import { Stage } from './stage.ts';

/**
 * What the rules spend on a request, counted as the emulator counts it towards its limits.
 *
 * `expressions`: of 1,000 for a document that is asked for or written. Every operand, literal, call, member, list item and path
 * segment that is evaluated counts one, each `&&` and `||` two; what is not reached counts nothing, a clause that says no counts
 * as well as the one that says yes, in the order of the file. A function counts each time it is called.
 *
 * `reads`: distinct documents looked up by `get`, `exists`, `getAfter` and `existsAfter`, of 10. The document itself is no read;
 * before and after a write a document is two. A read is also billed.
 *
 * Of a batch it is the dearest of its documents.
 */
export type Cost = { readonly expressions: number; readonly reads: number };

/** https://firebase.google.com/docs/rules/rules-behavior#limits */
const LIMIT: Cost = { expressions: 1_000, reads: 10 };
const NOTHING: Cost = { expressions: 0, reads: 0 };

/** The costs of cases under some rules. */
export type Costing = {
  /** What a case costs that is allowed. Throws where it is not. */
  costOf(one: Case): Promise<Cost>;
  /** Those of some allowed cases that cost more, whichever way; what many cost is asked with a few rulesets. */
  over(cost: Cost, cases: readonly Case[]): Promise<readonly Case[]>;
};

/**
 * Finds costs by the limits themselves: a clause before all others spends a part of them and says no, and the request is still
 * allowed as long as what is left is enough. The emulator's coverage report does not tell: it leaves out literals, and counts
 * both of the emulator's passes, without the document and with it.
 */
export function costing(project: Project, rules: string): Costing {
  const stage = new Stage(project);
  const load = async (spent: Cost): Promise<void> => {
    const wrong = await project.load(spending(spent, rules));
    if (wrong !== undefined) throw new Error(wrong);
  };

  /** The most that can be spent of one limit before a case is denied. */
  const spare = async (name: keyof Cost, one: Case): Promise<number> => {
    let [enough, tooMuch] = [0, LIMIT[name] + 1];
    while (tooMuch - enough > 1) {
      const middle = Math.floor((enough + tooMuch) / 2);
      await load({ ...NOTHING, [name]: middle });
      if ((await stage.play(one)) === undefined) enough = middle;
      else tooMuch = middle;
    }
    return enough;
  };

  return {
    costOf: async (one) => {
      await load(NOTHING);
      const wrong = one.may
        ? await stage.play(one)
        : `${titleOf(one)}: is denied, and costs nothing that matters`;
      if (wrong !== undefined) throw new Error(wrong);
      return {
        expressions: LIMIT.expressions - (await spare('expressions', one)),
        reads: LIMIT.reads - (await spare('reads', one)),
      };
    },
    over: async (cost, cases) => {
      const found = new Set<Case>();
      for (const name of ['expressions', 'reads'] as const) {
        await load({ ...NOTHING, [name]: LIMIT[name] - cost[name] });
        for (const one of cases) if (one.may && (await stage.play(one)) !== undefined) found.add(one);
      }
      return [...found];
    },
  };
}

/** The rules with a clause before all others that costs so much, and allows nothing. */
function spending({ expressions, reads }: Cost, rules: string): string {
  const begin = /match\s+\/databases\/\{(\w+)\}\/documents\s*\{/.exec(rules);
  if (!begin) throw new Error('The rules have no "match /databases/{database}/documents".');
  const documents = `/databases/$(${begin[1]})/documents`;
  const lookups = Array.from({ length: reads }, (_, index) => `exists(${documents}/spent/${index})`);
  const clauses = [
    ...(expressions > 0 ? [`allow read, write: if ${worth(expressions)};`] : []),
    ...(reads > 0 ? [`allow read, write: if ${lookups.join(' || ')};`] : []),
  ];
  if (clauses.length === 0) return rules;
  const hundred = `function hundred() { return ${Array.from({ length: 33 }, () => 'true').join(' && ')}; }`;
  const at = begin.index + begin[0].length;
  return `${rules.slice(0, at)} match /{spent=**} { ${hundred} ${clauses.join(' ')} } ${rules.slice(at)}`;
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
