import { escaped } from './escape.ts';

/** Bytes that an address may have in a post: with a label it has to fit into one part (see parts.ts). */
const ADDRESS_BYTES_MAX = 3_000;

/** Bytes that a label may have in a post. A longer one stands before its address. */
export const LABEL_BYTES_MAX = 800;

const web = /^https?:\/\/[^\s/?#]/i;
const mail = /^mailto:[^\s@]+@[^\s@]/i;

/** What would end an address in Slack, in markdown or both. Percent-encoded, it is the same address. */
const unsafe = /[\s<>|\\^`{}"\p{Cc}]/gu;

/** The address as both worlds can carry it, or nothing where it should be no link: only the web and mail are followed. */
export const hrefOf = (address: string): string | undefined => {
  if (address.length > ADDRESS_BYTES_MAX) return undefined;
  const href = address.trim().replace(unsafe, encodeURIComponent);
  if ((!web.test(href) && !mail.test(href)) || !URL.canParse(href)) return undefined;
  return Buffer.byteLength(escaped(href)) <= ADDRESS_BYTES_MAX ? href : undefined;
};

/** Whether a label says no more than the address does. */
export const isOwnLabel = (text: string, href: string): boolean => text === href || hrefOf(text) === href;
