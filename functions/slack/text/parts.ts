import { type Atom, atomsOf, FENCE } from './atoms.ts';
import { withoutEnd, ZERO_WIDTH_SPACE } from './characters.ts';
import { looksLikeStart } from './tokens.ts';
import { weightOf } from './weight.ts';

/**
 * The most that one post may have, counted by {@link weightOf}. `chat.update` takes no more, `chat.postMessage` takes
 * ten times that but advises it, and Slack was seen to post longer texts several times over.
 * https://docs.slack.dev/reference/methods/chat.update, https://docs.slack.dev/reference/methods/chat.postMessage#truncating
 */
export const PART_MAX = 4_000;

/** How good a place for a cut is, the best last. */
const WITHIN_WORD = 1;
const WORD = 2;
const SENTENCE = 3;
const LINE = 4;
const PARAGRAPH = 5;

/** Kept free for what keeps words at the beginning of a part from being a quote or an item. */
const GUARD = 3;

/**
 * A text for Slack in parts of at most `limit`, in order. Cut between paragraphs if it can be, else between lines, sentences,
 * words, and only then within a word, but never within a character, an escape or an entity that is lighter than half
 * of `limit`. Marks, quotes and code go on in the next part.
 *
 * What is preserved: every character that is seen, in order, with its marks. What is not: blanks and line ends at the cuts.
 * A text that is light enough is one part as it is.
 */
export const parts = (text: string, limit = PART_MAX): string[] => {
  if (weightOf(text) <= limit) return [text];
  const atoms = atomsOf(text, limit);
  const out: string[] = [];
  for (let from = skipped(atoms, 0); from < atoms.length; ) {
    const to = cutFrom(atoms, from, limit);
    out.push(partOf(atoms, from, to));
    from = skipped(atoms, to);
  }
  return out.filter((part) => part !== '');
};

const isInCode = (atom: Atom | undefined): boolean => atom?.open.at(-1) === FENCE;
const sum = (texts: readonly string[]): number => weightOf(texts.join(''));

/** The next atom that a part can begin with: not a blank, but for those that indent code. */
const skipped = (atoms: readonly Atom[], from: number): number => {
  let at = from;
  while (!isInCode(atoms[at - 1]) && (atoms[at]?.kind === 'blank' || atoms[at]?.kind === 'lineEnd')) at += 1;
  return at;
};

/** Where the part ends that begins at `from`: at the best place in its second half, else at the best there is. */
const cutFrom = (atoms: readonly Atom[], from: number, limit: number): number => {
  const best: { to: number; isFar: boolean }[] = [];
  let weight = GUARD + sum(begins(atoms[from - 1]));
  let seen = weight;
  let last = from + 1;
  /** Nothing is seen since something was opened: a cut here would leave a mark around nothing. */
  let isFresh = true;
  let lastSeen = '';
  for (let at = from; at < atoms.length; at += 1) {
    const atom = atoms[at];
    if (!atom) break;
    weight += atom.weight;
    if (atom.kind !== 'blank' && atom.kind !== 'lineEnd') seen = weight;
    if (at > from && seen + sum(ends(atom)) > limit) {
      const places = best.toReversed();
      return (
        (places.find((place) => place?.isFar) ?? places.find((place) => place !== undefined))?.to ?? last
      );
    }
    last = at + 1;
    if (atom.kind === 'begin') isFresh = true;
    if (atom.kind === 'seen') {
      isFresh = false;
      lastSeen = atom.raw;
    }
    const quality = isFresh ? 0 : qualityAfter(atoms, at, lastSeen);
    if (quality > 0) best[quality] = { to: last, isFar: seen * 2 >= limit };
  }
  return atoms.length;
};

const begins = (atom: Atom | undefined): string[] => atom?.open.map(({ begin }) => begin) ?? [];
const ends = (atom: Atom | undefined): string[] => atom?.open.map(({ end }) => end).toReversed() ?? [];

const partOf = (atoms: readonly Atom[], from: number, to: number): string => {
  const [first, before, last] = [atoms[from], atoms[from - 1], atoms[to - 1]];
  const raw = atoms
    .slice(from, to)
    .map((atom) => atom.raw)
    .join('');
  const body = withoutEnd(raw, /[\s\u200B]/);
  const isWords = first?.kind !== 'begin' && (before?.open ?? []).every(({ end }) => end === '');
  const guard = isWords && looksLikeStart(body) ? ZERO_WIDTH_SPACE : '';
  return [...begins(before), guard, body, ...ends(last)].join('');
};

const endsSentence = /^[.!?…。！？｡]$/;
const endsWithoutBlank = /^[…。！？｡]$/;
const closing = /^[\p{Pe}\p{Pf}"']$/u;
const holdsOn = /^[\p{Ps}\p{Pi}]/u;
const holdsBack = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const sign = /^[*_~`]$/;

/** How good a place behind an atom is for a cut; 0 where there is none. `seen` is what was seen last. */
const qualityAfter = (atoms: readonly Atom[], at: number, seen: string): number => {
  const [atom, next] = [atoms[at], atoms[at + 1]];
  if (!atom || !next) return PARAGRAPH;
  if (atom.kind === 'begin' || next.kind === 'end') return 0;
  if (atom.kind === 'lineEnd')
    return atom.raw === '\n' && (next.raw === '\n' || atoms[at - 1]?.raw === '\n') ? PARAGRAPH : LINE;
  if (next.kind === 'lineEnd' || next.kind === 'blank') return 0;
  if (isBesideSign(atom, next, seen)) return 0;
  if (isSentenceEnd(atoms, at)) return SENTENCE;
  if (atom.kind === 'blank') return WORD;
  const isBroken =
    !atom.endsWord || holdsOn.test(atom.raw) || (next.kind === 'seen' && holdsBack.test(next.raw));
  return isBroken ? WITHIN_WORD : WORD;
};

/** Beside a sign a cut could make a mark of it; and within a mark, blanks between them are gone at the cut. */
const isBesideSign = (atom: Atom, next: Atom, seen: string): boolean =>
  (atom.kind !== 'blank' || atom.open.length > 0) && (sign.test(seen) || sign.test(next.raw));

/** A sentence ends before a blank, or in Japanese without one; what closes a quotation belongs to it. */
const isSentenceEnd = (atoms: readonly Atom[], at: number): boolean => {
  const isBlank = atoms[at]?.kind === 'blank';
  let i = at;
  const back = (test: (atom: Atom) => boolean) => {
    for (let steps = 0; steps < 4; steps += 1) {
      const atom = atoms[i];
      if (!atom || !test(atom)) return;
      i -= 1;
    }
  };
  back(({ kind }) => kind === 'blank' || kind === 'end');
  back(({ raw, kind }) => kind === 'end' || closing.test(raw));
  return (
    (isBlank ? endsSentence : endsWithoutBlank).test(atoms[i]?.raw ?? '') &&
    !closing.test(atoms[at + 1]?.raw ?? '')
  );
};
