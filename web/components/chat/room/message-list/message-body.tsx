import type { ComponentChildren } from 'preact';
import { isComing, type Message } from '#model/message.ts';
import { words } from '../../../../i18n/words.ts';
import css from './message.module.css';
import { MessageText } from './text/message-text.tsx';

/** `children` stand after the text, in its last line. */
type Props = { message: Message; name: string; children?: ComponentChildren };

/** What a message says, and how far it got saying it. */
export const MessageBody = ({ message: { text, edited, deleted, reply }, name, children }: Props) => {
  const say = words.value.message;
  if (deleted)
    return (
      <p>
        <span class={css.deleted}>{say.deleted}</span>
        {children}
      </p>
    );
  return (
    <div class={css.body}>
      {text !== '' && <MessageText text={text} />}
      {edited && <span class={css.mark}> ({say.edited})</span>}
      {children}
      {isComing({ reply }) && (
        <output class={css.writing}>
          {say.writing(name)}
          <span class={css.dots} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        </output>
      )}
      {reply?.state === 'failed' && <p class={css.failed}>{say.replyFailed}</p>}
      {reply?.state === 'stopped' && <p class={css.mark}>{say.stopped}</p>}
    </div>
  );
};
