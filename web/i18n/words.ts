import { computed, effect, signal } from '@preact/signals';
import { read, write } from '../data/stored.ts';
import { type Catalogue, en } from './en.ts';
import { ja } from './ja.ts';

export const LOCALES = ['en', 'ja'] as const;
export type Locale = (typeof LOCALES)[number];

const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { en, ja };

/** Each language by its own name, so that it is found by those who read it. */
export const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'English', ja: '日本語' };

const isLocale = (value: string | undefined): value is Locale => LOCALES.some((known) => known === value);

/** The first language of the browser's that there is a catalogue for; else English. */
export const preferred = (languages: readonly string[]): Locale =>
  languages.map((language) => language.split('-')[0]).find(isLocale) ?? 'en';

const kept = read('locale');

/** The language in use: chosen, or the browser's. */
export const locale = signal<Locale>(isLocale(kept) ? kept : preferred(navigator.languages));

/** What the app says, in the language in use. */
export const words = computed<Catalogue>(() => CATALOGUES[locale.value]);

/** Changes the language and remembers the choice. */
export const choose = (chosen: Locale): void => {
  locale.value = chosen;
  write('locale', chosen);
};

effect(() => {
  document.documentElement.lang = locale.value;
});
