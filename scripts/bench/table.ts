import type { Answers } from './answers.ts';
import type { Chain } from './chain.ts';
import type { Cold } from './cold.ts';
import type { Figures } from './figures.ts';
import type { Relay } from './relay.ts';
import type { Workers } from './worker.ts';
import type { Writes } from './write.ts';

/** All that one run measured: what `--json` prints. */
export type Bench = Pick<Writes, 'write'> &
  Omit<Chain, 'component'> & {
    /** A component's write: `direct` is the write alone, the rest from the send that causes it to its sight. */
    readonly component: Chain['component'] & { readonly direct: Writes['direct'] };
    readonly relay: Relay;
    readonly answers: Answers;
    readonly cold: Cold;
    readonly import: Workers;
  };

/** By how much each should take no longer than what is measured beside it. */
const AIMS = { reply: 1.25, component: 1.15, write: 1.6, relay: 1.15 } as const;

/** Milliseconds in which 99 of 100 of Slack's events should be answered. */
const ANSWER_AIM = 300;

/** How often something was sent and never came. */
export const lostIn = ({ floor, alone, reply, component, relay }: Bench): number =>
  [floor, alone, reply, component, relay, relay.bare].reduce((sum, { lost }) => sum + lost, 0);

/** What a person at the terminal reads. */
export function tableOf({
  floor,
  alone,
  reply,
  component,
  write,
  relay,
  answers,
  cold,
  import: load,
}: Bench): string[] {
  return [
    `  ${'milliseconds'.padEnd(NAMES)} ${'p50'.padStart(7)} ${'p95'.padStart(7)}`,
    row('a bare trigger, seen', alone),
    row('… with a second function beside it', floor),
    row('a reply, seen', reply, `${times(reply.ratio, AIMS.reply)}, ${times(alone.ratio)} the bare trigger`),
    row("a component's write, seen", component, times(component.ratio, AIMS.component)),
    row('… the write alone', component.direct, `${times(component.direct.ratio)} the Admin SDK's`),
    row('a message, open rules', write.open),
    row('a message, all rules', write, times(write.ratio, AIMS.write)),
    row('a bare task, at Slack', relay.bare),
    row('a relayed message, at Slack', relay, times(relay.ratio, AIMS.relay)),
    row('… what it takes longer, round by round', relay.added),
    row('an event of Slack, answered', answers, tail(answers)),
    row('functions that start, until they serve', cold.load),
    row('… the first event of Slack, answered', cold),
    `  a worker loads in ${load.ms} ms of processor time and ${load.mb} MiB; with compiled code in ${load.cached.ms} ms, ${times(load.ratio)}`,
  ];
}

/** Characters of the longest name. */
const NAMES = 38;

function row(name: string, { p50, p95, late, lost }: Figures, beside = ''): string {
  const missed = late + lost > 0 ? `  late ${late}, lost ${lost}` : '';
  return `  ${name.padEnd(NAMES)} ${tall(p50)} ${tall(p95)}  ${beside}${missed}`.trimEnd();
}

const tail = ({ p99, max, count }: Answers): string =>
  `p99 ${p99.toFixed(1)} (aim ${ANSWER_AIM}), at most ${max.toFixed(1)}, of ${count}`;
const tall = (value: number): string => value.toFixed(1).padStart(7);
const times = (ratio: number, aim?: number): string =>
  `${ratio.toFixed(2)} ×${aim === undefined ? '' : ` (aim ${aim})`}`;
