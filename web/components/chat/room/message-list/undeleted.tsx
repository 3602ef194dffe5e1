import { Clock } from 'lucide';
import type { Undone } from '../../../../data/delivered.ts';
import { words } from '../../../../i18n/words.ts';
import { Icon } from '../../../icon/icon.tsx';
import css from './delivered.module.css';
import { GivenUp } from './given-up.tsx';
import { ToSlack } from './to-slack.tsx';

/** `onAgain`: deletes it in Slack again where that was given up, for those who may; rejects where that was not possible. */
type Props = { undone: Undone; onAgain: (() => Promise<void>) | undefined };

/** That Slack still shows what was deleted here, and why. */
export const Undeleted = ({ undone, onAgain }: Props) => {
  const say = words.value.delivery;
  const why = undone.trouble && say.troubles[undone.trouble];
  return (
    <>
      {undone.state === 'failed' ? (
        <GivenUp words={say.undeleted(why ?? '')} code={undone.code} onAgain={onAgain} />
      ) : (
        <span class={css.mark}>
          <Icon of={Clock} size={14} />
          <span>{why === undefined ? say.deleting : say.deletingBlocked(why, undone.code ?? '')}</span>
        </span>
      )}
      {undone.url !== undefined && <ToSlack url={undone.url} words={say.open} />}
    </>
  );
};
