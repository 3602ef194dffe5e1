import { describe, expect, it } from 'vitest';
import { traces } from '../../scripts/test/traces.ts';

const began = (name: string) => `i  functions: Beginning execution of "asia-northeast1-${name}"`;
const ended = (name: string, ms = '12.5') => `i  functions: Finished "asia-northeast1-${name}" in ${ms}ms`;
const said = (severity: string, message: string) =>
  `>  {"component":"reply","message":"${message}","severity":"${severity}"}`;

describe('the traces of a run', () => {
  it('are none where every call ended soon and well', () => {
    const log = [began('reply'), said('INFO', 'replied'), ended('reply'), 'i  functions: Watching'];
    expect(traces(log.join('\n'))).toEqual([]);
  });
  it('tell who is still at work', () => {
    const log = [began('mirror'), began('reply'), began('reply'), ended('mirror'), ended('reply')];
    expect(traces(log.join('\n'))).toEqual(['reply is at work: 1 of its calls did not end']);
  });
  it('do not take the end of an earlier call for one of a call that has yet to begin', () => {
    const log = [ended('sweep'), began('sweep')];
    expect(traces(log.join('\n'))).toEqual(['sweep is at work: 1 of its calls did not end']);
  });
  it('tell who was slow', () => {
    expect(traces([began('sweep'), ended('sweep', '61234.5')].join('\n'))).toEqual(['sweep took 61235 ms']);
  });
  it('tell what went wrong, without its colours and not in all its length', () => {
    const log = [
      '⚠  functions: Your function timed out',
      said('ERROR', 'x'.repeat(1_000)),
      '\u001B[33m⚠\u001B[39m  late',
    ];
    expect(traces(log.join('\n'))).toEqual([
      '⚠  functions: Your function timed out',
      expect.stringMatching(/^.{300}$/),
      '⚠  late',
    ]);
  });
});
