import { pieces } from '../../../../data/links.ts';
import { words } from '../../../../i18n/words.ts';
import css from './message.module.css';

type Props = { text: string };

/** A text as it was written, with its addresses to follow. */
export const MessageText = ({ text }: Props) => (
  <span class={css.text}>
    {pieces(text).map((piece, nth) =>
      piece.kind === 'words' ? (
        piece.text
      ) : (
        <a key={nth} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
          {piece.text}
          <span class="visually-hidden"> {words.value.message.newTab}</span>
        </a>
      ),
    )}
  </span>
);
