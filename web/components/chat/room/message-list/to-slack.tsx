import { ArrowUpRight } from 'lucide';
import { words as catalogue } from '../../../../i18n/words.ts';
import { Icon } from '../../../icon/icon.tsx';
import css from './delivered.module.css';

type Props = { url: string; words: string };

/** Leads to where a message is in Slack, in a tab of its own. */
export const ToSlack = ({ url, words }: Props) => (
  <a class={css.mark} href={url} target="_blank" rel="noopener noreferrer" title={words}>
    <Icon of={ArrowUpRight} size={14} />
    <span class="visually-hidden">
      {words} {catalogue.value.message.newTab}
    </span>
  </a>
);
