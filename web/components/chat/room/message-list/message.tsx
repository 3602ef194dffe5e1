import { useState } from 'preact/hooks';
import { type Delivery, deletionOf } from '../../../../data/delivered.ts';
import type { Line } from '../../../../data/line.ts';
import type { AppearanceOf } from '../../../../data/names.ts';
import { clock, full } from '../../../../i18n/times.ts';
import { words } from '../../../../i18n/words.ts';
import { Avatar } from '../../../avatar/avatar.tsx';
import { Mark } from '../../../mark/mark.tsx';
import { Actions } from './actions.tsx';
import { type Authoring, isChangeable } from './authoring.ts';
import { Badge } from './badge.tsx';
import { Delivered } from './delivered.tsx';
import { Editor } from './editor.tsx';
import css from './message.module.css';
import { MessageBody } from './message-body.tsx';
import { useReacting } from './reactions/reacting.ts';
import { Reactions } from './reactions/reactions.tsx';
import { Sending } from './sending.tsx';
import { ThreadLine } from './thread-line.tsx';
import { Undeleted } from './undeleted.tsx';

/**
 * `head`: the first of its author's group. `root`: what it answers in a thread, where that is loaded. `delivery`: how far it
 * is to Slack, where it goes there; `onAgain`: sends there again what was given up, for those who may.
 */
type Props = {
  line: Line;
  head: boolean;
  uid: string;
  root: Line | undefined;
  delivery?: Delivery | undefined;
  onAgain?: ((id: string) => Promise<void>) | undefined;
  appearance: AppearanceOf;
  authoring: Authoring;
  onRetry: (id: string) => void;
  onRemove: (id: string) => void;
};

/** One message, or the place of one that cannot be shown. */
export const Message = ({
  line,
  head,
  uid,
  root,
  delivery,
  onAgain,
  appearance,
  authoring,
  onRetry,
  onRemove,
}: Props) => {
  const say = words.value.message;
  const canReact = useReacting()?.reactions.react !== undefined;
  const [picking, pick] = useState(false);
  if (line.kind === 'unreadable') return <p class={css.unreadable}>{say.unreadable}</p>;
  const { id, message, state } = line;
  const { author, at } = message;
  const known = appearance(author).value;
  const name = known?.name ?? say.unknownAuthor;
  const time = clock(at);
  const changeable = isChangeable(message, state, uid);
  const isThere = state === 'sent' && !message.deleted;
  const isEdited = changeable && authoring.editing === id;
  const mine = author.kind === 'person' && author.id === uid;
  const isFromSlack = author.kind === 'slack';
  const again = onAgain && (() => onAgain(id));
  // Under what somebody in Slack wrote, the app can write nothing.
  const inSlack = isFromSlack ? 'nameless' : delivery && delivery.state !== 'gone' ? 'named' : undefined;
  const undone = message.deleted && delivery && deletionOf(delivery, message.revision);
  return (
    <article
      class={`${css.message} ${head ? css.first : ''} ${message.reply ? css.reply : ''}`}
      aria-label={say.label(name, time)}
    >
      {head &&
        (author.kind === 'component' ? (
          <span class={css.tie}>
            <Mark size={32} />
          </span>
        ) : (
          <Avatar id={author.id} name={name} picture={known?.picture} />
        ))}
      <div class={css.column}>
        {head && (
          <p class={css.head}>
            <strong>{name}</strong>
            <Badge kind={author.kind} />
            <time datetime={at.toISOString()} title={full(at)}>
              {time}
            </time>
          </p>
        )}
        {message.thread !== undefined && <ThreadLine root={root} />}
        {isEdited ? (
          <Editor
            text={message.text}
            onSave={(text) => authoring.reword(id, message, text).then(() => authoring.edit(undefined))}
            onCancel={() => authoring.edit(undefined)}
          />
        ) : (
          <MessageBody message={message} name={name}>
            {mine && !message.deleted && (
              <Sending state={state} onRetry={() => onRetry(id)} onRemove={() => onRemove(id)} />
            )}
            {delivery && !message.deleted && <Delivered delivery={delivery} onAgain={again} />}
            {undone && <Undeleted undone={undone} onAgain={again} />}
          </MessageBody>
        )}
        {isThere && <Reactions message={id} picking={picking} onPicking={pick} inSlack={inSlack} />}
      </div>
      {isThere && !isEdited && (changeable || canReact || isFromSlack || authoring.answer) && (
        <Actions
          onAnswer={authoring.answer && (() => authoring.answer?.(message.thread ?? id))}
          onReact={canReact ? () => pick(true) : undefined}
          slackAuthor={isFromSlack ? name : undefined}
          {...(changeable && {
            onEdit: () => authoring.edit(id),
            onWithdraw: () => authoring.withdraw(id, message),
          })}
        />
      )}
      {!head && (
        <time class={css.aside} datetime={at.toISOString()} title={full(at)}>
          {time}
        </time>
      )}
    </article>
  );
};
