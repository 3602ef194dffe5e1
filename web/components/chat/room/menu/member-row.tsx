import { UserMinus } from 'lucide';
import { type Member, ROLES } from '#model/member.ts';
import { words } from '../../../../i18n/words.ts';
import { Avatar } from '../../../avatar/avatar.tsx';
import { Icon } from '../../../icon/icon.tsx';
import { useInside } from '../../inside.ts';
import { Confirm } from './confirm.tsx';
import css from './menu.module.css';

/** `onRole`, `onRemove`: absent where this person may not. */
type Props = {
  member: Member;
  own: boolean;
  onRole: ((role: Member['role']) => void) | undefined;
  onRemove: (() => void) | undefined;
};

/** One member: who, as what, and what an owner may do about it. */
export const MemberRow = ({ member: { person, role }, own, onRole, onRemove }: Props) => {
  const say = words.value.menu;
  const { appearance } = useInside();
  const known = appearance({ kind: 'person', id: person }).value;
  const name = known?.name ?? words.value.message.unknownAuthor;
  // Whoever is made a reader is banned as well, and that is another owner's to do.
  const offered = own ? ROLES.filter((one) => one !== 'reader') : ROLES;
  return (
    <li class={css.row}>
      <Avatar id={person} name={name} picture={known?.picture} small />
      <span class={css.name}>
        {name}
        {own && <small> ({say.you})</small>}
      </span>
      {onRole ? (
        <select
          aria-label={say.role(name)}
          value={role}
          onChange={({ currentTarget }) => {
            const next = ROLES.find((one) => one === currentTarget.value);
            if (next) onRole(next);
          }}
        >
          {offered.map((one) => (
            <option key={one} value={one}>
              {say[one]}
            </option>
          ))}
        </select>
      ) : (
        <small class={css.hint}>{say[role]}</small>
      )}
      {onRemove && (
        <Confirm label={say.remove(name)} ask={say.removeAsk(name)} yes={say.removeYes} onYes={onRemove}>
          {(ask) => (
            <button
              type="button"
              class={css.icon}
              aria-label={say.remove(name)}
              title={say.remove(name)}
              onClick={ask}
            >
              <Icon of={UserMinus} size={16} />
            </button>
          )}
        </Confirm>
      )}
    </li>
  );
};
