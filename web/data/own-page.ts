import { NAME_MAX, URL_MAX } from '#model/limits.ts';
import type { Person } from '#model/person.ts';
import type { SignedIn } from './session.ts';

const cut = (name: string): string => Array.from(name.trim()).slice(0, NAME_MAX).join('').trim();

/** Only what the model takes for a picture. */
const pictureOf = ({ picture }: SignedIn): string | undefined =>
  picture?.startsWith('https://') && picture.length <= URL_MAX ? picture : undefined;

/** The page a person should have: by their account's name, else the one they have, else what stands before their e-mail's @. */
export const ownPage = (
  person: SignedIn,
  there: Pick<Person, 'name'> | undefined,
  { locale, nameless }: { locale: 'en' | 'ja'; nameless: string },
): Omit<Person, 'changed'> => {
  const [mailbox = ''] = (person.email ?? '').split('@');
  const name = cut(person.name ?? '') || there?.name || cut(mailbox) || nameless;
  const picture = pictureOf(person);
  return { name, guest: person.guest, ...(picture && { picture }), locale };
};

/** Whether two pages say the same. */
export const samePage = (a: Omit<Person, 'changed'>, b: Omit<Person, 'changed'>): boolean =>
  a.name === b.name && a.guest === b.guest && a.picture === b.picture && a.locale === b.locale;
