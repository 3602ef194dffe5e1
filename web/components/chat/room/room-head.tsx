import { ArrowLeft } from 'lucide';
import type { ComponentChildren } from 'preact';
import { words } from '../../../i18n/words.ts';
import { Icon } from '../../icon/icon.tsx';
import css from './room.module.css';

/** `children` stand at its end. */
type Props = { name: string; children?: ComponentChildren };

/** The bar above a room; on a phone with the way back to the list. */
export const RoomHead = ({ name, children }: Props) => (
  <header class={css.head}>
    <a class={css.back} href="/" aria-label={words.value.rooms.back}>
      <Icon of={ArrowLeft} size={22} />
    </a>
    <h1 class={css.name}>{name}</h1>
    {children}
  </header>
);
