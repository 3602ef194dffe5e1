import { beforeEach, describe, it } from 'vitest';
import { type Fields, future, gone, past, without } from '../fields.ts';
import { at, givenLobby, HERS, hello, written } from '../lobby.ts';
import { denies } from '../verdict.ts';
import { component, givenAll, rulesWorld } from '../world.ts';
import { back, begun, held, letter, mark, nothing, seen, sending, shown } from './mark.ts';

rulesWorld();
beforeEach(givenLobby);

const path = `mirrors/lobby-${HERS}`;
const again: Fields = without(begun, 'doubt');
const doubt = begun.doubt as Fields;
const failed: Fields = { state: 'failed', error: 'x', lease: 5 };
const settled: Fields = { ...mark, ...without(shown, 'doubt') };
const ts = String(seen.ts);
const endless = `${'1'.repeat(21)}.000100`;
const OTHER = '1700000000.000200';

/** Each row is something that slackPost does (see posting.test.ts), changed in one thing. */
const ATTEMPTS: [string, Fields, Fields][] = [
  ['that is not counted', mark, { ...begun, attempts: 0 }],
  ['that is counted twice', mark, { ...begun, attempts: 2 }],
  ['that leaves it as wanted', mark, { ...begun, state: 'wanted' }],
  ['that calls it sent', mark, { ...begun, state: 'sent' }],
  ['that is counted by half', mark, { ...begun, attempts: 0.5 }],
  ['at what is shown', settled, begun],
  ['at what was given up', { ...mark, state: 'failed' }, begun],
  ['at what is void', { ...mark, state: 'void' }, begun],
  ['the twenty-first time', { ...sending, attempts: 20 }, { ...again, attempts: 21 }],
  ['without a doubt', mark, again],
  ['in doubt since before', mark, { ...begun, doubt: { ...doubt, since: past(20) } }],
  ['in doubt from a time to come', mark, { ...begun, doubt: { ...doubt, since: future(20) } }],
  ['in doubt nowhere', mark, { ...begun, doubt: without(doubt, 'channel') }],
  ['in doubt in no workspace', mark, { ...begun, doubt: without(doubt, 'team') }],
  ['in doubt in a workspace that is none', mark, { ...begun, doubt: { ...doubt, team: 'ours' } }],
  ['in doubt in a channel that is none', mark, { ...begun, doubt: { ...doubt, channel: 'general' } }],
  ['in doubt in a thread that is none', mark, { ...begun, doubt: { ...doubt, thread: 'soon' } }],
  ['in doubt with more', mark, { ...begun, doubt: { ...doubt, note: 'x' } }],
  ['in doubt since later than before', sending, { ...begun, attempts: 2 }],
  ['and forgets what was in doubt', sending, { ...again, attempts: 2, doubt: gone }],
  ['with a ts', mark, { ...begun, ...seen }],
  ['with a reason', mark, { ...begun, error: 'x' }],
];
const SHOWN: [string, Fields, Fields][] = [
  ['without an attempt', mark, shown],
  ['without a ts', sending, without(shown, 'ts')],
  ['with a ts that is none', sending, { ...shown, ts: 'soon', parts: ['soon'] }],
  [
    'with a ts that is no text',
    sending,
    { ...shown, ts: 1_700_000_000.000_123, parts: [1_700_000_000.000_123] },
  ],
  [
    'with a ts of seven micros',
    sending,
    { ...shown, ts: '1700000000.0001000', parts: ['1700000000.0001000'] },
  ],
  ['with an endless ts', sending, { ...shown, ts: endless, parts: [endless] }],
  ['without its posts', sending, without(shown, 'parts')],
  ['with no posts', sending, { ...shown, parts: [] }],
  ['with a post that is none', sending, { ...shown, parts: [ts, 'soon'] }],
  ['with a post that is no text', sending, { ...shown, parts: [ts, 1.000123] }],
  ['with two posts in one', sending, { ...shown, parts: [ts, `${OTHER} ${OTHER}`] }],
  ['with posts that are no list', sending, { ...shown, parts: ts }],
  ['with another first post', sending, { ...shown, parts: [OTHER, ts] }],
  ['with 501 posts', sending, { ...shown, parts: Array.from({ length: 501 }, () => ts) }],
  ['in doubt', sending, without(shown, 'doubt')],
  ['in a thread that is none', sending, { ...shown, thread: 'soon' }],
  ['without a workspace', sending, without(shown, 'team')],
  ['in a workspace that is none', sending, { ...shown, team: 'ours' }],
  ['without a channel', sending, without(shown, 'channel')],
  ['in a channel that is none', sending, { ...shown, channel: 'general' }],
  ['in a channel that is no text', sending, { ...shown, channel: 5 }],
  ['with nothing', sending, { ...shown, sent: 0, wanted: 0 }],
  ['with half a revision', sending, { ...shown, sent: 1.5, wanted: 1.5 }],
  ['with attempts', sending, { ...shown, attempts: 1 }],
  ['beyond what the message has', sending, { ...shown, sent: 3, wanted: 3 }],
  ['though more is wanted', { ...sending, wanted: 2 }, shown],
  ['with more wanted than shown', sending, { ...shown, wanted: 2 }],
  ['with more shown than wanted', sending, { ...shown, sent: 2 }],
  ['in part, though it is all', sending, { ...shown, state: 'wanted' }],
  ['in part, at another level', { ...sending, wanted: 3 }, { ...shown, wanted: 2, state: 'wanted' }],
  ['further back', { ...sending, sent: 2, wanted: 3 }, { ...without(shown, 'wanted'), state: 'wanted' }],
  [
    'in part, with nothing',
    { ...sending, wanted: 2 },
    { ...without(shown, 'wanted'), sent: 0, state: 'wanted' },
  ],
  ['no further', { ...sending, sent: 1, wanted: 3 }, { ...without(shown, 'wanted'), state: 'wanted' }],
  ['as given up', sending, { ...shown, state: 'failed' }],
  ['with a reason', sending, { ...shown, error: 'x' }],
];
const VOID: [string, Fields, Fields][] = [
  ['though Slack has it', { ...sending, ts: '1700000000.000100' }, nothing],
  ['without an attempt', mark, nothing],
  ['with attempts', { ...sending, attempts: 2 }, { ...nothing, attempts: 1 }],
  ['below what is wanted', { ...sending, wanted: 2 }, nothing],
  ['beyond what the message has', sending, { ...nothing, sent: 3, wanted: 3 }],
  ['in doubt', sending, without(nothing, 'doubt')],
  ['at two levels', sending, { ...nothing, sent: 2 }],
  ['at half a level', sending, { ...nothing, sent: 1.5, wanted: 1.5 }],
  ['at level nought', { ...sending, wanted: 0 }, { ...nothing, sent: 0, wanted: 0 }],
  ['no further', { ...sending, sent: 1 }, nothing],
  ['with a ts', sending, { ...nothing, ...seen }],
  ['as something else', sending, { ...nothing, state: 'sent' }],
];
const BACK: [string, Fields, Fields][] = [
  ['from where it is settled', settled, back],
  ['from where it was given up', { ...mark, state: 'failed', attempts: 3 }, back],
  ['into another state', sending, { ...back, state: 'sent' }],
  ['as wanted, in doubt', sending, without(back, 'doubt')],
  ['in doubt, without its doubt', sending, { ...back, state: 'sending' }],
  ['in doubt of another kind', sending, { ...back, state: 'sending', doubt: { ...doubt, channel: 'C0X' } }],
  ['with fewer than no attempts', sending, { ...back, attempts: -1 }],
  ['with more attempts than before', sending, { ...back, attempts: 3 }],
  ['with half an attempt', sending, { ...back, attempts: 0.5 }],
  ['with a reason of 501 characters', sending, { ...back, error: 'x'.repeat(501) }],
  ['with no reason in its reason', sending, { ...back, error: '' }],
  ['at another level', sending, { ...back, wanted: 0 }],
  ['with something sent', sending, { ...back, sent: 1 }],
];
const GIVEN_UP: [string, Fields, Fields][] = [
  ['without a reason', sending, without(failed, 'error')],
  ['with a reason taken away', { ...sending, error: 'x' }, { ...failed, error: gone }],
  ['with a reason of 501 characters', sending, { ...failed, error: 'x'.repeat(501) }],
  ['without its doubt', sending, { ...failed, doubt: gone }],
  ['when it is shown', settled, failed],
  ['when it is void', { ...mark, state: 'void' }, failed],
  ['when it was before', { ...mark, state: 'failed' }, failed],
  ['with something sent', sending, { ...failed, sent: 9 }],
  ['with attempts', sending, { ...failed, attempts: 20 }],
];

