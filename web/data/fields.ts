import { deleteField, increment, serverTimestamp } from 'firebase/firestore';
import { type Fields, fieldsIn } from '#model/effect.ts';

const terms = { serverTime: serverTimestamp(), absent: deleteField(), increment: increment(1) };

/** What the model wants written, in Firestore's terms. The inverse of plain.ts. */
export const stored = (fields: Fields): Record<string, unknown> => fieldsIn(terms, fields);
