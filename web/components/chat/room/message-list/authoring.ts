import type { Message } from '#model/message.ts';
import type { Editing } from '../../../../data/editing.ts';

/** What authors may do to what they said, which message is being edited now, and how one answers in a thread, where one may write. */
export type Authoring = Editing & {
  readonly editing: string | undefined;
  readonly edit: (id: string | undefined) => void;
  readonly answer: ((root: string) => void) | undefined;
};

/** Whether its author may still change it: it is theirs, has arrived, and is not deleted. */
export const isChangeable = (message: Message, state: string, uid: string): boolean =>
  message.author.kind === 'person' && message.author.id === uid && state === 'sent' && !message.deleted;
