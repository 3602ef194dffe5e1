import { micromark } from 'micromark';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type Block, BOLD, ITALIC, type Run, STRIKE } from '../../../functions/slack/text/rich-text.ts';

const marks: Readonly<Record<string, number>> = { strong: BOLD, em: ITALIC, del: STRIKE };
/** Tags that say nothing to us of themselves. */
const silent = new Set(['ul', 'ol', 'p', 'br']);

/** What the markdown we keep leaves out: see docs/decisions/text-is-markdown.md. */
const unknown = [
  'htmlFlow',
  'htmlText',
  'definition',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'table',
  'tasklistCheck',
];

const unescaped = (html: string): string =>
  html.replace(/&(?:lt|gt|quot|amp);/g, (name) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"' })[name] ?? '&');

type Reading = {
  quotes: number;
  lists: number;
  number?: number | undefined;
  isNewItem: boolean;
  marks: number;
  all: number;
  href?: string;
  pre?: string;
};

/** A markdown text as somebody else's reader shows it: GitHub's markdown, with Japanese in mind. Blank lines are not seen. */
export const rendered = (markdown: string, isOurs = false): Block[] => {
  const html = micromark(markdown, {
    extensions: [gfm(), cjkFriendlyExtension(), ...(isOurs ? [{ disable: { null: unknown } }] : [])],
    htmlExtensions: [gfmHtml()],
  });
  const blocks: Block[] = [];
  const at: Reading = { quotes: 0, lists: 0, isNewItem: false, marks: 0, all: 0 };
  let runs: Run[] = [];
  let isCode = false;
  let isLabel = false;
  const open = new Map<number, number>();
  const numbers: (number | undefined)[] = [];
  const end = () => {
    if (runs.length > 0 || at.isNewItem)
      blocks.push({
        kind: 'line',
        quote: at.quotes > 0,
        runs,
        ...(at.isNewItem && {
          item: { depth: at.lists - 1, ...(at.number !== undefined && { number: at.number }) },
        }),
      });
    if (runs.length > 0) at.isNewItem = false;
    runs = [];
  };
  for (const [, close, tag = '', attributes = '', text] of html.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      const said = unescaped(text);
      const last = runs.at(-1);
      if (at.pre !== undefined) at.pre += said;
      else if (at.href !== undefined && last?.href === at.href && isLabel)
        runs[runs.length - 1] = {
          ...last,
          text: last.text + said.replaceAll('\n', ' '),
          marks: last.marks & (at.marks | at.all),
        };
      else
        for (const [nth, line] of said.split('\n').entries()) {
          if (nth > 0) end();
          if (line !== '')
            runs.push({
              text: line,
              marks: at.marks | at.all,
              ...(isCode && at.href === undefined && { code: true }),
              ...(at.href !== undefined && { href: at.href }),
            });
          isLabel = at.href !== undefined;
        }
      continue;
    }
    const by = close ? -1 : 1;
    const mark = marks[tag];
    if (mark !== undefined) {
      const count = (open.get(mark) ?? 0) + by;
      open.set(mark, count);
      at.marks = count > 0 ? at.marks | mark : at.marks & ~mark;
    } else if (tag === 'a') {
      isLabel = false;
      if (close) delete at.href;
      else at.href = unescaped(/href="([^"]*)"/.exec(attributes)?.[1] ?? '');
    } else if (tag === 'img') {
      const of = (name: string) => unescaped(new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
      runs.push({ text: of('alt') || of('src'), marks: at.marks, href: at.href ?? of('src') });
    } else if (tag === 'pre') {
      end();
      if (!close) at.pre = '';
      else {
        if (at.pre?.trim() !== '') blocks.push({ kind: 'code', text: (at.pre ?? '').trimEnd() });
        delete at.pre;
      }
    } else if (tag === 'code') {
      if (at.pre === undefined) isCode = !close;
    } else {
      end();
      if (tag === 'blockquote') at.quotes += by;
      else if (tag === 'li') {
        at.isNewItem = !close;
        at.number = numbers.at(-1);
        if (!close && at.number !== undefined) numbers[numbers.length - 1] = at.number + 1;
      } else if (/^h[1-6]$/.test(tag)) at.all = close ? 0 : BOLD;
      else if (tag === 'hr') {
        runs.push({ text: '---', marks: 0 });
        end();
      } else if (!silent.has(tag))
        blocks.push({ kind: 'line', quote: false, runs: [{ text: `<${tag}>`, marks: 0 }] });
      if (tag !== 'ul' && tag !== 'ol') continue;
      at.lists += by;
      if (close) numbers.pop();
      else numbers.push(tag === 'ul' ? undefined : Number(/start="(\d+)"/.exec(attributes)?.[1] ?? 1));
    }
  }
  end();
  return blocks;
};
