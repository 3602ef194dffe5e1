import { Check, Copy } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { words } from '../../../../../i18n/words.ts';
import { Button } from '../../../../button/button.tsx';
import { Icon } from '../../../../icon/icon.tsx';
import css from './text.module.css';

/** `language`: as its writer named it. */
type Props = { code: string; language: string | undefined };

/** Milliseconds for which it is said what came of copying. */
const SAID = 4_000;

/** Code, letter by letter, with a button that copies it. */
export const CodeBlock = ({ code, language }: Props) => {
  const say = words.value.message;
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), SAID);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (): void => {
    navigator.clipboard.writeText(code).then(
      () => setOutcome('copied'),
      () => setOutcome('notCopied'),
    );
  };
  return (
    <figure class={css.block} aria-label={say.code}>
      <div class={css.bar}>
        <span class={css.language}>{language}</span>
        <output>{outcome && say[outcome]}</output>
        <Button look="quiet" onClick={copy}>
          <Icon of={outcome === 'copied' ? Check : Copy} size={14} /> {say.copy}
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  );
};
