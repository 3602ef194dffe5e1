import type { Page } from 'playwright-core';

/** What a payload would leave behind, as sentences: nothing of it may ever be there. */
export type Watch = {
  /** What has happened since the last look, and what stands in the page now. */
  readonly found: () => Promise<string[]>;
};

type Hooked = Window & { hostile: string[] };

/** Elements with which something would run, load, be sent or lead elsewhere. */
const ELEMENTS =
  'script, iframe, frame, frameset, object, embed, applet, base, meta, link, style, template, portal, math, foreignObject, use, animate, set, image, img, picture, video, audio, source, track, form[action], [role=log] form, nav form';

/**
 * Watches a page from before its first script: what is called, what the Content-Security-Policy stops, which elements
 * and handlers come into it, which addresses its links have, what it asks for and where it goes.
 * `home`: origins that it may ask. Put it on before the page is opened.
 */
export async function watch(page: Page, home: readonly string[]): Promise<Watch> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => seen.push(`a window: ${popup.url()}`));
  page.on('download', (download) => seen.push(`a download: ${download.url()}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!home.some((origin) => url.startsWith(`${origin}/`))) seen.push(`a request: ${url}`);
    // Whatever is asked for as a page, beside the page itself, is a frame or a way out.
    if (request.isNavigationRequest() && !url.startsWith(`${home[0]}/`)) seen.push(`a way out: ${url}`);
  });
  await page.addInitScript(hook, ELEMENTS);
  return {
    found: async () => {
      const inPage = await page.evaluate(look, { elements: ELEMENTS, origin: home[0] ?? '' });
      return [...new Set([...seen.splice(0), ...inPage])];
    },
  };
}

/** Runs in the page, before anything else. */
function hook(elements: string): void {
  const said: string[] = [];
  Object.assign(window, { hostile: said });
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const)
    window[name] = () => {
      said.push(`it ran: ${name}`);
      return null as never;
    };
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    said.push(`a violation: ${effectiveDirective} ${blockedURI} ${sample}`),
  );
  // What is in the page only for a moment counts too.
  new MutationObserver((changes) => {
    for (const { addedNodes, target, attributeName } of changes) {
      if (attributeName?.startsWith('on')) said.push(`a handler: ${target.nodeName} ${attributeName}`);
      for (const node of addedNodes) {
        if (!(node instanceof Element) || !node.closest('#app')) continue;
        for (const element of [node, ...node.querySelectorAll('*')]) {
          if (element.matches(elements)) said.push(`an element: ${element.localName}`);
          for (const { name } of element.attributes)
            if (/^on|^srcdoc$|^style$/.test(name)) said.push(`a handler: ${element.localName} ${name}`);
        }
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Runs in the page at the end: the elements that are there, and where its links lead. */
function look({ elements, origin }: { elements: string; origin: string }): string[] {
  const said = [...(window as unknown as Hooked).hostile];
  for (const { localName } of document.querySelectorAll(`#app :is(${elements})`))
    said.push(`an element: ${localName}`);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a, area')) {
    const { protocol, origin: to, rel, target } = link;
    const written = link.getAttribute('href');
    if (written === null || /^[#/](?!\/)/.test(written)) continue;
    if (!['http:', 'https:', 'mailto:'].includes(protocol)) said.push(`an address: ${written}`);
    if (written !== link.href) said.push(`an address that is read otherwise: ${written}`);
    if (to !== origin && !/noopener.*noreferrer/.test(rel)) said.push(`a link that tells: ${written}`);
    if (protocol !== 'mailto:' && target !== '_blank') said.push(`a link out of the app: ${written}`);
  }
  const scripts = [...document.scripts].filter(({ src }) => !src.startsWith(`${origin}/`));
  if (scripts.length > 0) said.push(`scripts: ${scripts.map(({ outerHTML }) => outerHTML).join(' ')}`);
  if (document.querySelector('base')) said.push('an element: base');
  return said;
}
