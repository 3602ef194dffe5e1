import { beforeEach, describe, expect, it } from 'vitest';
import { mirrorReactions } from '../../../functions/components/mirror-reactions.ts';
import { Refused } from '../../../functions/model/effect.ts';
import type { Reaction } from '../../../functions/model/reaction.ts';
import { asReactionMirror, type ReactionMirror } from '../../../functions/model/reaction-mirror.ts';
import { at, link, Memory } from '../memory.ts';

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  memory.set('links/lobby', link());
});

const reaction: Reaction = { by: { kind: 'person', id: 'alice' }, emoji: '🎉', on: true, at: at(1) };
const PATH = 'reactionMirrors/lobby-m1-reactions';
const hear = (over: Partial<Reaction> = {}) =>
  memory.run(
    mirrorReactions({ store: memory.reading })({
      room: 'lobby',
      message: 'm1',
      reaction: { ...reaction, ...over },
    }),
  );
const mark = () => memory.get<ReactionMirror>(PATH);

describe('mirrorReactions', () => {
  it('marks that Slack should show something else, and gives the room a turn', async () => {
    await hear();
    expect(mark()).toMatchObject({ room: 'lobby', message: 'm1', wanted: 1, sent: 0, state: 'wanted' });
    expect(asReactionMirror(mark()).ok).toBe(true);
    expect(memory.jobs).toEqual([{ room: 'lobby' }]);
  });
  it('wants one more with each change, whichever it is', async () => {
    await hear();
    memory.set(PATH, { ...mark(), state: 'sent', sent: 1 });
    memory.clock = at(9);
    await hear({ emoji: '❤️' });
    expect(mark()).toMatchObject({ wanted: 2, sent: 1, state: 'wanted', at: at(9) });
    expect(memory.jobs).toHaveLength(2);
  });
  it.each(['sending', 'failed'] as const)('leaves one that is %s half done', async (state) => {
    await hear();
    memory.set(PATH, { ...mark(), state });
    await hear();
    expect(mark()).toMatchObject({ wanted: 2, state: 'sending' });
  });
  it('lets what was given up begin anew', async () => {
    await hear();
    memory.set(PATH, { ...mark(), state: 'failed', attempts: 20, error: 'no_answer' });
    await hear();
    expect(mark()).toMatchObject({ state: 'sending', attempts: 0 });
    expect(mark()).not.toHaveProperty('error');
  });
  it('reads the mark again when somebody has moved it meanwhile', async () => {
    await hear();
    memory.refuses = (effect) => {
      if (effect.do !== 'update') return false;
      memory.refuses = () => false;
      memory.set(PATH, { ...mark(), wanted: 5, state: 'sending' });
      return true;
    };
    await hear();
    expect(mark()).toMatchObject({ wanted: 6, state: 'sending' });
  });
  it('says so when the rules refuse it though nobody has moved it', async () => {
    await hear();
    memory.refuses = (effect) => effect.do === 'update';
    await expect(hear()).rejects.toThrow(Refused);
  });
  it('passes over what came from Slack', async () => {
    await hear({ by: { kind: 'slack', id: 'T1-U1' } });
    expect(memory.effects).toEqual([]);
  });
  it('passes over rooms without a link', async () => {
    memory.documents.delete('links/lobby');
    await hear();
    expect(memory.effects).toEqual([]);
  });
});
