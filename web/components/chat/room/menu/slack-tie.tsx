import { useCallback, useEffect, useState } from 'preact/hooks';
import { placeId } from '#model/link-grant.ts';
import type { Command } from '#model/operation.ts';
import { codeOf } from '../../../../data/auth-error.ts';
import { readTie, type Tie } from '../../../../data/link-grants.ts';
import { troubleOf } from '../../../../data/trouble.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Confirm } from './confirm.tsx';
import css from './menu.module.css';
import { TieForm } from './tie-form.tsx';

type Props = { room: string };

/** What the one who asked is told: that it is done, or why not. */
type Told = { readonly text: string; readonly isProblem: boolean };

/** The SDK for calls is loaded when the first one is made. */
const asked = async (command: Command): Promise<void> => {
  const { operate } = await import('../../../../data/operating.ts');
  await operate(command);
};

/** For a room's owner: where it is in Slack, and, where operators allow it, the way to link it, point it elsewhere and unlink it. */
export const SlackTie = ({ room }: Props) => {
  const say = words.value.menu;
  const [tie, setTie] = useState<Tie | 'failed'>();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  const read = useCallback(() => readTie(room).then(setTie, () => setTie('failed')), [room]);
  useEffect(() => void read(), [read]);

  const ask = (command: Command): void => {
    setBusy(true);
    setTold(undefined);
    void asked(command)
      .then(
        () => setTold({ text: words.value.operate.done, isProblem: false }),
        (error: unknown) => {
          const isExplained = error instanceof Error && codeOf(error) !== 'functions/permission-denied';
          setTold({ text: isExplained ? error.message : say.refused, isProblem: true });
        },
      )
      .then(read)
      .finally(() => setBusy(false));
  };

  if (tie === 'failed') return <p class={css.problem}>{say.tieFailed}</p>;
  if (tie === undefined || (tie.places.length === 0 && !tie.link)) return null;
  const { link, places } = tie;
  const isTheirs = places.length > 0 && (!link || places.includes(placeId(link)));
  const { error, mend, working } = words.value.operate;
  return (
    <section class={css.part}>
      <h3>{say.slack}</h3>
      <p>{link ? say.linkedTo(`${link.team} ${link.channel}`, link.thread !== undefined) : say.notLinked}</p>
      {link?.error !== undefined && (
        <p class={css.problem}>{error(words.value.delivery.troubles[troubleOf(link.error)], link.error)}</p>
      )}
      {!isTheirs && <p class={css.hint}>{say.tieOperators}</p>}
      {isTheirs && <TieForm room={room} link={link} places={places} busy={busy} onAsk={ask} />}
      {isTheirs && link?.error !== undefined && (
        <Button disabled={busy} onClick={() => ask({ do: 'mend', room })}>
          {mend}
        </Button>
      )}
      {isTheirs && link && (
        <Confirm
          label={say.untie}
          ask={say.untieAsk}
          yes={say.untie}
          onYes={() => ask({ do: 'unlink', room })}
        >
          {(begin) => (
            <Button look="danger" disabled={busy} onClick={begin}>
              {say.untie}
            </Button>
          )}
        </Confirm>
      )}
      <output class={told?.isProblem ? css.problem : css.hint}>
        {told?.text ?? (busy ? working : undefined)}
      </output>
    </section>
  );
};
