import { useEffect, useState } from 'preact/hooks';
import type { Called, Command, Health, Operated } from '#model/operation.ts';
import { askAll } from '../../../data/asking.ts';
import { allowLinking, forbidLinking } from '../../../data/link-grants.ts';
import { openDesk } from '../../../data/operator.ts';
import { isOperator } from '../../../data/session.ts';
import { words } from '../../../i18n/words.ts';
import { Notice } from '../../notice/notice.tsx';
import { useInside } from '../inside.ts';
import { RoomHead } from '../room/room-head.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { Grants } from './grants.tsx';
import { Links } from './links.tsx';
import { NewLink } from './new-link.tsx';
import { NewRoom } from './new-room.tsx';
import css from './operate.module.css';
import { PassedOver } from './passed-over.tsx';

/** What the one who did it is told: that it is done, or why not. */
type Told = { readonly text: string; readonly isProblem: boolean };

/** Where operators tie rooms to Slack, and decide about what was given up. */
export const OperatePage = () => {
  const say = words.value.operate;
  if (!isOperator.value) return <Notice title={say.denied} hint={say.deniedHint} />;
  return <Desk />;
};

/** Milliseconds after which what waits is counted anew. */
const COUNT_AGAIN = 15_000;

/** The SDK for calls is loaded when the first one is made. */
const asked = async (command: Command): Promise<Operated> => {
  const { operate } = await import('../../../data/operating.ts');
  return operate(command);
};

/** Asks how things stand with the first rooms, or with the first after one. */
const standing = async (after?: string): Promise<Health | undefined> =>
  (await asked({ do: 'health', ...(after !== undefined && { after }) })).health;

/** The same with all pages of rooms that are open. */
async function standingOf(pages: readonly (string | undefined)[]): Promise<Health | undefined> {
  const all = (await Promise.all(pages.map(standing))).filter((one) => one !== undefined);
  const [first] = all;
  if (!first) return undefined;
  return { ...first, links: all.flatMap(({ links }) => links), more: all.some(({ more }) => more) };
}

/** How the channels of the rooms on these pages are called. */
const channelsOn = async (pages: readonly (string | undefined)[]): Promise<readonly Called[]> => {
  const asking = pages.map((after) => asked({ do: 'channels', ...(after !== undefined && { after }) }));
  return (await Promise.all(asking)).flatMap(({ channels }) => channels ?? []);
};

const Desk = () => {
  const { person } = useInside();
  const say = words.value.operate;
  const [desk] = useState(openDesk);
  const [told, setTold] = useState<Told>();
  const [busy, setBusy] = useState(false);
  const [health, setHealth] = useState<Health>();
  const [channels, setChannels] = useState<readonly Called[]>([]);
  useEffect(() => desk.close, [desk]);

  const links = desk.links.value;
  const letters = desk.letters.value;
  const pages = desk.pages.value;
  useEffect(() => {
    const count = (): void => {
      standingOf(pages).then(setHealth, () => setHealth(undefined));
    };
    count();
    const timer = setInterval(count, COUNT_AGAIN);
    return () => clearInterval(timer);
  }, [told, pages]);

  // What was done may have tied a room elsewhere. Without an answer, ids do as well.
  useEffect(() => {
    channelsOn(pages).then(setChannels, () => undefined);
  }, [told, pages]);

  const ask = (command: Command): void => {
    setBusy(true);
    setTold(undefined);
    const soFar = (decided: number) => setTold({ text: say.decidedSoFar(decided), isProblem: false });
    askAll(asked, command, soFar)
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
        <output class={`${css.outcome} ${told?.isProblem ? css.problem : css.hint}`}>
          {told?.text ?? (busy ? say.working : undefined)}
        </output>
        <Links
          links={links}
          channels={channels}
          health={health}
          busy={busy}
          onAsk={ask}
          onMore={desk.next.value}
        />
        <NewLink busy={busy} onAsk={ask} />
        <Grants
          grants={desk.grants.value}
          onAllow={(room, place) => allowLinking(room, place, person.uid)}
          onForbid={forbidLinking}
          onMore={desk.nextGrants.value}
        />
        <DeadLetters letters={letters} busy={busy} onAsk={ask} onMore={desk.nextLetters.value} />
        <PassedOver health={() => standing()} />
        <NewRoom uid={person.uid} />
      </div>
    </>
  );
};
