import css from './mark.module.css';

type Props = { size?: number };

/** The app's mark: two loops, tied. */
export const Mark = ({ size = 28 }: Props) => (
  <svg class={css.mark} width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
    <path class={css.one} d="M29 28.5A9 9 0 0 1 20 34h-6a10 10 0 0 1 0-20h6a9.6 9.6 0 0 1 9.6 9.6" />
    <path class={css.two} d="M19 19.5A9 9 0 0 1 28 14h6a10 10 0 0 1 0 20h-6a9.6 9.6 0 0 1-9.6-9.6" />
  </svg>
);
