import { ArrowLeft } from 'lucide';
import { words } from '../../../i18n/words.ts';
import { Icon } from '../../icon/icon.tsx';
import css from './room.module.css';

type Props = { name: string };

/** The bar above a room; on a phone with the way back to the list. */
export const RoomHead = ({ name }: Props) => (
  <header class={css.head}>
    <a class={css.back} href="/" aria-label={words.value.rooms.back}>
      <Icon of={ArrowLeft} size={22} />
    </a>
    <h1 class={css.name}>{name}</h1>
  </header>
);
