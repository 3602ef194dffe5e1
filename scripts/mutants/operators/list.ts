import { STRANGER } from '../../../test/rules/wire/index.ts';
import type { Expression } from '../language/tree.ts';
import { calledBy, type Node, type Site, said, sitesIn } from '../language/walk.ts';
import { type Change, instead, type Operator, parentOf, type Rules, textOf } from './operator.ts';

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  hasOnly: ['hasAny'],
  hasAny: ['hasOnly'],
  hasAll: ['hasAny', 'hasOnly'],
};

const otherQuantity = ({ node }: Site): Change[] => {
  if (node.kind !== 'call' || node.callee.kind !== 'member') return [];
  const { at, property } = node.callee;
  return (OTHERS[property] ?? []).map((other) => instead(at, other, other));
};

/** What a list is for: the right side of `in`, or what `hasOnly` and its like are given. */
function useOf(site: Site): 'in' | 'has' | undefined {
  const parent = parentOf(site);
  if (parent?.kind === 'binary' && parent.sign === 'in' && parent.right === site.node) return 'in';
  return parent && OTHERS[calledBy(parent)?.name ?? ''] ? 'has' : undefined;
}

/** The words of a list of words. */
const wordsOf = (node: Node): readonly string[] | undefined => {
  if (node.kind !== 'list' || node.items.length === 0) return undefined;
  const words = node.items.flatMap((item: Expression) => said(item) ?? []);
  return words.length === node.items.length ? words : undefined;
};

const without = ({ node }: Site, rules: Rules): Change[] => {
  if (node.kind !== 'list') return [];
  return node.items.map((item, index) => {
    const rest = node.items.filter((other) => other !== item).map((other) => textOf(rules, other));
    return instead(node, `[${rest.join(', ')}]`, said(item) ?? String(index + 1));
  });
};

const withWord = ({ node }: Site, rules: Rules, word: string): Change =>
  instead(node, `${textOf(rules, node).slice(0, -1)}, '${word}']`, word);

const withStranger = (site: Site, rules: Rules): Change[] =>
  wordsOf(site.node) && useOf(site) ? [withWord(site, rules, STRANGER)] : [];

/** Words of other lists in the same block that have words in common with this one, and so speak of the same thing. */
const withBorrowed = (site: Site, rules: Rules): Change[] => {
  const [mine, use] = [wordsOf(site.node), useOf(site)];
  const block = site.within.findLast((node) => node.kind === 'block');
  if (!mine || !use || !block) return [];
  const words = [...sitesIn(block)]
    .filter(
      (other) => useOf(other) === use && other.within.findLast(({ kind }) => kind === 'block') === block,
    )
    .map((other) => wordsOf(other.node) ?? [])
    .filter((theirs) => theirs.some((word) => mine.includes(word)))
    .flat();
  return [...new Set(words)]
    .filter((word) => !mine.includes(word))
    .map((word) => withWord(site, rules, word));
};

/** Whether a text is one of a list's words, which the operators of lists drop and add. */
export const isListed = (site: Site): boolean => {
  const list = parentOf(site);
  return list?.kind === 'list' && useOf({ node: list, within: site.within.slice(0, -1) }) !== undefined;
};

export const LIST: readonly Operator[] = [
  { name: 'has', noticed: 'denied', changes: otherQuantity },
  { name: 'list-without', noticed: 'allowed', changes: without },
  { name: 'list-with', noticed: 'denied', changes: withStranger },
  { name: 'list-borrowed', noticed: 'denied', changes: withBorrowed },
];
