import { useState } from 'preact/hooks';
import { isKnownPicture } from '../../data/pictures.ts';
import css from './avatar.module.css';

/** `id` picks the colour, and keeps it. */
type Props = { id: string; name: string; picture?: string | undefined; small?: boolean };

const TINTS = [css.ai, css.shu, css.moegi, css.fuji, css.cha, css.asagi, css.kaki, css.sumi];

const tint = (id: string): string => {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return TINTS[sum % TINTS.length] ?? '';
};

/** Two letters of a name in Latin letters, one of any other. */
const initials = (name: string): string => {
  const [first = '', second = ''] = name.trim().split(/\s+/);
  const [a = '?'] = first;
  const [b = ''] = second;
  return /^\p{Script=Latin}$/u.test(a) ? (a + b).toUpperCase() : a;
};

/** A picture of somebody, or their initials. Decoration: the name stands beside it. */
export const Avatar = ({ id, name, picture, small = false }: Props) => {
  const size = small ? css.small : css.large;
  const [broken, setBroken] = useState<string>();
  if (picture !== undefined && picture !== broken && isKnownPicture(picture))
    return (
      <img
        class={`${css.avatar} ${size}`}
        src={picture}
        alt=""
        loading="lazy"
        referrerpolicy="no-referrer"
        onError={() => setBroken(picture)}
      />
    );
  return (
    <span class={`${css.avatar} ${size} ${tint(id)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
};
