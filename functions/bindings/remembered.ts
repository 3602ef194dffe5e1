const MILLISECONDS = 30_000;
const MOST = 1_000;

/** Remembers for half a minute what was read by a key. What reads through it must not mind being that late: the rules never are. */
export function remembered<Value>(
  read: (key: string) => Promise<Value>,
  now: () => number = Date.now,
): (key: string) => Promise<Value> {
  const known = new Map<string, { readonly value: Promise<Value>; readonly until: number }>();
  return (key) => {
    const found = known.get(key);
    if (found && found.until > now()) return found.value;
    const value = read(key);
    if (known.size >= MOST) known.clear();
    known.set(key, { value, until: now() + MILLISECONDS });
    value.catch(() => known.delete(key));
    return value;
  };
}
