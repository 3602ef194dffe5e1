import { Check, Clock, RotateCcw, Trash2, TriangleAlert } from 'lucide';
import type { SendState } from '../../../../data/line.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Icon } from '../../../icon/icon.tsx';
import css from './sending.module.css';

type Props = { state: SendState; onRetry: () => void; onRemove: () => void };

const ICONS = { sending: Clock, sent: Check, failed: TriangleAlert, tooFast: TriangleAlert } as const;

/** How far a message of one's own is; one that was refused can be sent again or thrown away. */
export const Sending = ({ state, onRetry, onRemove }: Props) => {
  const say = words.value.message;
  const isFailed = state === 'failed' || state === 'tooFast';
  return (
    <span class={`${css.sending} ${isFailed ? css.failed : css[state]}`} title={say[state]}>
      <Icon of={ICONS[state]} size={14} />
      <span class={state === 'sent' ? 'visually-hidden' : ''}>{say[state]}</span>
      {isFailed && (
        <>
          <Button look="quiet" onClick={onRetry}>
            <Icon of={RotateCcw} size={14} /> {say.retry}
          </Button>
          <Button look="quiet" onClick={onRemove}>
            <Icon of={Trash2} size={14} /> {say.remove}
          </Button>
        </>
      )}
    </span>
  );
};
