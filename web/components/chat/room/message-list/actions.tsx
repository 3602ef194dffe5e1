import { type IconNode, MessageSquareReply, Pencil, PencilOff, SmilePlus, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Dialog } from '../../../dialog/dialog.tsx';
import { Icon } from '../../../icon/icon.tsx';
import css from './actions.module.css';

/** What is absent may not be done: only one's own message can be changed. `slackAuthor`: who wrote it in Slack, and alone can change it there. */
type Props = {
  onReact?: (() => void) | undefined;
  onAnswer?: (() => void) | undefined;
  slackAuthor?: string | undefined;
  onEdit?: (() => void) | undefined;
  onWithdraw?: (() => Promise<void>) | undefined;
};

type ActionProps = { of: IconNode; label: string; onDo: () => void };

const Action = ({ of, label, onDo }: ActionProps) => (
  <button type="button" class={css.action} aria-label={label} title={label} onClick={onDo}>
    <Icon of={of} size={16} />
  </button>
);

/** What one may do with a message; seen when the message is pointed at, focused, or touched. */
export const Actions = ({ onReact, onAnswer, slackAuthor, onEdit, onWithdraw }: Props) => {
  const say = words.value.message;
  const [state, setState] = useState<'idle' | 'asking' | 'explaining' | 'failed'>('idle');
  const withdraw = (): void => {
    setState('idle');
    onWithdraw?.().catch(() => setState('failed'));
  };
  return (
    <>
      <fieldset class={css.actions} aria-label={say.actions}>
        {onReact && <Action of={SmilePlus} label={words.value.reactions.add} onDo={onReact} />}
        {onAnswer && <Action of={MessageSquareReply} label={say.answer} onDo={onAnswer} />}
        {slackAuthor !== undefined && (
          <Action of={PencilOff} label={say.notHere} onDo={() => setState('explaining')} />
        )}
        {onEdit && <Action of={Pencil} label={say.edit} onDo={onEdit} />}
        {onWithdraw && <Action of={Trash2} label={say.withdraw} onDo={() => setState('asking')} />}
      </fieldset>
      {state === 'failed' && (
        <p class={css.problem} role="alert">
          {say.changeFailed}
        </p>
      )}
      {state === 'explaining' && slackAuthor !== undefined && (
        <Dialog title={say.notHere} onClose={() => setState('idle')}>
          <p>{say.notHereWhy(slackAuthor)}</p>
        </Dialog>
      )}
      {state === 'asking' && (
        <Dialog title={say.withdraw} onClose={() => setState('idle')}>
          <p>{say.withdrawAsk}</p>
          <Button look="danger" wide onClick={withdraw}>
            {say.withdrawYes}
          </Button>
          <Button wide onClick={() => setState('idle')}>
            {words.value.app.cancel}
          </Button>
        </Dialog>
      )}
    </>
  );
};
