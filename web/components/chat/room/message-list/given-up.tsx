import { RotateCcw, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { words as catalogue } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Icon } from '../../../icon/icon.tsx';
import css from './delivered.module.css';

/** `code`: Slack's own. `onAgain`: sends it again, for those who may; rejects where that was not possible. */
type Props = { words: string; code: string; onAgain: (() => Promise<void>) | undefined };

/** What did not get to Slack, and why. */
export const GivenUp = ({ words, code, onAgain }: Props) => {
  const say = catalogue.value.delivery;
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');
  const again = (): void => {
    setState('asking');
    onAgain?.().then(
      () => setState('idle'),
      () => setState('refused'),
    );
  };
  return (
    <span class={`${css.mark} ${css.failed}`}>
      <Icon of={TriangleAlert} size={14} />
      <span title={code}>{words}</span>
      {onAgain && (
        <Button look="quiet" disabled={state === 'asking'} onClick={again}>
          <Icon of={RotateCcw} size={14} /> {say.again}
        </Button>
      )}
      {state === 'refused' && <span role="alert">{say.refused}</span>}
    </span>
  );
};
