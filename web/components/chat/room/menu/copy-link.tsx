import { useState } from 'preact/hooks';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import css from './menu.module.css';

type Props = { link: string };

/** A link to pass on: shown, selected at a touch, and copied by a button where the browser lets it. */
export const CopyLink = ({ link }: Props) => {
  const say = words.value.menu;
  const [copied, setCopied] = useState(false);
  return (
    <p class={css.copy}>
      <input
        readOnly
        aria-label={say.link}
        value={link}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Button
        onClick={() => {
          navigator.clipboard.writeText(link).then(
            () => setCopied(true),
            // The link stays there to be copied by hand.
            () => setCopied(false),
          );
        }}
      >
        {say.copy}
      </Button>
      <output class={css.hint}>{copied && say.copied}</output>
    </p>
  );
};
