import type { ComponentChildren } from 'preact';
import { Mark } from '../mark/mark.tsx';
import css from './notice.module.css';

type Props = { title: string; hint?: string; busy?: boolean; children?: ComponentChildren };

/** What is said where there is nothing else to show. */
export const Notice = ({ title, hint, busy = false, children }: Props) => (
  <div class={`${css.notice} ${busy ? css.busy : ''}`} role={busy ? 'status' : undefined}>
    <Mark size={44} />
    <h2 class={css.title}>{title}</h2>
    {hint && <p class={css.hint}>{hint}</p>}
    {children}
  </div>
);
