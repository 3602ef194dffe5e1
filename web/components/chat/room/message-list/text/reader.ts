import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { TextProps } from './plain-text.tsx';

type Reader = {
  readonly RichText: FunctionComponent<TextProps>;
  /** What a text says, without its marks. */
  readonly spoken: (text: string) => string;
};

/** What reads markdown is a part of its own, asked for together with the rooms. Without it texts stay as they were typed. */
export const reader = signal<Reader>();
import('./rich-text.tsx').then(
  ({ RichText, spoken }) => (reader.value = { RichText, spoken }),
  (error: unknown) => reportError(error),
);

/** What a text says, as far as that is known yet: for where only words can be. */
export const spoken = (text: string): string => reader.value?.spoken(text) ?? text;
