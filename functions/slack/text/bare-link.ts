import { hrefOf } from './link.ts';
import type { Node } from './nodes.ts';

/** Up to a blank, an angle bracket, or what stands around an address in Japanese. */
const web = /(?:https?:\/\/|www\.)[^\s<>"`\\「」『』（）【】、。！？，．]{1,3000}/iy;
const mail = /[\w.+-]+@[a-z0-9_-]+(?:\.[a-z0-9_-]+)+/iy;

const trailing = /[!"'*,.:;?_~\]]/;
const entity = /&[a-z]{1,32};$/i;
/** A name of a host: no `_` in its last two parts. */
const host = /^(?:https?:\/\/|(?=www\.))(?:[^\s/?#:.]+\.)*?[^\s/?#:._]+(?:\.[^\s/?#:._]+)?(?=[/?#:]|$)/i;

/** An address that stands in the words without any sign, and is one all the same. As in GitHub's markdown. */
export const bareLinkAt = (text: string, from: number): { end: number; node: Node } | undefined => {
  const found = (said: string, href: string) => ({ end: from + said.length, node: { text: said, href } });
  const left = text[from - 1] ?? '';
  const first = text[from] ?? '';
  if (/[hw]/i.test(first) && (/h/i.test(first) ? !/[a-z]/i.test(left) : /^[ \t\n(*_[\]~]?$/.test(left))) {
    const said = withoutTrail(take(web, text, from));
    const href = host.test(said) ? hrefOf(/^w/i.test(said) ? `http://${said}` : said) : undefined;
    if (href !== undefined) return found(said, href);
  }
  if (/[\w.+/-]/.test(left)) return undefined;
  const said = take(mail, text, from);
  const href = /[a-z]$/i.test(said) ? hrefOf(`mailto:${said}`) : undefined;
  return href === undefined ? undefined : found(said, href);
};

const take = (pattern: RegExp, text: string, from: number): string => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? '';
};

/** Without what closes the sentence around it; a round bracket stays where it was opened inside. */
const withoutTrail = (said: string): string => {
  let end = said.length;
  let surplus = said.split(')').length - said.split('(').length;
  for (;;) {
    const last = said[end - 1] ?? '';
    if (last === ')' && surplus > 0) surplus -= 1;
    else if (!trailing.test(last)) return said.slice(0, end);
    const reference = last === ';' ? entity.exec(said.slice(Math.max(0, end - 40), end))?.[0] : undefined;
    end -= reference?.length ?? 1;
  }
};
