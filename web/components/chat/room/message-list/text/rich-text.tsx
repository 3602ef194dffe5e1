import type { Root } from 'mdast';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { read } from '../../../../../markdown/read.ts';
import { hasTime, inTurn, later } from '../../../../../markdown/turns.ts';
import { Blocks } from './blocks.tsx';
import { PlainText, type TextProps } from './plain-text.tsx';
import css from './text.module.css';

export { spoken } from '../../../../../markdown/spoken.ts';

/** A text and what it says; no tree where it is shown as typed. */
type Reading = { readonly text: string; readonly tree: Root | undefined };

const reading = (text: string): Reading => ({ text, tree: read(text) });

/** The reading of a text: at once while there is time, else a moment later, and until then what it was before. */
const useReading = (text: string): Reading | undefined => {
  const [late, setLate] = useState<Reading>();
  const now = useMemo(() => (hasTime() ? inTurn(() => reading(text)) : undefined), [text]);
  useEffect(() => (now ? undefined : later(() => setLate(reading(text)))), [now, text]);
  return now ?? late;
};

/** A text with its markdown. No part of it is ever HTML: each becomes an element that is named in blocks.tsx or inlines.tsx, or words. */
export const RichText = ({ text }: TextProps) => {
  const said = useReading(text);
  // The same elements as long as the text is the same: a list of long texts is not gone through at each message.
  return useMemo(
    () =>
      said?.tree ? (
        <div class={css.rich}>
          <Blocks of={said.tree.children} source={said.text} />
        </div>
      ) : (
        <PlainText text={text} />
      ),
    [said, text],
  );
};
