import { ArrowUpRight, Clock } from 'lucide';
import type { Delivery } from '../../../../data/delivered.ts';
import { words } from '../../../../i18n/words.ts';
import { Icon } from '../../../icon/icon.tsx';
import css from './delivered.module.css';
import { GivenUp } from './given-up.tsx';
import { ToSlack } from './to-slack.tsx';

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
        <ToSlack url={delivery.url} words={say.open} />
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
    case 'failed': {
      const why = say.troubles[delivery.trouble];
      return (
        <>
          <GivenUp
            words={delivery.earlier === 'there' ? say.unchanged(why) : say.failed(why)}
            code={delivery.code}
            onAgain={onAgain}
          />
          {delivery.url !== undefined && <ToSlack url={delivery.url} words={say.openEarlier} />}
        </>
      );
    }
  }
};
