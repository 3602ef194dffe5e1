import { useEffect, useState } from 'preact/hooks';
import { online } from '../../../data/connection.ts';
import { words } from '../../../i18n/words.ts';
import css from './room.module.css';

/** Milliseconds the server may take before that is worth a word. */
const PATIENCE = 8_000;

/** `fromCache`: what is shown has not been compared with the server. */
type Props = { fromCache: boolean };

/** Says that what is shown may be old, and that what is written waits. */
export const ConnectionBar = ({ fromCache }: Props) => {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!fromCache) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [fromCache]);
  const say = words.value.connection;
  return <output class={css.connection}>{online.value ? slow && say.slow : say.offline}</output>;
};
