import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { called, find } from '../../../../../emoji/find.ts';
import { locale, words } from '../../../../../i18n/words.ts';
import { Dialog } from '../../../../dialog/dialog.tsx';
import { isComposing } from '../../composer/composing.ts';
import css from './picker.module.css';

/** `hint`: what comes of it elsewhere. */
type Props = { hint?: string | undefined; onPick: (emoji: string) => void; onClose: () => void };

/** How many of them stand in one line: as many as have the same upper edge as the first. */
const columnsOf = (buttons: readonly HTMLElement[]): number =>
  Math.max(1, buttons.filter(({ offsetTop }) => offsetTop === buttons[0]?.offsetTop).length);

const STEPS: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

/** Asks for an emoji: from the usual ones on, or by a part of its name. Arrow keys go about in it, Esc leaves it. */
export const Picker = ({ hint, onPick, onClose }: Props) => {
  const say = words.value.reactions;
  const [wanted, setWanted] = useState('');
  const [current, setCurrent] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const found = find(wanted);
  const described = useId();
  useLayoutEffect(() => {
    // Once the dialog is open and before anything is typed: it would give the focus to its cross, and Enter would close it.
    // On a phone the keyboard would cover what there is to choose from.
    if (matchMedia('(hover: hover)').matches) search.current?.focus();
  }, []);

  const go = (nth: number): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    if (nth < 0) search.current?.focus();
    const next = buttons[Math.min(nth, buttons.length - 1)];
    if (nth < 0 || !next) return;
    setCurrent(Math.min(nth, buttons.length - 1));
    next.focus();
  };
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    go(current + step(columnsOf([...(list.current?.querySelectorAll('button') ?? [])])));
  };
  const type = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      go(0);
    }
    if (event.key === 'Enter' && wanted.trim() !== '' && found[0]) {
      event.preventDefault();
      onPick(found[0]);
    }
  };

  return (
    <Dialog title={say.pick} onClose={onClose}>
      <input
        ref={search}
        type="search"
        class={css.search}
        aria-label={say.search}
        aria-describedby={hint === undefined ? undefined : described}
        placeholder={say.search}
        autocomplete="off"
        value={wanted}
        onInput={({ currentTarget }) => {
          setWanted(currentTarget.value);
          setCurrent(0);
        }}
        onKeyDown={type}
      />
      <output class={found.length === 0 ? css.none : 'visually-hidden'}>{say.found(found.length)}</output>
      {hint !== undefined && (
        <p id={described} class={css.hint}>
          {hint}
        </p>
      )}
      <fieldset ref={list} class={css.list} aria-label={say.emoji}>
        {found.map((emoji, nth) => (
          <button
            key={emoji}
            type="button"
            class={css.choice}
            tabIndex={nth === current ? 0 : -1}
            aria-label={called(emoji, locale.value)}
            title={called(emoji, locale.value)}
            onClick={() => onPick(emoji)}
            onKeyDown={move}
          >
            {emoji}
          </button>
        ))}
      </fieldset>
    </Dialog>
  );
};
