import type { Node } from './nodes.ts';

/** Code within a text, `` `so` ``: says what a row of grave accents begins, for indexes that only grow. */
export const ticksIn = (text: string): ((from: number) => { node: Node; end: number }) => {
  /** For each length of a row, where such rows begin, the last first. */
  const rows = new Map<number, number[]>();
  for (const { index, 0: row } of [...text.matchAll(/`+/g)].toReversed()) {
    const same = rows.get(row.length);
    if (same) same.push(index);
    else rows.set(row.length, [index]);
  }
  return (from) => {
    let begin = from;
    while (text[begin] === '`') begin += 1;
    const same = rows.get(begin - from) ?? [];
    while ((same.at(-1) ?? Number.POSITIVE_INFINITY) < begin) same.pop();
    const close = same.at(-1);
    if (close === undefined) return { end: begin, node: { text: text.slice(from, begin) } };
    return { end: close + begin - from, node: { text: inside(text.slice(begin, close)), code: true } };
  };
};

/** Line ends are blanks, and a blank at either end is there to keep a grave accent off its row. */
const inside = (raw: string): string => {
  const line = raw.replace(/\n/g, ' ');
  return line.startsWith(' ') && line.endsWith(' ') && /[^ ]/.test(line) ? line.slice(1, -1) : line;
};
