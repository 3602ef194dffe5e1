import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Member, stayOwed } from '#model/member.ts';
import { liftBan } from '../../../../data/bans.ts';
import { type KeptOut, readKeptOut } from '../../../../data/kept-out.ts';
import { changeRole, leave, type Membership, readMembers, removeMember } from '../../../../data/members.ts';
import type { RoomEntry } from '../../../../data/room-list.ts';
import type { SignedIn } from '../../../../data/session.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Banned } from './banned.tsx';
import { Confirm } from './confirm.tsx';
import { MemberRow } from './member-row.tsx';
import css from './menu.module.css';

type Props = { entry: RoomEntry; person: SignedIn };

const NOBODY: KeptOut = { people: [], isMore: false };

/** Who is in the room, and for its owners who may not come in. Owners give roles and remove; everybody may leave, but for the last owner. */
export const Members = ({ entry: { id, room, role }, person }: Props) => {
  const say = words.value.menu;
  const [membership, setMembership] = useState<Membership | 'failed'>();
  const [keptOut, setKeptOut] = useState<KeptOut>(NOBODY);
  const [pages, setPages] = useState({ members: 1, keptOut: 1 });
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<string>();
  // As one value, which stays the same as long as they do; an id has no slash.
  const owners = room.owners.join('/');
  const read = useCallback(async () => {
    setReading(true);
    try {
      const now = await readMembers(id, owners.split('/'), person.uid, pages.members);
      setMembership(now);
      if (role === 'owner')
        await readKeptOut(id, now, pages.keptOut).then(setKeptOut, () => setKeptOut(NOBODY));
    } catch {
      setMembership('failed');
    }
    setReading(false);
  }, [id, owners, person.uid, pages, role]);
  useEffect(() => void read(), [read]);
  const attempt = (change: Promise<void>, sorry = say.refused): void => {
    setProblem(undefined);
    void change.catch(() => setProblem(sorry)).then(read);
  };
  const go = (own: Member): void => {
    const seconds = Math.ceil(stayOwed(own, new Date()) / 1_000);
    attempt(leave(id, own), seconds > 0 ? say.stay(seconds) : say.refused);
  };

  if (membership === undefined) return <p class={css.hint}>{say.loading}</p>;
  if (membership === 'failed') return <p role="alert">{say.failed}</p>;
  const { members, own } = membership;
  const isLastOwner = role === 'owner' && room.owners.length === 1;
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
      {membership.isMore && (
        <Button disabled={reading} onClick={() => setPages({ ...pages, members: pages.members + 1 })}>
          {say.moreMembers}
        </Button>
      )}
      {role === 'owner' && (
        <Banned
          people={keptOut.people}
          onLift={(uid) => attempt(liftBan(id, uid, person.uid))}
          onMore={keptOut.isMore ? () => setPages({ ...pages, keptOut: pages.keptOut + 1 }) : undefined}
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
