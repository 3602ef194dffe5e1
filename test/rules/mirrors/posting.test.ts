import { beforeEach, describe, it } from 'vitest';
import { type Fields, without } from '../fields.ts';
import { alice, at, givenLobby, HERS, hello, olga, written } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, givenAll, operator, others, rulesWorld } from '../world.ts';
import { back, begun, held, letter, mark, nothing, seen, sending, shown } from './mark.ts';

rulesWorld();
beforeEach(givenLobby);

const path = `mirrors/lobby-${HERS}`;
const post = component('slackPost');
const again: Fields = without(begun, 'doubt');
const part = (n: number) => `1700000000.${String(n).padStart(6, '0')}`;
const long = Array.from({ length: 500 }, (_, n) => part(n));
const twice: Fields = { sent: 2, wanted: 2 };

const doubt = begun.doubt as Fields;

/** What slackPost does: from where, and what it writes. The message has two revisions. */
const DEEDS: [string, Fields, Fields][] = [
  ['begins an attempt', mark, begun],
  ['begins an attempt in a thread', mark, { ...begun, doubt: { ...doubt, thread: part(1) } }],
  ['begins another attempt', sending, { ...again, attempts: 2 }],
  ['begins anew what was given up in doubt', { ...sending, state: 'wanted', attempts: 0 }, again],
  ['begins the twentieth attempt', { ...sending, attempts: 19 }, { ...again, attempts: 20 }],
  ['records what Slack shows', sending, shown],
  ['records a later revision', sending, { ...shown, ...twice }],
  [
    'records a later revision of what Slack has',
    { ...sending, ...seen, sent: 1, wanted: 2 },
    { ...shown, ...twice },
  ],
  ['records what Slack shows in a thread', sending, { ...shown, thread: part(1) }],
  ['records many posts', sending, { ...shown, ts: part(0), parts: long }],
  [
    'records a part of what is wanted',
    { ...sending, wanted: 2 },
    { ...without(shown, 'wanted'), state: 'wanted' },
  ],
  ['records that there is nothing to show', sending, nothing],
  ['records that there is nothing left to show', sending, { ...nothing, ...twice }],
  ['puts back what Slack has not done', sending, back],
  [
    'puts back what is in doubt',
    { ...sending, attempts: 3 },
    { state: 'sending', attempts: 3, lease: 5, error: 'x' },
  ],
  ['puts back with a reason of 500', sending, { ...back, error: 'x'.repeat(500) }],
  ['gives up', sending, { state: 'failed', error: 'msg_too_long', lease: 5 }],
  ['gives up before an attempt', mark, { state: 'failed', error: 'unreadable', lease: 5 }],
];

const givenMirror = (before: Fields, link: Fields = held) =>
  givenAll({
    'links/lobby': link,
    [at(HERS)]: { ...hello, at: written, revision: 2, text: '', deleted: written },
    [path]: before,
    [`deadLetters/lobby-${HERS}`]: letter,
  });

describe('slackPost', () => {
  it.each(DEEDS)('%s', async (_, before, fields) => {
    await givenMirror(before);
    await allows.update(post, path, fields);
  });
  describe.each(DEEDS)('%s', (_, before, fields) => {
    it('but not without the lease', async () => {
      await givenMirror(before, { ...held, lease: { number: 5, held: false, since: written } });
      await denies.update(post, path, fields);
    });
    it('but not under an older lease, or one to come', async () => {
      await givenMirror({ ...before, lease: 4 });
      await denies.update(post, path, { ...fields, lease: 4 });
      await denies.update(post, path, { ...fields, lease: 6 });
      await denies.update(post, path, without(fields, 'lease'));
    });
    it('but not in a room without a link', async () => {
      await givenMirror({ ...before, room: 'closet' });
      await denies.update(post, path, fields);
    });
    it.each<[string, Actor]>([
      ['who wrote the message', alice],
      ["the room's owner", olga],
      ['an operator', operator('ona')],
      ...others('slackPost').map((name): [string, Actor] => [name, component(name)]),
    ])('but %s does not', async (_who, actor) => {
      await givenMirror(before);
      await denies.update(actor, path, fields);
    });
    it('but leaves all else as it is', async () => {
      await givenMirror(before);
      for (const more of [{ room: 'closet' }, { message: 'x' }, { at: new Date() }, { note: 'x' }])
        await denies.update(post, path, { ...fields, ...more });
    });
  });
});
