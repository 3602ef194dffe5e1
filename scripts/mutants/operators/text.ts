import { COMPONENTS } from '#model/component.ts';
import { calledBy, type Site, said, sitesIn } from '../language/walk.ts';
import { isListed } from './list.ts';
import { type Change, instead, type Operator, parentOf, type Rules } from './operator.ts';
import { isDuration } from './time.ts';

/** The function of the rules that asks for a component's name. */
const NAMING = 'isComponent';

const known = new WeakMap<Rules, readonly string[]>();

/** The components that there are, and those that the rules name. */
function componentsIn(rules: Rules): readonly string[] {
  const names = known.get(rules) ?? namedIn(rules);
  known.set(rules, names);
  return names;
}

function namedIn({ service }: Rules): readonly string[] {
  const named = [...sitesIn(service)].flatMap(({ node }) =>
    node.kind === 'call' && calledBy(node)?.name === NAMING
      ? node.args.flatMap((name) => said(name) ?? [])
      : [],
  );
  return [...new Set([...COMPONENTS, ...named])];
}

/** Whether a text that is a component's name is meant as one: an argument, something compared, a value in a map; no field's name. */
function isName(site: Site): boolean {
  const parent = parentOf(site);
  if (parent?.kind === 'call') return !calledBy(parent)?.object;
  if (parent?.kind === 'map') return parent.entries.some(([, value]) => value === site.node);
  if (parent?.kind === 'list') return parentOf(site, 2)?.kind === 'binary';
  return parent?.kind === 'binary' && (parent.sign === '==' || parent.sign === '!=');
}

const otherNames = (site: Site, rules: Rules): readonly string[] => {
  const name = site.node.kind === 'text' ? said(site.node) : undefined;
  const components = name === undefined ? [] : componentsIn(rules);
  return name !== undefined && components.includes(name) && isName(site)
    ? components.filter((other) => other !== name)
    : [];
};

const renamed = (site: Site, rules: Rules): Change[] =>
  otherNames(site, rules).map((other) => instead(site.node, `'${other}'`, other));

const altered = (site: Site, rules: Rules): Change[] => {
  const { node } = site;
  if (node.kind !== 'text' || isListed(site) || isDuration(parentOf(site))) return [];
  return otherNames(site, rules).length > 0
    ? []
    : [instead(node, `${node.text.slice(0, -1)}!${node.text.at(-1)}`)];
};

/** What makes a pattern take more: each `+`, each `{n}`, each set of characters. */
const LOOSER: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/\+/g, () => '*'],
  [/\{\d+\}/g, (found) => found.replace('}', ',}')],
  [/\{\d+\}/g, (found) => found.replace('{', '{0,')],
  [/\[[^\]]+\]/g, () => '.'],
];

const loosened = (site: Site): Change[] => {
  const { node } = site;
  const parent = parentOf(site);
  if (node.kind !== 'text' || !parent || calledBy(parent)?.name !== 'matches') return [];
  return LOOSER.flatMap(([shape, looser]) =>
    [...node.text.matchAll(shape)].map(({ 0: found, index }) => {
      const start = node.start + index;
      return instead({ start, end: start + found.length }, looser(found), `${index} ${looser(found)}`);
    }),
  );
};

export const TEXT: readonly Operator[] = [
  { name: 'component', noticed: 'allowed', changes: renamed },
  { name: 'text', noticed: 'allowed', changes: altered },
  { name: 'pattern', noticed: 'denied', changes: loosened },
];
