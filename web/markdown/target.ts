/** Where a link leads. */
export type Target = {
  /** As the browser reads it, whatever tricks the address was written with. */
  readonly href: string;
  /** The part that says whose it is: a host, or whom a mail goes to. */
  readonly place: string;
  readonly kind: 'web' | 'mail';
};

/** A user name or password in an address disguises its host. */
const isPlain = ({ username, password }: URL): boolean => username === '' && password === '';

/** The target of an address: of http, https and mailto alone, and never relative to this page. Undefined for every other. */
export const targetOf = (address: string): Target | undefined => {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const { protocol, host, href, pathname } = url;
  if (protocol === 'mailto:') return pathname === '' ? undefined : { href, place: pathname, kind: 'mail' };
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return isPlain(url) ? { href, place: host, kind: 'web' } : undefined;
};

/**
 * Whether a link's words are its address, so that they say by themselves where it leads.
 * An address in foreign letters is not: its place reads `xn--…`, whatever it looks like.
 */
export const isHonest = (words: string, { href, place }: Target): boolean => {
  const said = words.trim();
  if (!said.toLowerCase().includes(place.toLowerCase())) return false;
  return said === place || targetOf(said)?.href === href || targetOf(`mailto:${said}`)?.href === href;
};
