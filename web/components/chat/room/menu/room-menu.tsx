import { Users } from 'lucide';
import { useState } from 'preact/hooks';
import type { RoomEntry } from '../../../../data/room-list.ts';
import type { SignedIn } from '../../../../data/session.ts';
import { words } from '../../../../i18n/words.ts';
import { Dialog } from '../../../dialog/dialog.tsx';
import { Icon } from '../../../icon/icon.tsx';
import { Invitations } from './invitations.tsx';
import { Members } from './members.tsx';
import css from './menu.module.css';
import { Settings } from './settings.tsx';
import { SlackTie } from './slack-tie.tsx';

type Props = { entry: RoomEntry; person: SignedIn };

/** The way to who is in the room, and for an owner to its invitations and settings. */
export const RoomMenu = ({ entry, person }: Props) => {
  const say = words.value.menu;
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class={css.open}
        aria-label={say.open}
        title={say.open}
        onClick={() => setOpen(true)}
      >
        <Icon of={Users} size={20} />
      </button>
      {open && (
        <Dialog title={entry.room.name} onClose={() => setOpen(false)}>
          <Members entry={entry} person={person} />
          {entry.role === 'owner' && (
            <>
              <Invitations entry={entry} person={person} />
              <Settings entry={entry} />
              <SlackTie room={entry.id} />
            </>
          )}
        </Dialog>
      )}
    </>
  );
};
