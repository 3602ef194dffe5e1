import { SmilePlus } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../../../../../i18n/words.ts';
import { Button } from '../../../../button/button.tsx';
import { Icon } from '../../../../icon/icon.tsx';
import { Chip } from './chip.tsx';
import { Picker } from './picker.tsx';
import { type Reacting, useReacting } from './reacting.ts';
import css from './reactions.module.css';
import { useSeen } from './seen.ts';

/** `message`: its id. `picking`: an emoji is being chosen. `inSlack`: where the message is there, whether it can say who reacted. */
type Props = {
  message: string;
  picking: boolean;
  onPicking: (picking: boolean) => void;
  inSlack: 'named' | 'nameless' | undefined;
};

/** What is felt about a message. Nothing, where there are no reactions at all. */
export const Reactions = (props: Props) => {
  const reacting = useReacting();
  return reacting ? <Row {...props} reacting={reacting} /> : null;
};

const Row = ({
  message,
  picking,
  onPicking,
  inSlack,
  reacting: { reactions },
}: Props & { reacting: Reacting }) => {
  const say = words.value.reactions;
  const row = useRef<HTMLDivElement>(null);
  const seen = useSeen(row);
  const [failed, setFailed] = useState(false);
  const [asked, ask] = useState(0);
  useEffect(() => (seen ? reactions.follow(message) : undefined), [seen, reactions, message, asked]);
  const { all, more, refused } = reactions.to(message).value;
  const { react } = reactions;
  const press = (emoji: string, on: boolean): void => {
    setFailed(false);
    react?.(message, emoji, on).catch(() => setFailed(true));
  };
  return (
    <div ref={row}>
      {all.length > 0 && (
        <fieldset class={css.row} aria-label={say.label}>
          {all.map((tally) => (
            <Chip
              key={tally.emoji}
              tally={tally}
              more={more}
              onPress={react && (() => press(tally.emoji, !tally.mine))}
            />
          ))}
          {react && (
            <button
              type="button"
              class={css.chip}
              aria-label={say.add}
              title={say.add}
              onClick={() => onPicking(true)}
            >
              <Icon of={SmilePlus} size={16} />
            </button>
          )}
        </fieldset>
      )}
      {refused && (
        <p class={css.problem}>
          {say.refused}{' '}
          <Button look="quiet" onClick={() => ask(asked + 1)}>
            {say.again}
          </Button>
        </p>
      )}
      {failed && (
        <p class={css.problem} role="alert">
          {say.failed}
        </p>
      )}
      {picking && (
        <Picker
          hint={inSlack && say[inSlack]}
          onClose={() => onPicking(false)}
          onPick={(emoji) => {
            onPicking(false);
            if (!all.some((tally) => tally.emoji === emoji && tally.mine)) press(emoji, true);
          }}
        />
      )}
    </div>
  );
};
