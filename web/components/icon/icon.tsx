import type { IconNode } from 'lucide';
import { h } from 'preact';

type Props = { of: IconNode; size?: number };

/** A picture beside words: it says nothing by itself. */
export const Icon = ({ of, size = 18 }: Props) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {of.map(([tag, attributes]) => h(tag, attributes))}
  </svg>
);
