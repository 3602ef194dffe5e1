import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { asciiAlphanumeric, asciiControl, unicodeWhitespace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    address: 'address';
  }
}

/** What an address begins with, in small letters. */
const STARTS = ['http://', 'https://'];

/** What never stands in an address: marks that enclose one, and Japanese punctuation. */
const OUTSIDE = codes('<>"\'`「」『』（）【】、。！？，．');

/** What belongs to the sentence or to markdown where the address ends with it, and to the address where it goes on. */
const BETWEEN = codes('.,:;!?*_~');

const PAIRS: ReadonlyMap<number, number> = new Map(
  ['()', '[]', '{}'].map((pair) => [pair.charCodeAt(1), pair.charCodeAt(0)]),
);

function codes(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

/** The character itself; markdown's parser has codes below zero for tabs and line ends, and none at the end. */
const isInside = (code: Code): code is number =>
  code !== null && code > 0 && !asciiControl(code) && !unicodeWhitespace(code) && !OUTSIDE.has(code);

/** An `http://…` or `https://…` that stands in a text by itself. Emphasis inside of it means nothing. */
const address: Construct = {
  name: 'address',
  previous: isBefore,
  tokenize(effects, ok, nok) {
    return isBefore(this.previous) ? start(effects, ok, nok) : nok;
  },
};

/** Whether an address may begin after it: not in the middle of a word of Latin letters. */
function isBefore(code: Code): boolean {
  return !asciiAlphanumeric(code);
}

function start(effects: Effects, ok: State, nok: State): State {
  const open = new Map<number, number>();
  let read = '';
  return begin;

  function begin(code: Code): State | undefined {
    effects.enter('address');
    return scheme(code);
  }

  function scheme(code: Code): State | undefined {
    if (code === null || code < 0) return nok(code);
    read += String.fromCharCode(code).toLowerCase();
    if (!STARTS.some((known) => known.startsWith(read))) return nok(code);
    effects.consume(code);
    return STARTS.includes(read) ? first : scheme;
  }

  function first(code: Code): State | undefined {
    return isInside(code) && !BETWEEN.has(code) && !isClosing(code) ? body(code) : nok(code);
  }

  function body(code: Code): State | undefined {
    if (!isInside(code) || isClosing(code)) return end(code);
    // A run of such marks is looked through once: it goes with the address if the address goes on behind it.
    if (BETWEEN.has(code)) return effects.attempt({ tokenize: between, partial: true }, body, end)(code);
    const opening = PAIRS.get(code);
    if (opening !== undefined) open.set(opening, (open.get(opening) ?? 0) - 1);
    else open.set(code, (open.get(code) ?? 0) + 1);
    effects.consume(code);
    return body;
  }

  /** A bracket that was not opened inside of the address closes something around it. */
  function isClosing(code: Code): boolean {
    const opening = code === null ? undefined : PAIRS.get(code);
    return opening !== undefined && (open.get(opening) ?? 0) <= 0;
  }

  function between(run: Effects, goesOn: State, ends: State): State {
    return function step(code: Code): State | undefined {
      if (code !== null && BETWEEN.has(code)) {
        run.consume(code);
        return step;
      }
      return isInside(code) && !isClosing(code) ? goesOn(code) : ends(code);
    };
  }

  function end(code: Code): State | undefined {
    effects.exit('address');
    return ok(code);
  }
}

/** Finds bare addresses in a text. */
export const addresses: Extension = { text: { [0x48]: address, [0x68]: address } };

/** Makes links of them. */
export const addressesFromMarkdown: TreeExtension = {
  enter: {
    address(token) {
      this.enter({ type: 'link', url: this.sliceSerialize(token), children: [] }, token);
      this.enter({ type: 'text', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    address(token) {
      this.exit(token);
      this.exit(token);
    },
  },
};
