import { describe, expect, it } from 'vitest';
import type { Foreseen } from '../../../scripts/mutants/foresight/foresee.ts';
import type { Mutant } from '../../../scripts/mutants/mutate.ts';
import { reachOf } from '../../../scripts/mutants/reach.ts';
import { type Lane, type Trial, tryMutants } from '../../../scripts/mutants/trial.ts';
import { type Case, get } from '../../rules/wire/index.ts';
import { all, asks, gets, laneOf, lists, makes, rules, turned } from './small-rules.ts';

const first = turned.slice(0, 1);
const tried = (
  lanes: readonly Lane[],
  mutants: readonly Mutant[],
  cases: readonly Case[],
  more: Partial<Trial> = {},
) =>
  tryMutants({
    mutants,
    lanes,
    reach: ({ source }) => ({ cases, source }),
    foresight: () => () => 'unknown',
    signal: new AbortController().signal,
    ...more,
  });

describe('a mutant', () => {
  it('is killed by the first case that disagrees', async () => {
    const { lane, log } = laneOf((_, one) => one === makes);
    const [outcome] = await tried([lane], first, [gets, makes, lists]);
    expect(outcome).toMatchObject({ fate: 'killed', by: makes, asked: 2 });
    expect(log).toEqual(['gets', 'makes']);
  });

  it('survives when none does', async () => {
    const [outcome] = await tried([laneOf(() => false).lane], first, [gets, makes]);
    expect(outcome).toMatchObject({ fate: 'survived', mutant: turned[0], asked: 2 });
  });

  it('is invalid when the emulator takes it for no rules, and is tried on no case', async () => {
    const { lane, log } = laneOf(
      () => true,
      () => true,
    );
    const [outcome] = await tried([lane], first, [gets]);
    expect(outcome).toMatchObject({ fate: 'invalid', why: 'broken' });
    expect(log).toEqual([]);
  });

  it('is tried on cases that it reaches alone', async () => {
    const { lane, log } = laneOf(() => false);
    await tried([lane], first, [], { reach: reachOf(rules, [lists, gets, makes]) });
    expect(log).toEqual(['gets']);
  });

  it('is tried under the rules that its cases need alone', async () => {
    const { lane, loaded } = laneOf(() => false);
    await tried([lane], first, [], { reach: reachOf(rules, [gets]) });
    expect(loaded).toEqual([expect.not.stringContaining('allow create')]);
  });

  it('is no mutant where only what is left of it is no rules', async () => {
    const { lane } = laneOf(
      () => false,
      (source) => source === 'less',
    );
    const less = tried([lane], first, [], { reach: () => ({ cases: [gets], source: 'less' }) });
    await expect(less).rejects.toThrow(
      'Mutant one 1:31 equal: these are no rules once they are pruned: broken',
    );
  });

  it('is tried first on what will notice it, then on what may, and on nothing else', async () => {
    const { lane, log } = laneOf(() => false);
    const foreseen = new Map<Case, Foreseen>([
      [lists, 'allowed'],
      [makes, 'denied'],
    ]);
    await tried([lane], first, [gets, lists, makes], {
      foresight: () => (one) => foreseen.get(one) ?? 'unknown',
    });
    expect(log).toEqual(['makes', 'gets']);
  });

  it('stops everything where an answer is no verdict, and says which it was', async () => {
    const lane: Lane = { load: async () => undefined, play: () => Promise.reject(new Error('no answer')) };
    await expect(tried([lane], first, [gets])).rejects.toThrow('Mutant one 1:31 equal: Error: no answer');
  });

  it('is not tried any more when the run is stopped', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(tried([laneOf(() => true).lane], first, [gets], { signal })).rejects.toThrow('stopped');
  });

  it('is tried in one lane, while others are in others, and told in its place', async () => {
    const lanes = [laneOf(() => true), laneOf(() => true)];
    const outcomes = await tried(
      lanes.map(({ lane }) => lane),
      turned.slice(0, 4),
      [gets],
    );
    expect(outcomes.map(({ mutant }) => mutant)).toEqual(turned.slice(0, 4));
    expect(lanes.map(({ log }) => log.length)).toEqual([2, 2]);
  });
});

describe('a mutant is first tried', () => {
  const ofOne = (operator: string) =>
    all.filter((mutant) => mutant.id.startsWith('one ') && mutant.operator.name === operator);
  const elsewhere = { ...asks('elsewhere', get('b/1')), about: 'documents' };
  const denied = asks('denied', get('a/2'), false);
  const deniedElsewhere = { ...denied, name: 'denied elsewhere', about: 'documents' };
  const cases = [denied, gets, deniedElsewhere, elsewhere];

  it('on cases about its collection that are likely to notice it', async () => {
    const { lane, log } = laneOf(() => false);
    await tried([lane], ofOne('equal'), cases);
    expect(log).toEqual(['elsewhere', 'denied elsewhere', 'gets', 'denied']);
    log.length = 0;
    await tried([lane], ofOne('number').slice(0, 1), cases);
    expect(log).toEqual(['denied elsewhere', 'elsewhere', 'denied', 'gets']);
  });

  it('on what has killed its neighbours', async () => {
    const { lane, log } = laneOf((_, one) => one === denied);
    await tried([lane], ofOne('number').slice(0, 2), cases);
    expect(log).toEqual(['denied elsewhere', 'elsewhere', 'denied', 'denied']);
  });
});
