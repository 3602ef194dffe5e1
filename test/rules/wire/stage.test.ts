import { describe, expect, it } from 'vitest';
import {
  ago,
  type Case,
  create,
  type Documents,
  get,
  type Project,
  person,
  playAll,
  type Request,
  SERVER_TIME,
  Stage,
  update,
  type Verdict,
} from './index.ts';

/** A project that tells what was asked of it, and says what it is told to. */
function told(say: (request: Request) => Verdict | Promise<Verdict> = () => 'allowed') {
  const log: string[] = [];
  const project: Project = {
    id: 'told',
    load: () => Promise.resolve(undefined),
    ask: async (_, request) => {
      log.push(request.do);
      return say(request);
    },
    keep: async (documents: Documents, gone = []) => {
      const what = [...Object.keys(documents), ...gone.map((path) => `-${path}`)];
      if (what.length > 0) log.push(`keep ${what.join(' ')}`);
    },
    read: () => Promise.resolve(undefined),
    coverage: () => Promise.resolve({}),
    clear: async () => {
      log.push('clear');
    },
  };
  return { project, stage: new Stage(project), log };
}

const as = person('alice');
const reads: Case = { name: 'reads', about: 'a', as, given: { 'a/1': { n: 1 } }, ask: get('a/1'), may: true };
const writes: Case = { ...reads, name: 'writes', ask: update('a/1', { n: 2 }) };
const makes: Case = { ...reads, name: 'makes', ask: create('a/2', { n: 2 }) };

describe('a stage', () => {
  it('brings the documents of a case, from nothing', async () => {
    const { stage, log } = told();
    await stage.play(reads);
    expect(log).toEqual(['clear', 'keep a/1', 'get']);
  });

  it('leaves documents alone that are the same, and takes away what the next case has not', async () => {
    const { stage, log } = told();
    await stage.play(reads);
    log.length = 0;
    await stage.play({ ...reads, given: { 'a/1': { n: 1 } } });
    await stage.play({ ...reads, given: { 'a/1': { n: 2 }, 'b/1': {} } });
    await stage.play({ ...reads, given: { 'b/1': {} } });
    expect(log).toEqual(['get', 'keep a/1 b/1', 'get', 'keep -a/1', 'get']);
  });

  it('undoes a write that was allowed before the next case', async () => {
    const { stage, log } = told();
    for (const one of [writes, makes, reads]) await stage.play(one);
    expect(log).toEqual(['clear', 'keep a/1', 'update', 'keep a/1', 'create', 'keep -a/2', 'get']);
  });

  it('undoes nothing after a denial', async () => {
    const { stage, log } = told(() => 'denied');
    for (const one of [writes, makes, reads]) await stage.play({ ...one, may: false });
    expect(log).toEqual(['clear', 'keep a/1', 'update', 'create', 'get']);
  });

  it('writes documents anew that hold a time of asking', async () => {
    const { stage, log } = told();
    for (const at of [ago(1), SERVER_TIME]) {
      const one = { ...reads, given: { 'a/1': { at }, 'a/2': {} } };
      for (let time = 0; time < 2; time += 1) await stage.play(one);
    }
    expect(log.filter((what) => what === 'keep a/1')).toHaveLength(3);
  });

  it('asks again where the answer came too late for its times', async () => {
    const waits = [400, 0];
    const { stage, log } = told(async () => {
      await new Promise((resolve) => setTimeout(resolve, waits.shift()));
      return 'allowed' as const;
    });
    expect(await stage.play({ ...reads, given: { 'a/1': { at: ago(1) } } })).toBeUndefined();
    expect(log.filter((what) => what === 'get')).toHaveLength(2);
  });

  it('says in a sentence what is otherwise than it should be', async () => {
    expect(await told(() => 'denied').stage.play(reads)).toBe('a: reads: should be allowed and is denied');
    expect(await told().stage.play({ ...reads, may: false })).toBe(
      'a: reads: should be denied and is allowed',
    );
  });

  it('expects of several requests that all but the last are allowed', async () => {
    const several: Case = { ...reads, ask: [create('a/2', {}), create('a/3', {})], may: false };
    const answers = (...verdicts: Verdict[]) => told(() => verdicts.shift() ?? 'allowed').stage.play(several);
    expect(await answers('allowed', 'denied')).toBeUndefined();
    expect(await answers('denied', 'denied')).toContain('request 1 of 2 should be allowed and is denied');
    expect(await answers('allowed', 'allowed')).toContain('request 2 of 2 should be denied and is allowed');
  });

  it('does not know its documents any more after an answer that is no verdict', async () => {
    let isBroken = true;
    const { stage, log } = told(() => {
      if (isBroken) throw new Error('no verdict');
      return 'allowed';
    });
    await expect(stage.play(writes)).rejects.toThrow('no verdict');
    isBroken = false;
    await stage.play(reads);
    expect(log).toEqual(['clear', 'keep a/1', 'update', 'keep a/1', 'get']);
  });
});

describe('playing all', () => {
  const denied: Case = { ...writes, name: 'is denied', may: false };
  it('brings the documents once for all cases that have them', async () => {
    const { stage, log } = told((request) => (request.do === 'update' ? 'denied' : 'allowed'));
    const other = { ...reads, name: 'other', given: {} };
    expect((await playAll(stage, [reads, other, denied, { ...reads }, denied])).size).toBe(0);
    expect(log).toEqual(['clear', 'keep a/1', 'get', 'update', 'get', 'update', 'keep -a/1', 'get']);
  });

  it('tells of each case what went wrong, also where the answer is no verdict', async () => {
    const { stage } = told((request) => {
      if (request.do === 'create') throw new Error('no verdict');
      return 'allowed';
    });
    const wrong = await playAll(stage, [reads, denied, makes]);
    expect([...wrong.keys()]).toEqual([denied, makes]);
    expect(wrong.get(denied)).toContain('should be denied and is allowed');
    expect(wrong.get(makes)).toContain('a: makes: Error: no verdict');
  });
});
