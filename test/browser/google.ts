import type { Page } from 'playwright-core';

/**
 * What Google's sign-in script does with Trusted Types, as published copies of https://apis.google.com/js/api.js have it:
 * it makes policies under names of its own, loads its next part through one of them, and tells the page.
 */
const API = `(() => {
  const rules = { createHTML: (text) => text, createScript: (text) => text, createScriptURL: (text) => text };
  const [gapi, html, goog] = ['gapi#gapi', 'gapi#html', 'goog#html'].map((name) => trustedTypes.createPolicy(name, rules));
  const frame = document.createElement('div');
  frame.innerHTML = html.createHTML('<a href="https://accounts.google.com"></a>');
  frame.innerHTML = goog.createHTML('');
  window.gapi = { load: (name, { callback }) => {
    const script = document.createElement('script');
    script.setAttribute('src', gapi.createScriptURL('https://apis.google.com/_/scs/abc-static/_/js/k=gapi.lb.en/m=' + name));
    script.onload = () => { window.gapiLoaded = name; };
    document.head.append(script);
  } };
  window[new URL(document.currentScript.src).searchParams.get('onload')]();
})();`;

/** Answers for apis.google.com: the addresses that were asked for come back. */
export async function standInForGoogle(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route('https://apis.google.com/**', (route) => {
    asked.push(route.request().url());
    const body = route.request().url().includes('/js/api.js') ? API : '';
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  return asked;
}
