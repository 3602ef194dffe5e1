import { CornerDownRight } from 'lucide';
import type { Line } from '../../../../data/line.ts';
import { words } from '../../../../i18n/words.ts';
import { Icon } from '../../../icon/icon.tsx';
import css from './message.module.css';
import { spoken } from './text/reader.ts';

/** `root`: what began the thread, where it is loaded. */
type Props = { root: Line | undefined };

/** Says which message a thread's message belongs to. */
export const ThreadLine = ({ root }: Props) => {
  const say = words.value.message;
  const quoted = root?.kind === 'message' && !root.message.deleted ? spoken(root.message.text) : '';
  return (
    <p class={css.thread}>
      <Icon of={CornerDownRight} size={14} />
      {quoted ? (
        <span>
          {say.thread} <q>{quoted}</q>
        </span>
      ) : (
        say.threadUnknown
      )}
    </p>
  );
};