describe.each([
  ['an attempt', ATTEMPTS],
  ['shown', SHOWN],
  ['void', VOID],
  ['put back', BACK],
  ['given up', GIVEN_UP],
])('slackPost does not write: %s', (_, rows) => {
  it.each(rows)('%s', async (_what, before, fields) => {
    await givenAll({
      'links/lobby': held,
      [at(HERS)]: { ...hello, at: written, revision: 2, text: '', deleted: written },
      [path]: before,
      [`deadLetters/lobby-${HERS}`]: letter,
    });
    await denies.update(component('slackPost'), path, fields);
  });
});

describe('slackPost does not write', () => {
  const message = { ...hello, at: written, revision: 2 };
  beforeEach(() => givenAll({ 'links/lobby': held, [path]: sending }));

  it('that there is nothing to show of what says something', async () => {
    await givenAll({ [at(HERS)]: message });
    await denies.update(component('slackPost'), path, nothing);
  });
  it.each<[string, Readonly<Record<string, Fields>>]>([
    ['without a dead letter', {}],
    ['with one that was discarded', { [`deadLetters/lobby-${HERS}`]: { ...letter, state: 'discarded' } }],
    ['with one of something else', { 'deadLetters/lobby-other': letter }],
  ])('that something is given up %s', async (_, letters) => {
    await givenAll({ [at(HERS)]: message, ...letters });
    await denies.update(component('slackPost'), path, failed);
  });
});
