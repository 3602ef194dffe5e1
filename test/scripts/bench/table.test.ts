import { describe, expect, it } from 'vitest';
import { type Bench, lostIn, tableOf } from '../../../scripts/bench/table.ts';

const figures = { p50: 10, p95: 20, late: 0, lost: 0 };
const compared = { ...figures, ratio: 1.1 };
const bench: Bench = {
  floor: figures,
  reply: { ...compared, p50: 14, ratio: 1.4 },
  alone: { ...figures, ratio: 1.8 },
  component: { ...compared, direct: { ...compared, admin: figures } },
  write: { ...compared, open: figures },
  relay: { ...compared, bare: figures, added: { ...figures, p50: 7 } },
  answers: { ...figures, p99: 30, max: 40, count: 500 },
  cold: { ...figures, load: figures },
  import: { ms: 400, mb: 100, cached: { ms: 300, mb: 110 }, ratio: 0.75 },
};
const lost = { ...figures, lost: 1 };

describe('what was lost', () => {
  it('is nothing where all came, late or not', () => {
    expect(lostIn({ ...bench, reply: { ...bench.reply, late: 7 } })).toBe(0);
  });

  it.each<[string, Partial<Bench>]>([
    ['the floor', { floor: lost }],
    ['the bare trigger', { alone: { ...bench.alone, lost: 1 } }],
    ['the reply', { reply: { ...bench.reply, lost: 1 } }],
    ['the component', { component: { ...bench.component, lost: 1 } }],
    ['the relay', { relay: { ...bench.relay, lost: 1 } }],
    ['the bare task', { relay: { ...bench.relay, bare: lost } }],
  ])('is counted for %s', (_, part) => {
    expect(lostIn({ ...bench, ...part })).toBe(1);
  });
});

describe('the table', () => {
  it('has the reply beside its floor, its aim, and what was late or lost', () => {
    const lines = tableOf({ ...bench, reply: { ...bench.reply, late: 2, lost: 1 } });
    expect(lines.find((line) => line.includes('a reply'))).toMatch(
      /14\.0 +20\.0 {2}1\.40 × \(aim 1\.25\), 1\.80 × .* {2}late 2, lost 1$/,
    );
  });

  it('has what a turn adds to a bare task', () => {
    expect(tableOf(bench).find((line) => line.includes('takes longer'))).toMatch(/ 7\.0 +20\.0$/);
  });

  it('has the slowest answers to Slack, and how many were too late', () => {
    const lines = tableOf({ ...bench, answers: { ...bench.answers, late: 1 } });
    expect(lines.find((line) => line.includes('an event of Slack'))).toMatch(
      /10\.0 +20\.0 {2}p99 30\.0 \(aim 300\), at most 40\.0, of 500 {2}late 1, lost 0$/,
    );
  });
});
