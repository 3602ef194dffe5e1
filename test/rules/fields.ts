import { deleteField, increment, serverTimestamp, Timestamp } from 'firebase/firestore';

export type Fields = Record<string, unknown>;

export const now = serverTimestamp();
export const gone = deleteField();
export const oneMore = increment(1);

export const past = (seconds = 600): Timestamp => Timestamp.fromMillis(Date.now() - seconds * 1_000);
export const future = (seconds = 600): Timestamp => Timestamp.fromMillis(Date.now() + seconds * 1_000);

/** A moment from which so many seconds have not quite gone by when the rules look: there is almost a second to get there. */
export const notYet = (seconds: number): Timestamp => past(seconds - 0.98);
/** A moment from which so many seconds have just gone by. */
export const justOver = (seconds: number): Timestamp => past(seconds + 0.02);

/** The fields but for some. */
export const without = (fields: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
