import { EVERY_SIGN, literal } from './literal.ts';
import { looksLikeReference } from './reference.ts';

/** An address that everybody reads to its end without a sign around it. */
const bare = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d+)?(?:\/(?:[\w./%?=#+-]*[a-z0-9/])?)?$/i;
const mail = /^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i;

/** A link as markdown; with blanks around it, as people type it. */
export const writeLink = (text: string, href: string, isFree: boolean): string => {
  if (text === href && isFree && bare.test(href)) return href;
  if (text === href && !hasReference(href)) return `<${href}>`;
  if (href === `mailto:${text}` && mail.test(text)) return `<${text}>`;
  const label = literal(text, EVERY_SIGN, { left: '[', right: ']' });
  const address = href.replace(/&(?=#?[\dA-Za-z]{1,32};)/g, '&amp;');
  return /[()]/.test(address) ? `[${label}](<${address}>)` : `[${label}](${address})`;
};

const hasReference = (href: string): boolean =>
  [...href.matchAll(/&/g)].some(({ index }) => looksLikeReference(href, index));
