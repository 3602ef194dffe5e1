import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { Invitation } from '#model/invitation.ts';
import { enter, readInvitation } from '../../../data/invitations.ts';
import { words } from '../../../i18n/words.ts';
import { Button } from '../../button/button.tsx';
import { Notice } from '../../notice/notice.tsx';
import { useInside } from '../inside.ts';
import { roomHref } from '../rooms/room-list.tsx';

/** Where an invitation's link leads: what one is invited to, and the way in. */
export const InvitationPage = () => {
  const { person, rooms } = useInside();
  const { params } = useRoute();
  const { route } = useLocation();
  const { room = '', code = '' } = params;
  const [invitation, setInvitation] = useState<Invitation | 'none'>();
  const [state, setState] = useState<'idle' | 'entering' | 'failed'>('idle');
  const now = rooms.value;
  const isIn = now.state === 'ready' && now.entries.some(({ id, role }) => id === room && role !== undefined);

  useEffect(() => {
    readInvitation(room, code, new Date()).then(
      (found) => setInvitation(found ?? 'none'),
      () => setInvitation('none'),
    );
  }, [room, code]);
  useEffect(() => {
    if (isIn) route(roomHref(room), true);
  }, [isIn, room, route]);

  const say = words.value.invitation;
  if (invitation === undefined || isIn) return <Notice busy title={say.looking} />;
  if (invitation === 'none') return <Notice title={say.invalid} hint={say.invalidHint} />;
  const accept = (): void => {
    setState('entering');
    enter(room, code, invitation, person.uid).catch(() => setState('failed'));
  };
  return (
    <Notice
      title={say.title(invitation.name)}
      hint={invitation.role === 'reader' ? say.asReader : say.asMember}
    >
      <Button look="main" disabled={state === 'entering'} onClick={accept}>
        {state === 'entering' ? say.entering : say.accept}
      </Button>
      {state === 'failed' && <p role="alert">{say.failed}</p>}
    </Notice>
  );
};
