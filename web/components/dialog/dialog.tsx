import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../../i18n/words.ts';
import { Icon } from '../icon/icon.tsx';
import css from './dialog.module.css';

type Props = { title: string; children: ComponentChildren; onClose: () => void };

/** A native dialog, open as long as it is rendered, and from then on: what is inside may take the focus. Esc, its cross and a click beside it close it. */
export const Dialog = ({ title, children, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const { current } = dialog;
    if (current && !current.open) current.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={css.dialog}
      closedby="any"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class={css.body}>
        <header class={css.head}>
          <h2 id={heading}>{title}</h2>
          <button type="button" class={css.close} aria-label={words.value.app.close} onClick={onClose}>
            <Icon of={X} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
};
