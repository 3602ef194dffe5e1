import { SendHorizontal } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { length } from '#model/guard.ts';
import { PERSON_TEXT_MAX } from '#model/limits.ts';
import type { Line } from '../../../../data/line.ts';
import { words } from '../../../../i18n/words.ts';
import { Icon } from '../../../icon/icon.tsx';
import { Answering } from './answering.tsx';
import css from './composer.module.css';
import { isComposing } from './composing.ts';

/** From here on the characters that are left are counted for the writer. */
const COUNT_FROM = 3_600;

/** Makes the box as high as its text, where the style sheet cannot. */
const fit = (area: HTMLTextAreaElement): void => {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
};

/** Where the link that skips the list of rooms and messages leads. */
export const COMPOSER_ID = 'composer';

/** `draft`: what was left unsent here before. `readOnly`: this person may not write in this room. */
type Props = {
  room: string;
  draft: string;
  readOnly: boolean;
  /** The thread that is answered, by what began it, where that is loaded; nothing where the room is written to. */
  thread?: { readonly id: string; readonly root: Line | undefined } | undefined;
  onThreadEnd: () => void;
  onDraft: (text: string) => void;
  onSend: (text: string) => void;
  /** Up, in an empty box: the last message of one's own is to be edited. */
  onUp: () => void;
};

/** The place to write. */
export const Composer = ({ room, draft, readOnly, thread, onThreadEnd, onDraft, onSend, onUp }: Props) => {
  const say = words.value.composer;
  const [text, setText] = useState(draft);
  const box = useRef<HTMLTextAreaElement>(null);
  const size = length(text.trim());
  const isOver = size > PERSON_TEXT_MAX;

  useLayoutEffect(() => {
    if (box.current) fit(box.current);
  }, [text]);
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) box.current?.focus({ preventScroll: true });
  }, []);

  const answered = thread?.id;
  useEffect(() => {
    if (answered !== undefined) box.current?.focus();
  }, [answered]);

  const change = (changed: string): void => {
    setText(changed);
    onDraft(changed);
  };
  const send = (): void => {
    if (readOnly || size === 0 || isOver) return;
    onSend(text);
    change('');
    box.current?.focus();
  };

  return (
    <form
      class={css.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {thread && <Answering root={thread.root} onEnd={onThreadEnd} />}
      <div class={css.box}>
        <label class="visually-hidden" for={COMPOSER_ID}>
          {say.label}
        </label>
        <textarea
          ref={box}
          id={COMPOSER_ID}
          class={css.text}
          rows={1}
          value={text}
          disabled={readOnly}
          placeholder={readOnly ? '' : say.placeholder(room)}
          aria-describedby={`${thread ? 'composer-thread ' : ''}composer-hint composer-limit`}
          aria-invalid={isOver}
          onInput={({ currentTarget }) => change(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowUp' && text === '' && !isComposing(event)) {
              event.preventDefault();
              onUp();
            }
            if (event.key === 'Escape' && thread && !isComposing(event)) onThreadEnd();
            if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class={css.send} disabled={readOnly || size === 0 || isOver}>
          <Icon of={SendHorizontal} size={20} />
          <span class="visually-hidden">{say.send}</span>
        </button>
      </div>
      <output id="composer-limit" class={isOver ? css.over : css.left}>
        {isOver ? say.over(size - PERSON_TEXT_MAX) : size >= COUNT_FROM && say.left(PERSON_TEXT_MAX - size)}
      </output>
      <p id="composer-hint" class={css.hint}>
        {readOnly ? say.reader : say.hint}
      </p>
    </form>
  );
};
