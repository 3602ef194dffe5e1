import type { InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import css from './sign-in.module.css';

type Props = InputHTMLAttributes & { label: string; hint?: string | undefined };

/** A labelled input in a form; its `name` is what the form is asked for. */
export const Field = ({ label, hint, ...input }: Props) => {
  const id = useId();
  return (
    <div class={css.field}>
      <label for={id}>{label}</label>
      <input required {...input} id={id} aria-describedby={hint ? `${id}-hint` : undefined} />
      {hint && (
        <small id={`${id}-hint`} class={css.hint}>
          {hint}
        </small>
      )}
    </div>
  );
};
