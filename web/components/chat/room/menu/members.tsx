import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Member, stayOwed } from '#model/member.ts';
import { liftBan, readBanned } from '../../../../data/bans.ts';
import { changeRole, leave, readMembers, removeMember } from '../../../../data/members.ts';
import type { RoomEntry } from '../../../../data/room-list.ts';
import type { SignedIn } from '../../../../data/session.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Banned } from './banned.tsx';
import { Confirm } from './confirm.tsx';
import { MemberRow } from './member-row.tsx';
import css from './menu.module.css';

type Props = { entry: RoomEntry; person: SignedIn };

/** Who is in the room, and for its owners who may not come in. Owners give roles and remove; everybody may leave, but for the last owner. */
export const Members = ({ entry: { id, role }, person }: Props) => {
  const say = words.value.menu;
  const [members, setMembers] = useState<readonly Member[] | 'failed'>();
  const [banned, setBanned] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();
  const read = useCallback(async () => {
    await readMembers(id).then(setMembers, () => setMembers('failed'));
    if (role === 'owner') await readBanned(id).then(setBanned, () => setBanned([]));
  }, [id, role]);
  useEffect(() => void read(), [read]);
  const attempt = (change: Promise<void>, sorry = say.refused): void => {
    setProblem(undefined);
    void change.catch(() => setProblem(sorry)).then(read);
  };
  const go = (own: Member): void => {
    const seconds = Math.ceil(stayOwed(own, new Date()) / 1_000);
    attempt(leave(id, own), seconds > 0 ? say.stay(seconds) : say.refused);
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
                ? (next) => attempt(changeRole(id, member, next, person.uid))
                : undefined
            }
            onRemove={
              role === 'owner' && member.person !== person.uid
                ? () => attempt(removeMember(id, member, person.uid))
                : undefined
            }
          />
        ))}
      </ul>
      {role === 'owner' && (
        <Banned
          people={banned.filter((uid) => !members.some((member) => member.person === uid))}
          onLift={(uid) => attempt(liftBan(id, uid))}
        />
      )}
      {problem && (
        <p class={css.problem} role="alert">
          {problem}
        </p>
      )}
      {own && (
        <Confirm
          label={say.leave}
          ask={isLastOwner ? say.lastOwner : say.leaveAsk}
          yes={isLastOwner ? undefined : say.leaveYes}
          onYes={() => go(own)}
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
