import { useEffect, useRef, useState } from 'preact/hooks';
import { length } from '#model/guard.ts';
import { PERSON_TEXT_MAX } from '#model/limits.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { isComposing } from '../composer/composing.ts';
import css from './editor.module.css';

/** `text`: as it was. `onSave` rejects when it was refused: the box stays, with what was written. */
type Props = { text: string; onSave: (text: string) => Promise<void>; onCancel: () => void };

/** The place to say a message anew. Enter saves, but not the one that ends a composition; Esc leaves it as it was. */
export const Editor = ({ text: before, onSave, onCancel }: Props) => {
  const say = words.value.message;
  const [text, setText] = useState(before);
  const [state, setState] = useState<'idle' | 'saving' | 'failed'>('idle');
  const box = useRef<HTMLTextAreaElement>(null);
  const size = length(text.trim());
  const isOver = size > PERSON_TEXT_MAX;
  useEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(before.length, before.length);
  }, [before]);
  const save = (): void => {
    if (size === 0 || isOver || state === 'saving') return;
    if (text.trim() === before) return onCancel();
    setState('saving');
    onSave(text.trim()).catch(() => setState('failed'));
  };
  return (
    <form
      class={css.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={box}
        class={css.text}
        aria-label={say.editing}
        aria-invalid={isOver}
        rows={1}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') onCancel();
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          save();
        }}
      />
      <p class={css.row}>
        <Button type="submit" look="quiet" disabled={size === 0 || isOver || state === 'saving'}>
          {say.save}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {words.value.app.cancel}
        </Button>
        <small>{isOver ? words.value.composer.over(size - PERSON_TEXT_MAX) : say.editHint}</small>
      </p>
      {state === 'failed' && (
        <p class={css.problem} role="alert">
          {say.changeFailed}
        </p>
      )}
    </form>
  );
};
