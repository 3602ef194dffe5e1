/** Everything the app keeps in the browser's storage, beside Firebase's own, begins so. */
const PREFIX = 'tsunagi.';

/** What belongs to the browser rather than to the person who is signed in. */
const KEPT = ['tsunagi.theme', 'tsunagi.locale'];

/** What is kept under a key; nothing where storage is blocked. */
export const read = (key: string): string | undefined => {
  try {
    return localStorage.getItem(PREFIX + key) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Keeps a value under a key, or nothing. False where storage is blocked or full: the value then lasts as long as the page. */
export const write = (key: string, value: string | undefined): boolean => {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, value);
    return true;
  } catch {
    return false;
  }
};

/** The keys in use that begin with `start`. */
export const keys = (start: string): string[] => {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + start))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
};

/** Calls back when another tab changes the value under a key. Returns how to stop. */
export const watch = (key: string, changed: () => void): (() => void) => {
  const heard = (event: StorageEvent) => {
    if (event.key === PREFIX + key) changed();
  };
  addEventListener('storage', heard);
  return () => removeEventListener('storage', heard);
};

/** Takes away what belonged to the person who leaves: drafts, unsent messages, the last room. */
export const forgetPersonal = (): void => {
  for (const key of keys('')) if (!KEPT.includes(PREFIX + key)) write(key, undefined);
};
