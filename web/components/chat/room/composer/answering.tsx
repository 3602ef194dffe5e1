import { X } from 'lucide';
import type { Line } from '../../../../data/line.ts';
import { words } from '../../../../i18n/words.ts';
import { Icon } from '../../../icon/icon.tsx';
import { spoken } from '../message-list/text/reader.ts';
import css from './composer.module.css';

/** `root`: what began the thread, where it is loaded. */
type Props = { root: Line | undefined; onEnd: () => void };

/** Says, over what is written, to which thread it will go; its cross lets it go to the room. */
export const Answering = ({ root, onEnd }: Props) => {
  const say = words.value.composer;
  const quoted = root?.kind === 'message' && !root.message.deleted ? spoken(root.message.text) : '';
  return (
    <div class={css.answering}>
      <p id="composer-thread">
        {say.answering} {quoted && <q>{quoted}</q>}
      </p>
      <button
        type="button"
        class={css.end}
        aria-label={say.answerNoMore}
        title={say.answerNoMore}
        onClick={onEnd}
      >
        <Icon of={X} size={16} />
      </button>
    </div>
  );
};
