import { useEffect, useState } from 'preact/hooks';
import type { Message } from '#model/message.ts';
import type { Line } from '../../../data/line.ts';
import type { AppearanceOf } from '../../../data/names.ts';
import { openNews } from '../../../data/news.ts';
import { words } from '../../../i18n/words.ts';
import { spoken } from './message-list/text/reader.ts';

/** `lines`: undefined until the room is loaded. */
type Props = { lines: readonly Line[] | undefined; uid: string; appearance: AppearanceOf };

/** Longest part of a message that is read aloud by itself. */
const MOST = 300;

/** Reads to a screen reader what others say while the room is open: once, and nothing that was there before. */
export const Announcer = ({ lines, uid, appearance }: Props) => {
  const [news] = useState(() => openNews(uid));
  const [latest, setLatest] = useState<Message>();
  useEffect(() => {
    const message = lines && news(lines);
    if (message) setLatest(message);
  }, [lines, news]);
  const name = latest && (appearance(latest.author).value?.name ?? words.value.message.unknownAuthor);
  return (
    <div class="visually-hidden" aria-live="polite" aria-atomic="true">
      {latest && name && words.value.message.heard(name, spoken(latest.text).slice(0, MOST))}
    </div>
  );
};
