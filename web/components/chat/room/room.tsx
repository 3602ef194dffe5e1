import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Member } from '#model/member.ts';
import { mirrorId } from '#model/mirror.ts';
import { openDeliveries } from '../../../data/delivery.ts';
import { draft, keepDraft } from '../../../data/drafts.ts';
import { editingIn } from '../../../data/editing.ts';
import { withUnsent } from '../../../data/line.ts';
import { type History, openMessages } from '../../../data/messages.ts';
import { openReactions } from '../../../data/reactions.ts';
import type { RoomEntry } from '../../../data/room-list.ts';
import { isOperator } from '../../../data/session.ts';
import { words } from '../../../i18n/words.ts';
import { Button } from '../../button/button.tsx';
import { Notice } from '../../notice/notice.tsx';
import { useInside } from '../inside.ts';
import { Announcer } from './announcer.tsx';
import { Composer } from './composer/composer.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { RoomMenu } from './menu/room-menu.tsx';
import { isChangeable } from './message-list/authoring.ts';
import { MessageList } from './message-list/message-list.tsx';
import { InReactions } from './message-list/reactions/reacting.ts';
import { RoomHead } from './room-head.tsx';

type Props = { entry: RoomEntry; role: Member['role'] };

/** A room one is in: what was said, and a place to say something. */
export const Room = ({ entry: { id, room }, role }: Props) => {
  const { person, sending, appearance } = useInside();
  const [messages, setMessages] = useState(() => openMessages(id));
  useEffect(() => messages.close, [messages]);
  const [deliveries] = useState(() => openDeliveries(id, person.guest));
  useEffect(() => deliveries.close, [deliveries]);
  const outbox = sending.outbox(id);
  const history = messages.history.value;
  const unsent = outbox.unsent.value;
  const [editing, edit] = useState<string>();
  const [thread, answer] = useState<string>();
  const authoring = useMemo(
    () => ({
      ...editingIn(id, person.uid),
      editing,
      edit,
      answer: role === 'reader' ? undefined : answer,
    }),
    [id, person.uid, editing, role],
  );
  const reacting = useMemo(
    () => ({ reactions: openReactions(id, person.uid, role === 'reader'), appearance, uid: person.uid }),
    [id, person.uid, role, appearance],
  );
  const stored = history.state === 'ready' ? history.lines : undefined;
  const lines = useMemo(() => withUnsent(stored ?? [], unsent, person.uid), [stored, unsent, person.uid]);

  const first = stored?.find((line) => line.kind === 'message');
  const from = first?.kind === 'message' ? first.message.at.getTime() : undefined;
  useEffect(() => {
    if (from !== undefined) deliveries.reach(new Date(from));
  }, [deliveries, from]);
  // The SDK for calls is loaded when the first one is made.
  const again = async (message: string): Promise<void> => {
    const { operate } = await import('../../../data/operating.ts');
    await operate({ do: 'redrive', job: mirrorId(id, message) });
  };

  const editLast = (): void => {
    const last = lines.findLast(
      (line) => line.kind === 'message' && isChangeable(line.message, line.state, person.uid),
    );
    if (last && role !== 'reader') edit(last.id);
  };

  const list = (now: History) => {
    const say = words.value.room;
    if (now.state === 'failed')
      return (
        <Notice title={now.denied ? say.denied : say.failed} {...(now.denied && { hint: say.deniedHint })}>
          <Button onClick={() => setMessages(openMessages(id))}>{say.retry}</Button>
        </Notice>
      );
    if (now.state === 'loading' || (now.fromCache && lines.length === 0))
      return <Notice busy title={say.loading} />;
    return (
      <MessageList
        room={room.name}
        uid={person.uid}
        lines={lines}
        older={now.older}
        appearance={appearance}
        authoring={authoring}
        deliveries={deliveries.all.value}
        onAgain={role === 'owner' || isOperator.value ? again : undefined}
        onOlder={messages.older}
        onRetry={outbox.retry}
        onRemove={outbox.remove}
      />
    );
  };

  return (
    <>
      <RoomHead name={room.name}>
        <RoomMenu entry={{ id, room, role }} person={person} />
      </RoomHead>
      <ConnectionBar fromCache={history.state === 'ready' && history.fromCache} />
      <InReactions.Provider value={reacting}>{list(history)}</InReactions.Provider>
      <Announcer lines={stored} uid={person.uid} appearance={appearance} />
      <Composer
        room={room.name}
        readOnly={role === 'reader'}
        draft={draft(id)}
        onDraft={(text) => keepDraft(id, text)}
        thread={
          thread === undefined ? undefined : { id: thread, root: lines.find((line) => line.id === thread) }
        }
        onThreadEnd={() => answer(undefined)}
        onSend={(text) => {
          outbox.send(text, thread);
          answer(undefined);
        }}
        onUp={editLast}
      />
    </>
  );
};
