import { read, write } from './stored.ts';

const key = (room: string): string => `draft.${room}`;

/** What was being written in a room. */
export const draft = (room: string): string => read(key(room)) ?? '';

/** Keeps it, so that a reload loses nothing. */
export const keepDraft = (room: string, text: string): void => {
  write(key(room), text === '' ? undefined : text);
};
