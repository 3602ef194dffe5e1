import type { Author } from '#model/message.ts';
import { words } from '../../../../i18n/words.ts';
import css from './badge.module.css';

type Props = { kind: Author['kind'] };

/** Where a message came from; what was written in the web has no badge. */
export const Badge = ({ kind }: Props) => {
  const say = words.value.message;
  switch (kind) {
    case 'person':
      return null;
    case 'slack':
      return (
        <span class={`${css.badge} ${css.slack}`} title={say.fromSlackHint}>
          {say.fromSlack}
        </span>
      );
    case 'component':
      return (
        <span class={`${css.badge} ${css.reply}`} title={say.fromReplyHint}>
          {say.fromReply}
        </span>
      );
  }
};
