import { useEffect, useState } from 'preact/hooks';
import type { Command, Health } from '#model/operation.ts';
import { openDesk } from '../../../data/operator.ts';
import { isOperator } from '../../../data/session.ts';
import { words } from '../../../i18n/words.ts';
import { Notice } from '../../notice/notice.tsx';
import { useInside } from '../inside.ts';
import { RoomHead } from '../room/room-head.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { Links } from './links.tsx';
import { NewLink } from './new-link.tsx';
import { NewRoom } from './new-room.tsx';
import css from './operate.module.css';
import { PassedOver } from './passed-over.tsx';

/** What the one who did it is told: that it is done, or why not. */
type Told = { readonly text: string; readonly isProblem: boolean };

/** Asks how things stand. The SDK for calls is loaded when the first one is made. */
const health = async (): Promise<Health | undefined> => {
  const { operate } = await import('../../../data/operating.ts');
  return (await operate({ do: 'health' })).health;
};

/** Where operators tie rooms to Slack, and decide about what was given up. */
export const OperatePage = () => {
  const say = words.value.operate;
  if (!isOperator.value) return <Notice title={say.denied} hint={say.deniedHint} />;
  return <Desk />;
};

const Desk = () => {
  const { person } = useInside();
  const say = words.value.operate;
  const [desk] = useState(openDesk);
  const [told, setTold] = useState<Told>();
  const [busy, setBusy] = useState(false);
  useEffect(() => desk.close, [desk]);

  const ask = (command: Command): void => {
    setBusy(true);
    setTold(undefined);
    // The SDK for calls is loaded when the first one is made.
    import('../../../data/operating.ts')
      .then(({ operate }) => operate(command))
      .then(
        ({ decided }) =>
          setTold({ text: decided === undefined ? say.done : say.decided(decided), isProblem: false }),
        (error: unknown) =>
          setTold({ text: error instanceof Error ? error.message : say.failed, isProblem: true }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <RoomHead name={say.title} />
      <div class={css.page}>
        <output class={told?.isProblem ? css.problem : css.told}>{busy ? say.working : told?.text}</output>
        <Links links={desk.links.value} busy={busy} onAsk={ask} />
        <NewLink busy={busy} onAsk={ask} />
        <DeadLetters letters={desk.letters.value} busy={busy} onAsk={ask} />
        <PassedOver health={health} />
        <NewRoom uid={person.uid} />
      </div>
    </>
  );
};
