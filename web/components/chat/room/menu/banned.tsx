import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { useInside } from '../../inside.ts';
import css from './menu.module.css';

type Props = {
  people: readonly string[];
  onLift: (uid: string) => void;
  /** Shows more of them, where there may be any. */
  onMore: (() => void) | undefined;
};

/** Who does not come in again until an owner lets them. Those who are in the room to read are among its members. */
export const Banned = ({ people, onLift, onMore }: Props) => {
  const say = words.value.menu;
  const { appearance } = useInside();
  if (people.length === 0 && !onMore) return null;
  return (
    <>
      <h4>{say.banned}</h4>
      <p class={css.hint}>{say.bannedHint}</p>
      <ul class={css.list}>
        {people.map((uid) => {
          const name =
            appearance({ kind: 'person', id: uid }).value?.name ?? words.value.message.unknownAuthor;
          return (
            <li key={uid} class={css.row}>
              <span class={css.name}>{name}</span>
              <Button look="quiet" aria-label={say.liftOf(name)} onClick={() => onLift(uid)}>
                {say.lift}
              </Button>
            </li>
          );
        })}
      </ul>
      {onMore && <Button onClick={onMore}>{say.moreBanned}</Button>}
    </>
  );
};
