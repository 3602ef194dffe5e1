import { ArrowUpRight, Clock, RotateCcw, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import type { Delivery } from '../../../../data/delivered.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Icon } from '../../../icon/icon.tsx';
import css from './delivered.module.css';

/** `onAgain`: sends to Slack again what was given up, for those who may; rejects where that was not possible. */
type Props = { delivery: Delivery; onAgain: (() => Promise<void>) | undefined };

/** How far a message is on its way to Slack: a small sign, and words only where something is wrong. */
export const Delivered = ({ delivery, onAgain }: Props) => {
  const say = words.value.delivery;
  switch (delivery.state) {
    case 'there':
      return delivery.url === undefined ? (
        <span class={css.mark} title={say.there}>
          <Icon of={ArrowUpRight} size={14} />
          <span class="visually-hidden">{say.there}</span>
        </span>
      ) : (
        <a class={css.mark} href={delivery.url} target="_blank" rel="noopener noreferrer" title={say.open}>
          <Icon of={ArrowUpRight} size={14} />
          <span class="visually-hidden">
            {say.open} {words.value.message.newTab}
          </span>
        </a>
      );
    case 'gone':
      return <span class={css.mark}>{say.gone}</span>;
    case 'waiting':
      return (
        <span class={css.mark} title={say.waiting}>
          <Icon of={Clock} size={14} />
          <span class={delivery.trouble === undefined ? 'visually-hidden' : ''}>
            {delivery.trouble === undefined
              ? say.waiting
              : say.blocked(say.troubles[delivery.trouble], delivery.code ?? '')}
          </span>
        </span>
      );
    case 'failed':
      return <GivenUp why={say.troubles[delivery.trouble]} code={delivery.code} onAgain={onAgain} />;
  }
};

const GivenUp = ({ why, code, onAgain }: { why: string; code: string } & Pick<Props, 'onAgain'>) => {
  const say = words.value.delivery;
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
      <span title={code}>{say.failed(why)}</span>
      {onAgain && (
        <Button look="quiet" disabled={state === 'asking'} onClick={again}>
          <Icon of={RotateCcw} size={14} /> {say.again}
        </Button>
      )}
      {state === 'refused' && <span role="alert">{say.refused}</span>}
    </span>
  );
};
