import { effect, signal } from '@preact/signals';
import { read, write } from './stored.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

const kept = read('theme');

/** The chosen look; `public/theme.js` sets it before the first paint. */
export const theme = signal<Theme>(isTheme(kept) ? kept : 'system');

effect(() => {
  const chosen = theme.value;
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  write('theme', chosen === 'system' ? undefined : chosen);
});
