import { describe, expect, it } from 'vitest';
import { PORT_NAMES, portsFrom, variableOf } from '../../scripts/stack/ports.ts';
import { UserError } from '../../scripts/user-error.ts';

describe('the ports of a run', () => {
  it('are the usual ones where nothing is said', () => {
    expect(portsFrom({})).toMatchObject({
      web: 5000,
      slack: 4390,
      auth: 9099,
      firestore: 8080,
      functions: 5001,
    });
  });

  it.each(PORT_NAMES)('let a variable set the one of %s, and it alone', (name) => {
    expect(portsFrom({ [variableOf(name)]: '12345' })).toEqual({ ...portsFrom({}), [name]: 12_345 });
  });

  it('are all shifted by the offset', () => {
    const shifted = portsFrom({ TSUNAGI_PORT_OFFSET: '300' });
    expect(PORT_NAMES.map((name) => shifted[name] - portsFrom({})[name])).toEqual(PORT_NAMES.map(() => 300));
  });

  it('are not shifted where a variable or the caller names one', () => {
    const env = { TSUNAGI_PORT_OFFSET: '300', TSUNAGI_WEB_PORT: '5050' };
    expect(portsFrom(env, { auth: 9999 })).toMatchObject({ web: 5050, auth: 9999, functions: 5301 });
  });

  it('take an empty variable for one that is not set', () => {
    expect(portsFrom({ TSUNAGI_WEB_PORT: '' })).toEqual(portsFrom({}));
  });
});

describe('a port that cannot be', () => {
  it.each([
    [
      'a word',
      { TSUNAGI_WEB_PORT: 'abc' },
      'TSUNAGI_WEB_PORT is "abc": it must be a whole number from 1 to 65535.',
    ],
    ['zero', { TSUNAGI_AUTH_PORT: '0' }, 'TSUNAGI_AUTH_PORT is "0"'],
    ['one too high', { TSUNAGI_SLACK_PORT: '65536' }, 'TSUNAGI_SLACK_PORT is "65536"'],
    ['a fraction', { TSUNAGI_PORT_OFFSET: '1.5' }, 'TSUNAGI_PORT_OFFSET is "1.5"'],
    [
      'one shifted too high',
      { TSUNAGI_PORT_OFFSET: '60000' },
      'is no port from 1 to 65535: set TSUNAGI_AUTH_PORT or TSUNAGI_PORT_OFFSET',
    ],
    [
      'one that browsers refuse',
      { TSUNAGI_WEB_PORT: '6000' },
      'is one that browsers refuse: set TSUNAGI_WEB_PORT',
    ],
    [
      'one that two want',
      { TSUNAGI_WEB_PORT: '9099' },
      'Port 9099, meant for the Auth emulator, is meant for the web app too: set TSUNAGI_AUTH_PORT or TSUNAGI_WEB_PORT',
    ],
  ])('is named in a sentence, with the variable that sets it: %s', (_, env, sentence) => {
    expect(() => portsFrom(env)).toThrow(UserError);
    expect(() => portsFrom(env)).toThrow(sentence);
  });
});
