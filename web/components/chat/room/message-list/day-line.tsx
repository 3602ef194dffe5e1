import { today } from '../../../../data/today.ts';
import { day } from '../../../../i18n/times.ts';
import css from './message-list.module.css';

type Props = { at: Date };

/** Where a day begins. */
export const DayLine = ({ at }: Props) => (
  <p class={css.day}>
    <time datetime={at.toISOString()}>{day(at, today.value)}</time>
  </p>
);
