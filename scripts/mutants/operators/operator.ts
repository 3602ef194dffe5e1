import type { Span } from '../language/token.ts';
import type { Block } from '../language/tree.ts';
import type { Node, Site } from '../language/walk.ts';

/** What stands instead of a stretch of the rules. `variant` tells changes apart that one operator makes of one node. */
export type Change = Span & { readonly to: string; readonly variant?: string };

/** The rules that are changed. */
export type Rules = { readonly source: string; readonly service: Block };

/** A way of getting the rules wrong. */
export type Operator = {
  readonly name: string;
  /** Which cases are likely to notice: those that should be allowed, or those that should be denied. */
  readonly noticed: 'allowed' | 'denied';
  /** What it makes of a node. */
  readonly changes: (site: Site, rules: Rules) => readonly Change[];
};

export const textOf = ({ source }: Rules, { start, end }: Span): string => source.slice(start, end);

export const parentOf = ({ within }: Site, further = 1): Node | undefined => within.at(-further);

export const instead = ({ start, end }: Span, to: string, variant?: string): Change => ({
  start,
  end,
  to,
  ...(variant === undefined ? {} : { variant }),
});
