import { useCallback, useEffect, useState } from 'preact/hooks';
import { invite, type OpenInvitations, readInvitations, revoke } from '../../../../data/invitations.ts';
import type { RoomEntry } from '../../../../data/room-list.ts';
import type { SignedIn } from '../../../../data/session.ts';
import { full } from '../../../../i18n/times.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { CopyLink } from './copy-link.tsx';
import { type Choice, InviteForm } from './invite-form.tsx';
import css from './menu.module.css';

type Props = { entry: RoomEntry; person: SignedIn };

const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000;

const NONE: OpenInvitations = { invited: [], isMore: false };

const linkOf = (room: string, code: string): string =>
  `${location.origin}/join/${encodeURIComponent(room)}/${code}`;

/** An owner's invitations: a form for a new one, its link to pass on, and those that still work. */
export const Invitations = ({ entry: { id, room }, person }: Props) => {
  const say = words.value.menu;
  const [open, setOpen] = useState<OpenInvitations>(NONE);
  const [pages, setPages] = useState(1);
  const [made, setMade] = useState<string>();
  const [refused, setRefused] = useState(false);
  const read = useCallback(
    () => readInvitations(id, new Date(), pages).then(setOpen, () => setRefused(true)),
    [id, pages],
  );
  useEffect(() => void read(), [read]);
  const attempt = async (change: () => Promise<void>): Promise<void> => {
    setRefused(false);
    await change().catch(() => setRefused(true));
    await read();
  };
  const make = ({ role, single, days }: Choice): void =>
    void attempt(async () => {
      const until = new Date(Date.now() + days * DAY_MILLISECONDS);
      setMade(await invite({ room: id, name: room.name, role, single, until }, person.uid));
    });
  return (
    <section class={css.part}>
      <h3>{say.invitations}</h3>
      <InviteForm onInvite={make} />
      {made && <CopyLink link={linkOf(id, made)} />}
      {refused && (
        <p class={css.problem} role="alert">
          {say.refused}
        </p>
      )}
      {open.invited.length === 0 ? (
        <p class={css.hint}>{say.none}</p>
      ) : (
        <ul class={css.list}>
          {open.invited.map(({ code, invitation }) => (
            <li key={code} class={css.row}>
              <span class={css.name}>
                {say[invitation.role]} · {invitation.single ? say.single : say.many}
                <small class={css.hint}> {say.goodUntil(full(invitation.until))}</small>
              </span>
              <Button look="quiet" onClick={() => void attempt(() => revoke(id, code))}>
                {say.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open.isMore && <Button onClick={() => setPages(pages + 1)}>{say.moreInvitations}</Button>}
    </section>
  );
};
