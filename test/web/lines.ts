import { signal } from '@preact/signals';
import type { Message } from '#model/message.ts';
import type { Authoring } from '../../web/components/chat/room/message-list/authoring.ts';
import type { Line, SendState } from '../../web/data/line.ts';
import type { AppearanceOf } from '../../web/data/names.ts';

/** A line of a room, Alice's unless it says otherwise. */
export const said = (id: string, message: Partial<Message> = {}, state: SendState = 'sent'): Line => ({
  kind: 'message',
  id,
  message: {
    author: { kind: 'person', id: 'alice' },
    text: `text of ${id}`,
    at: new Date(2026, 3, 1, 12, 0),
    revision: 1,
    ...message,
  },
  state,
});

export const unreadable = (id: string): Line => ({
  kind: 'unreadable',
  id,
  wrong: 'message.text should be string',
});

const NAMES: Record<string, string> = { alice: 'Alice', bob: 'Bob', reply: 'Tsunagi', 'T1-U1': 'Sana' };

/** Everybody by the name above. */
export const appearance: AppearanceOf = ({ id }) => {
  const name = NAMES[id];
  return signal(name === undefined ? undefined : { name });
};

/** Nothing is being edited, and nobody changes anything. */
export const idle: Authoring = {
  editing: undefined,
  edit: () => undefined,
  answer: undefined,
  reword: () => Promise.resolve(),
  withdraw: () => Promise.resolve(),
};
