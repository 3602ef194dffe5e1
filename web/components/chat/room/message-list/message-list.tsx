import { ArrowDown } from 'lucide';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Delivery } from '../../../../data/delivered.ts';
import { rows } from '../../../../data/grouping.ts';
import type { Line } from '../../../../data/line.ts';
import type { AppearanceOf } from '../../../../data/names.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Icon } from '../../../icon/icon.tsx';
import { openAnchor } from './anchor.ts';
import type { Authoring } from './authoring.ts';
import { DayLine } from './day-line.tsx';
import { Message } from './message.tsx';
import css from './message-list.module.css';

/** `older`: whether there is more before the first line. `deliveries`: how far to Slack, by the message's id. */
type Props = {
  room: string;
  uid: string;
  lines: readonly Line[];
  older: 'none' | 'some' | 'loading';
  appearance: AppearanceOf;
  authoring: Authoring;
  deliveries?: ReadonlyMap<string, Delivery>;
  onAgain?: ((id: string) => Promise<void>) | undefined;
  onOlder: () => void;
  onRetry: (id: string) => void;
  onRemove: (id: string) => void;
};

/** What was said, oldest first. It follows new messages while its reader is at the end, and never moves them otherwise. */
export const MessageList = ({
  room,
  uid,
  lines,
  older,
  appearance,
  authoring,
  deliveries,
  onAgain,
  onOlder,
  onRetry,
  onRemove,
}: Props) => {
  const say = words.value.room;
  const [anchor] = useState(openAnchor);
  const [atEnd, setAtEnd] = useState(true);
  const lastId = lines.at(-1)?.id;
  const [seen, setSeen] = useState(lastId);
  const made = useMemo(() => rows(lines), [lines]);
  const byId = useMemo(() => new Map(lines.map((line) => [line.id, line])), [lines]);

  // While rendering, the rows are still the old ones: now is the time to see where they are.
  // oxlint-disable-next-line react/refs -- the anchor reads the page, not a ref that rendering depends on
  anchor.hold();
  useLayoutEffect(() => anchor.restore());

  const last = lines.at(-1);
  const mine = last?.kind === 'message' && last.message.author.id === uid;
  useEffect(() => {
    if (atEnd) setSeen(lastId);
    else if (mine && lastId !== seen) anchor.toEnd();
  }, [atEnd, lastId, mine, seen, anchor]);
  useEffect(() => {
    if (older === 'some' && anchor.isNearStart()) onOlder();
  }, [older, lines, onOlder, anchor]);

  const from = lines.findIndex(({ id }) => id === seen);
  const fresh = atEnd || from < 0 ? 0 : lines.length - 1 - from;

  return (
    <div class={css.frame}>
      <div
        ref={anchor.attach}
        class={css.view}
        role="log"
        aria-live="off"
        aria-label={say.label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={() => {
          setAtEnd(anchor.scrolled());
          if (older === 'some' && anchor.isNearStart()) onOlder();
        }}
      >
        <div class={css.content}>
          <div class={css.start}>
            {older === 'none' ? (
              <p>{lines.length > 0 ? say.beginning(room) : `${say.empty} ${say.emptyHint}`}</p>
            ) : (
              <Button look="quiet" disabled={older === 'loading'} onClick={onOlder}>
                {older === 'loading' ? say.loadingOlder : say.older}
              </Button>
            )}
          </div>
          {made.map((row) =>
            row.kind === 'day' ? (
              <DayLine key={row.key} at={row.at} />
            ) : (
              <Message
                key={row.key}
                line={row.line}
                head={row.head}
                uid={uid}
                root={row.line.kind === 'message' ? byId.get(row.line.message.thread ?? '') : undefined}
                delivery={deliveries?.get(row.line.id)}
                onAgain={onAgain}
                appearance={appearance}
                authoring={authoring}
                onRetry={onRetry}
                onRemove={onRemove}
              />
            ),
          )}
        </div>
      </div>
      {!atEnd && (
        <Button class={css.jump} onClick={() => anchor.toEnd()}>
          <Icon of={ArrowDown} /> {say.jump}
          {fresh > 0 && <span class={css.count}> {say.fresh(fresh)}</span>}
        </Button>
      )}
    </div>
  );
};
