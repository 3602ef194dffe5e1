import * as v from 'valibot';
import { guard, words } from './guard.ts';
import { NAME_MAX, URL_MAX } from './limits.ts';

/** `people/{uid}`: how a person appears to others. Written by the person. */
export const Person = v.strictObject({
  name: words(NAME_MAX),
  /** An https URL. */
  picture: v.optional(v.pipe(v.string(), v.maxLength(URL_MAX), v.startsWith('https://'))),
  /** Signed in anonymously; the rules hold it against the token. */
  guest: v.boolean(),
  locale: v.optional(v.picklist(['en', 'ja'])),
  changed: v.date(),
});
export type Person = v.InferOutput<typeof Person>;

export const asPerson = guard('person', Person);
export const personPath = (uid: string): string => `people/${uid}`;
