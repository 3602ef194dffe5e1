import { isCjk, isPunctuation, isSpace } from './characters.ts';
import { BOLD, ITALIC, STRIKE } from './rich-text.ts';

/** A row of `*`, `_` or `~`: where it stands among the nodes of a text, and what it may do there. */
export type Delimiter = {
  readonly node: number;
  readonly sign: string;
  readonly opens: boolean;
  readonly closes: boolean;
  /** How many signs are not used up. */
  size: number;
};

/** Marks a stretch of nodes, from the first to before the last. */
export type Mark = (mark: number, from: number, to: number) => void;

/**
 * Whether a row of signs may open or close, by what stands beside it: CommonMark's rule, except that Chinese, Japanese
 * and Korean letters and punctuation do not keep it from either. https://spec.commonmark.org/0.31.2/#delimiter-run and
 * https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md
 */
export const flanking = (sign: string, left: string, right: string): { opens: boolean; closes: boolean } => {
  if (sign === '~') return flankingTildes(left, right);
  const [l, r] = [isPunctuation(left), isPunctuation(right)];
  const leftBlocks = l && !isCjk(left) && left !== '~';
  const rightBlocks = r && !isCjk(right) && right !== '~';
  const opens = !isSpace(right) && (!rightBlocks || l || isSpace(left) || isCjk(left));
  const closes = !isSpace(left) && (!leftBlocks || r || isSpace(right) || isCjk(right));
  if (sign === '*') return { opens, closes };
  return {
    opens: opens && (!closes || l || isSpace(left)),
    closes: closes && (!opens || r || isSpace(right)),
  };
};

/** Tildes have CommonMark's rule as it is; and what takes two units in UTF-16 is a letter to them. */
const flankingTildes = (left: string, right: string): { opens: boolean; closes: boolean } => {
  const [l, r] = [left.length === 1 && isPunctuation(left), right.length === 1 && isPunctuation(right)];
  return {
    opens: !isSpace(right) && (!r || l || isSpace(left)),
    closes: !isSpace(left) && (!l || r || isSpace(right)),
  };
};

/**
 * Finds what opens for each row that closes, the nearest first, and marks what is between. What is struck is found
 * first, and no other mark crosses its ends. In one pass over the rows.
 */
export const attend = (rows: readonly Delimiter[], mark: Mark): void => {
  const ends = new Map<number, number>();
  attendTildes(
    rows.filter(({ sign }) => sign === '~'),
    (struck, from, to) => {
      ends.set(from - 1, to);
      mark(struck, from, to);
    },
  );
  for (const within of apart(rows, ends)) attendStars(within, mark);
};

/** The other rows, by the stretch between struck ends in which they are. `ends` are nested: from a node to a node. */
const apart = (rows: readonly Delimiter[], ends: ReadonlyMap<number, number>): Delimiter[][] => {
  const done: Delimiter[][] = [];
  const open: { rows: Delimiter[]; to: number }[] = [{ rows: [], to: Number.POSITIVE_INFINITY }];
  for (const row of rows) {
    if (row.node === open.at(-1)?.to) done.push(open.pop()?.rows ?? []);
    const to = ends.get(row.node);
    if (to !== undefined) open.push({ rows: [], to });
    else if (row.sign !== '~') open.at(-1)?.rows.push(row);
  }
  return [...done, ...open.map((stretch) => stretch.rows)];
};

const attendStars = (rows: readonly Delimiter[], mark: Mark): void => {
  /** Rows that may still open, the latest last. */
  const open: Delimiter[] = [];
  /** Below these heights of the stack there is nothing for a row of that kind: not looked at again. */
  const bottoms = new Map<string, number>();
  const lower = (height: number) => {
    for (const [kind, bottom] of bottoms) if (bottom > height) bottoms.set(kind, height);
  };
  for (const row of rows) {
    while (row.closes && row.size > 0) {
      const kind = `${row.sign}${row.opens}${row.size % 3}`;
      const bottom = bottoms.get(kind) ?? 0;
      let i = open.length - 1;
      while (i >= bottom && !matches(open[i], row)) i -= 1;
      const from = open[i];
      if (i < bottom || !from) {
        bottoms.set(kind, open.length);
        break;
      }
      const used = from.size > 1 && row.size > 1 ? 2 : 1;
      mark(used === 2 ? BOLD : ITALIC, from.node + 1, row.node);
      from.size -= used;
      row.size -= used;
      open.length = from.size > 0 ? i + 1 : i;
      lower(i);
    }
    if (row.opens && row.size > 0) open.push(row);
  }
};

const matches = (from: Delimiter | undefined, row: Delimiter): boolean => {
  if (!from || from.sign !== row.sign) return false;
  if (!from.closes && !row.opens) return true;
  return row.size % 3 === 0 || (from.size + row.size) % 3 !== 0;
};

const attendTildes = (rows: readonly Delimiter[], mark: Mark): void => {
  const open: Delimiter[] = [];
  const waiting = new Map<number, number>();
  for (const row of rows) {
    if (row.closes && (waiting.get(row.size) ?? 0) > 0) {
      let from = open.pop();
      while (from && from.size !== row.size) {
        waiting.set(from.size, (waiting.get(from.size) ?? 0) - 1);
        from = open.pop();
      }
      if (!from) continue;
      waiting.set(from.size, (waiting.get(from.size) ?? 0) - 1);
      mark(STRIKE, from.node + 1, row.node);
      from.size = 0;
      row.size = 0;
    } else if (row.opens) {
      open.push(row);
      waiting.set(row.size, (waiting.get(row.size) ?? 0) + 1);
    }
  }
};
