/** The browser's part that is used here. https://www.w3.org/TR/trusted-types/ */
declare global {
  var trustedTypes:
    | { createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): object }
    | undefined;
}

/** Google's sign-in, which Firebase Auth loads when somebody asks for it. */
const scripts = [/^https:\/\/apis\.google\.com\/js\/api\.js\?onload=__iframefcb\d+$/];

/** Lets scripts with such an address be loaded from now on. The Content-Security-Policy has to allow them too. */
export const allowScripts = (...addresses: readonly RegExp[]): void => {
  scripts.push(...addresses);
};

/** The address of a script that may be loaded, as the browser will read it; null for every other. */
export const scriptAddress = (address: string): string | null => {
  const href = URL.canParse(address) ? new URL(address).href : '';
  return scripts.some((allowed) => allowed.test(href)) ? href : null;
};

/**
 * From now on the browser asks here about every string that is about to become a script's address. Strings that are about
 * to become HTML or code it refuses by itself: there is no rule for them.
 */
export const refuseStrings = (): void => {
  globalThis.trustedTypes?.createPolicy('default', { createScriptURL: scriptAddress });
};
