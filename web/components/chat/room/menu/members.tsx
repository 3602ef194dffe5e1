import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Member } from '#model/member.ts';
import { changeRole, endMembership, readMembers } from '../../../../data/members.ts';
import type { RoomEntry } from '../../../../data/room-list.ts';
import type { SignedIn } from '../../../../data/session.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Confirm } from './confirm.tsx';
import { MemberRow } from './member-row.tsx';
import css from './menu.module.css';

type Props = { entry: RoomEntry; person: SignedIn };

/** Who is in the room. Owners give roles and remove; everybody may leave, but for the last owner. */
export const Members = ({ entry: { id, role }, person }: Props) => {
  const say = words.value.menu;
  const [members, setMembers] = useState<readonly Member[] | 'failed'>();
  const [refused, setRefused] = useState(false);
  const read = useCallback(() => readMembers(id).then(setMembers, () => setMembers('failed')), [id]);
  useEffect(() => void read(), [read]);
  const attempt = (change: Promise<void>): void => {
    setRefused(false);
    void change.catch(() => setRefused(true)).then(read);
  };

  if (members === undefined) return <p class={css.hint}>{say.loading}</p>;
  if (members === 'failed') return <p role="alert">{say.failed}</p>;
  const own = members.find((member) => member.person === person.uid);
  const isLastOwner = role === 'owner' && members.filter((member) => member.role === 'owner').length === 1;
  return (
    <section class={css.part}>
      <h3>{say.members}</h3>
      <ul class={css.list}>
        {members.map((member) => (
          <MemberRow
            key={member.person}
            member={member}
            own={member.person === person.uid}
            onRole={
              role === 'owner' && !(isLastOwner && member.role === 'owner')
                ? (next) => attempt(changeRole(id, member, next))
                : undefined
            }
            onRemove={
              role === 'owner' && member.person !== person.uid
                ? () => attempt(endMembership(id, member))
                : undefined
            }
          />
        ))}
      </ul>
      {refused && (
        <p class={css.problem} role="alert">
          {say.refused}
        </p>
      )}
      {own && (
        <Confirm
          label={say.leave}
          ask={isLastOwner ? say.lastOwner : say.leaveAsk}
          yes={isLastOwner ? undefined : say.leaveYes}
          onYes={() => attempt(endMembership(id, own))}
        >
          {(ask) => (
            <Button look="danger" onClick={ask}>
              {say.leave}
            </Button>
          )}
        </Confirm>
      )}
    </section>
  );
};
