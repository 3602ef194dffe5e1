import type { Tally } from '../../../../../data/tally.ts';
import { called } from '../../../../../emoji/find.ts';
import { locale, words } from '../../../../../i18n/words.ts';
import { useReacting } from './reacting.ts';
import css from './reactions.module.css';

/** `more`: there may be more than were counted. `onPress`: absent for whoever may only read. */
type Props = { tally: Tally; more: boolean; onPress: (() => void) | undefined };

/** Names that are read out: who reads more of them has lost count. */
const NAMES = 20;

/** How many have reacted with one emoji, and who; pressing it joins them, or leaves. */
export const Chip = ({ tally: { emoji, by, mine }, more, onPress }: Props) => {
  const say = words.value.reactions;
  const reacting = useReacting();
  const names = by
    .slice(0, NAMES)
    .map((who) =>
      who.kind === 'person' && who.id === reacting?.uid
        ? say.you
        : (reacting?.appearance(who).value?.name ?? words.value.message.unknownAuthor),
    );
  const left = by.length - names.length;
  const who = new Intl.ListFormat(locale.value).format([...names, ...(left > 0 ? [say.others(left)] : [])]);
  const count = `${by.length}${more ? '+' : ''}`;
  const name = called(emoji, locale.value);
  return (
    <button
      type="button"
      class={css.chip}
      aria-pressed={mine}
      aria-disabled={onPress === undefined}
      aria-label={say.chip(say.counted(name, count), who)}
      title={`${who} · ${name}`}
      onClick={onPress}
    >
      <span class={css.emoji}>{emoji}</span>
      <span class={css.count}>{count}</span>
    </button>
  );
};
