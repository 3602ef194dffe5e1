// @vitest-environment node
import { afterEach, expect, it, vi } from 'vitest';

/** The module anew for each: what it allows is kept in it. */
const load = async () => {
  vi.resetModules();
  return import('../../web/trusted-types.ts');
};
afterEach(() => vi.unstubAllGlobals());

const GOOGLES = 'https://apis.google.com/js/api.js?onload=__iframefcb123456';

it('lets Google’s sign-in be loaded', async () => {
  const { scriptAddress } = await load();
  expect(scriptAddress(GOOGLES)).toBe(GOOGLES);
});

// Each row is Google's address, changed in one thing.
it.each([
  ['of another scheme', 'http://apis.google.com/js/api.js?onload=__iframefcb123456'],
  ['of another host', 'https://apis.google.com.evil.example/js/api.js?onload=__iframefcb123456'],
  ['of a user', 'https://apis.google.com@evil.example/js/api.js?onload=__iframefcb123456'],
  ['on another port', 'https://apis.google.com:8443/js/api.js?onload=__iframefcb123456'],
  ['on another path', 'https://apis.google.com/js/client.js?onload=__iframefcb123456'],
  ['that climbs', 'https://apis.google.com/js/api.js/../x?onload=__iframefcb123456'],
  ['with another call', 'https://apis.google.com/js/api.js?onload=alert'],
  ['with more', `${GOOGLES}&x=1`],
  ['with a fragment', `${GOOGLES}#x`],
  ['after a line end', `\n${GOOGLES}\njavascript:alert(1)`],
  ['of this page', '/js/api.js?onload=__iframefcb123456'],
  ['of data', 'data:text/javascript,alert(1)'],
  ['of reCAPTCHA, which App Check brings', 'https://www.google.com/recaptcha/enterprise.js?render=explicit'],
])('refuses an address %s', async (_, address) => {
  const { scriptAddress } = await load();
  expect(scriptAddress(address)).toBeNull();
});

it('lets more be loaded when that is said', async () => {
  const { allowScripts, scriptAddress } = await load();
  allowScripts(/^https:\/\/example\.org\/a\.js$/);
  expect(scriptAddress('https://example.org/a.js')).toBe('https://example.org/a.js');
  expect(scriptAddress('https://example.org/b.js')).toBeNull();
});

it('gives the browser one rule, for addresses of scripts, and none for HTML or code', async () => {
  const createPolicy = vi.fn<(name: string, rules: object) => object>();
  vi.stubGlobal('trustedTypes', { createPolicy });
  const { refuseStrings, scriptAddress } = await load();
  refuseStrings();
  expect(createPolicy).toHaveBeenCalledExactlyOnceWith('default', { createScriptURL: scriptAddress });
});

it('does without where the browser has no Trusted Types', async () => {
  vi.stubGlobal('trustedTypes', undefined);
  const { refuseStrings } = await load();
  expect(refuseStrings).not.toThrow();
});
