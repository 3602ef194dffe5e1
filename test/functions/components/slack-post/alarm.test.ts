import { describe, expect, it } from 'vitest';
import { Later, Refused } from '../../../../functions/model/effect.ts';
import { at, link } from '../../memory.ts';
import { alarms, changesIn, lobby, memory, mirrorOf, run, slack, wanted } from './turn.ts';

const refused = (code: string) => ({ kind: 'configuration', code }) as const;

describe('an operator is told', () => {
  it('once of what has to be mended, however often it is tried, and anew when it is something else', async () => {
    wanted('m1');
    slack.troubles = [refused('not_in_channel'), refused('not_in_channel'), refused('is_archived')];
    await run();
    await run();
    expect(alarms).toEqual([['link in trouble', { room: 'lobby', reason: 'not_in_channel' }]]);
    await run();
    expect(alarms.slice(1)).toEqual([['link in trouble', { room: 'lobby', reason: 'is_archived' }]]);
  });
  it('again where it comes back after all was well', async () => {
    wanted('m1');
    slack.troubles = [refused('not_in_channel'), undefined, refused('not_in_channel')];
    await run();
    await run();
    wanted('m2', { at: at(2) });
    await run();
    expect(alarms.map(([event]) => event)).toEqual(['link in trouble', 'link in trouble']);
  });
  it('that Slack gives no answer', async () => {
    wanted('m1');
    slack.losesAnswer = true;
    await expect(run()).rejects.toBeInstanceOf(Later);
    expect(alarms).toEqual([['link in trouble', { room: 'lobby', reason: 'no_answer' }]]);
  });
  it('nothing where Slack only asks to wait, before or after', async () => {
    memory.set('links/lobby', link({ error: 'not_in_channel' }));
    wanted('m1');
    slack.troubles = [{ kind: 'limited', seconds: 30 }];
    await expect(run()).rejects.toBeInstanceOf(Later);
    await run();
    expect(lobby()).not.toHaveProperty('error');
    expect(alarms).toEqual([]);
  });
  it('nothing of what did not come to be on record: whoever has the room now does', async () => {
    wanted('m1');
    slack.troubles = [refused('not_in_channel')];
    memory.refuses = (effect) =>
      changesIn(effect).some(({ path, fields }) => path === 'links/lobby' && 'error' in fields);
    await expect(run()).rejects.toBeInstanceOf(Refused);
    expect(alarms).toEqual([]);
  });
  it('of a new dead letter, and of one that was decided about and is open again', async () => {
    wanted('m1');
    slack.troubles = [{ kind: 'final', code: 'msg_too_long' }];
    await run();
    const told = ['given up', { room: 'lobby', message: 'm1', reason: 'msg_too_long' }];
    expect(alarms).toEqual([told]);
    memory.set('deadLetters/lobby-m1', { ...memory.get('deadLetters/lobby-m1'), state: 'redriven' });
    memory.set('mirrors/lobby-m1', { ...mirrorOf('m1'), state: 'wanted' });
    slack.troubles = [{ kind: 'final', code: 'msg_too_long' }];
    await run();
    expect(alarms).toEqual([told, told]);
  });
  it('once of a dead letter that was made before its maker died', async () => {
    wanted('m1');
    slack.troubles = [{ kind: 'final', code: 'msg_too_long' }];
    await run();
    memory.set('mirrors/lobby-m1', { ...mirrorOf('m1'), state: 'sending' });
    slack.troubles = [undefined, { kind: 'final', code: 'msg_too_long' }];
    await run();
    expect(memory.get('deadLetters/lobby-m1')).toMatchObject({ state: 'open' });
    expect(alarms).toHaveLength(1);
  });
});
