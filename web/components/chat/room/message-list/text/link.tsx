import { Image } from 'lucide';
import type { ComponentChildren } from 'preact';
import { words as catalogue } from '../../../../../i18n/words.ts';
import { isHonest, targetOf } from '../../../../../markdown/target.ts';
import { Icon } from '../../../../icon/icon.tsx';
import css from './text.module.css';

/** `words`: what the children say. `typed`: the link as it was written. `picture`: it leads to one. */
type Props = { to: string; words: string; typed: string; picture?: boolean; children: ComponentChildren };

/**
 * A link that says where it leads: by its own words, or by its place beside them. One that leads nowhere allowed is
 * shown as it was typed. A picture is a link too: looking at a message tells no other server about it.
 */
export const Link = ({ to, words, typed, picture = false, children }: Props) => {
  const target = targetOf(to);
  if (!target) return <>{typed}</>;
  const web = target.kind === 'web';
  return (
    <a
      class={css.link}
      href={target.href}
      rel="noopener noreferrer nofollow"
      {...(web && { target: '_blank' })}
    >
      {picture && <Icon of={Image} size={15} />}
      {words.trim() === '' ? to : children}
      {words.trim() !== '' && !isHonest(words, target) && <span class={css.place}> ({target.place})</span>}
      {web && <span class="visually-hidden"> {catalogue.value.message.newTab}</span>}
    </a>
  );
};
