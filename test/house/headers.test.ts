import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Rule = { source: string; headers: { key: string; value: string }[] };

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const { hosting }: { hosting: { headers: Rule[] } } = JSON.parse(read('firebase.json'));
const headers = new Map(
  hosting.headers.find(({ source }) => source === '**')?.headers.map(({ key, value }) => [key, value]),
);
const header = (name: string): string => headers.get(name) ?? '';
const policy = new Map(
  header('Content-Security-Policy')
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .map(([name = '', ...values]) => [name, values]),
);
const sources = (directive: string): string[] => (policy.get(directive) ?? []).toSorted();

const web = globSync('web/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.startsWith('web/build/'));
const imported = new Set(web.flatMap((file) => read(file).match(/'firebase\/[a-z-]+'/g) ?? []));

/**
 * What a page of ours asks for from a part of Firebase, as its SDK has it. App Check adds to this when it is switched
 * on: docs/app-check.md.
 */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  "'firebase/app'": [],
  "'firebase/app-check'": [],
  "'firebase/auth'": ['https://identitytoolkit.googleapis.com', 'https://securetoken.googleapis.com'],
  "'firebase/firestore'": ['https://firestore.googleapis.com'],
  "'firebase/functions'": ['https://*.cloudfunctions.net'],
  "'firebase/messaging'": [
    'https://firebaseinstallations.googleapis.com',
    'https://fcmregistrations.googleapis.com',
  ],
  "'firebase/storage'": ['https://firebasestorage.googleapis.com'],
};

describe('the Content-Security-Policy', () => {
  it('allows nothing that is not named', () => expect(sources('default-src')).toEqual(["'none'"]));

  it.each([
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
    ['style-src', "'self'"],
    ['font-src', "'self'"],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['require-trusted-types-for', "'script'"],
  ])('%s: %s', (directive, value) => expect(sources(directive)).toEqual([value]));

  it('lets nothing inline, made up or of any origin run', () =>
    expect(header('Content-Security-Policy')).not.toMatch(
      /unsafe-|data:|blob:|strict-dynamic|(https?:|\*)[ ;]/,
    ));

  it('lets scripts come from here, and those of Google’s sign-in by their paths', () =>
    expect(sources('script-src')).toEqual([
      "'self'",
      'https://apis.google.com/_/scs/',
      'https://apis.google.com/js/api.js',
    ]));

  it('frames the page of Firebase Auth alone', () =>
    expect(sources('frame-src')).toEqual(['https://*.firebaseapp.com']));

  it('lets the page reach what it imports of Firebase, and nothing else', () => {
    expect([...imported].filter((name) => !(name in ASKED))).toEqual([]);
    const asked = [...imported].flatMap((name) => ASKED[name] ?? []);
    expect(sources('connect-src')).toEqual(["'self'", ...asked].toSorted());
  });

  it('shows pictures from where the app takes those of people', () => {
    const [, listed = ''] = /SOURCES = \[(.*)\]/.exec(read('web/data/pictures.ts')) ?? [];
    const hosts = listed
      .split(', ')
      .map((pattern) => pattern.replace(/^\/\^?|\$\/$/g, '').replaceAll('\\', ''))
      .map((host) => `https://${host.startsWith('.') ? '*' : ''}${host}`);
    expect(hosts).toHaveLength(3);
    expect(sources('img-src')).toEqual(["'self'", ...hosts].toSorted());
  });

  it('knows the policies of Trusted Types: ours, and those of Google’s sign-in', () =>
    expect(sources('trusted-types')).toEqual(['default', 'gapi#gapi', 'gapi#html', 'goog#html']));
});

describe('the other headers', () => {
  it.each([
    ['Strict-Transport-Security', /^max-age=(\d{8,}); includeSubDomains/],
    ['X-Content-Type-Options', /^nosniff$/],
    // The origin, and no more of the address: a key that is restricted to the app's pages needs it.
    ['Referrer-Policy', /^strict-origin$/],
    // Google's window answers to the page that has opened it.
    ['Cross-Origin-Opener-Policy', /^same-origin-allow-popups$/],
    ['Cross-Origin-Resource-Policy', /^same-origin$/],
    ['Permissions-Policy', /camera=\(\).*geolocation=\(\).*microphone=\(\).*payment=\(\)/],
  ])('%s is there', (name, value) => expect(header(name)).toMatch(value));

  it('allow one thing of the browser: to copy', () => {
    const features = header('Permissions-Policy').split(', ');
    expect(features.filter((feature) => !feature.endsWith('=()'))).toEqual(['clipboard-write=(self)']);
  });
});

describe('the web app', () => {
  it('makes no HTML and no code out of strings', () => {
    const made =
      /dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|srcdoc|document\.write|createContextualFragment|DOMParser|\beval\(|new Function|setTimeout\(['"`]/;
    expect(web.length).toBeGreaterThan(50);
    expect(web.filter((file) => made.test(read(file)))).toEqual([]);
  });

  it('has no inline script or style in its page', () => {
    const page = read('web/index.html');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/i);
  });
});
