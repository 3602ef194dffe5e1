import { collection, getDocs, limit, orderBy, query, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { FRESH, givenLobby, HERS, hello, link, SAID, said, written } from './lobby.ts';
import {
  type Actor,
  allows,
  component,
  denies,
  type Fields,
  firestoreOf,
  given,
  givenAll,
  past,
  person,
  rulesWorld,
  without,
} from './world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = `mirrors/lobby-${HERS}`;
const mirror = component('mirror');
const post = component('slackPost');
const others = (...names: string[]) => COMPONENTS.filter((name) => !names.includes(name));

const mark: Fields = {
  room: 'lobby',
  message: HERS,
  at: written,
  wanted: 1,
  sent: 0,
  state: 'wanted',
  attempts: 0,
  lease: 0,
};
const held = { ...link, lease: { number: 5, held: true, since: past(10) } };

describe('reading mirrors', () => {
  it('is for those who raise and reach the level', async () => {
    await given(path, mark);
    await allows.get(mirror, path);
    await allows.get(post, path);
    await denies.get(person('alice'), path);
    for (const name of others('mirror', 'slackPost')) await denies.get(component(name), path);
  });
  const due = (actor: Actor, most: number) =>
    getDocs(
      query(
        collection(firestoreOf(actor), 'mirrors'),
        where('room', '==', 'lobby'),
        where('state', 'in', ['wanted', 'sending']),
        orderBy('at'),
        limit(most),
      ),
    );
  it('in lists is for slackPost and slackApply, a page at a time', async () => {
    await allows.query(due(post, 50));
    await allows.query(due(component('slackApply'), 50));
    await denies.query(due(post, 51));
    await denies.query(due(mirror, 50));
    await denies.query(due(person('alice'), 50));
  });
});

describe('a mirror', () => {
  it('is marked by mirror, for a message of a linked room', () => allows.set(mirror, path, mark));
  it.each<[string, Actor, string, Fields]>([
    ['a person', person('alice'), path, mark],
    ['another id', mirror, 'mirrors/lobby-x', mark],
    ['another time', mirror, path, { ...mark, at: past(1) }],
    ['a revision that is not there', mirror, path, { ...mark, wanted: 2 }],
    ['no revision', mirror, path, { ...mark, wanted: 0 }],
    ['a revision that is none', mirror, path, { ...mark, wanted: '1' }],
    ['something sent', mirror, path, { ...mark, sent: 1 }],
    ['another state', mirror, path, { ...mark, state: 'sent' }],
    ['attempts', mirror, path, { ...mark, attempts: 1 }],
    ['a lease', mirror, path, { ...mark, lease: 4 }],
    ['a ts', mirror, path, { ...mark, ts: '1.000000' }],
    ['a message that is not there', mirror, `mirrors/lobby-${FRESH}`, { ...mark, message: FRESH }],
  ])('is denied with %s', (_, actor, where, fields) => denies.set(actor, where, fields));
  it.each(others('mirror'))('is not marked by %s', (name) => denies.set(component(name), path, mark));

  it('is not made of what came from Slack', async () => {
    await given(`rooms/lobby/messages/${SAID}`, { ...said, at: written });
    await denies.set(mirror, `mirrors/lobby-${SAID}`, { ...mark, message: SAID });
  });
  it('is not made in a room without a link', async () => {
    await given(`rooms/closet/messages/${HERS}`, { ...hello, at: written });
    await denies.set(mirror, `mirrors/closet-${HERS}`, { ...mark, room: 'closet' });
  });
  it('is not removed', async () => {
    await given(path, mark);
    await denies.delete(mirror, path);
    await denies.delete(post, path);
  });
});

describe('wanting more', () => {
  const message = `rooms/lobby/messages/${HERS}`;
  const sent = { ...mark, sent: 1, state: 'sent', lease: 4, channel: 'C0LOBBY', ts: '1700000000.000100' };

  it.each(['wanted', 'sent', 'failed', 'void'])('sets a mirror that is %s to wanted', async (state) => {
    await givenAll({ [message]: { ...hello, at: written, revision: 2 }, [path]: { ...sent, state } });
    await allows.update(mirror, path, { wanted: 2, state: 'wanted' });
  });
  it('leaves a mirror that is sending in doubt', async () => {
    await givenAll({
      [message]: { ...hello, at: written, revision: 2 },
      [path]: { ...mark, state: 'sending' },
    });
    await denies.update(mirror, path, { wanted: 2, state: 'wanted' });
    await allows.update(mirror, path, { wanted: 2, state: 'sending' });
  });
  it.each<[string, Actor, Fields]>([
    ['by slackPost', post, { wanted: 2, state: 'wanted' }],
    ['by a person', person('alice'), { wanted: 2, state: 'wanted' }],
    ['beyond what is there', mirror, { wanted: 3, state: 'wanted' }],
    ['as much as before', mirror, { wanted: 1, state: 'wanted' }],
    ['less than before', mirror, { wanted: 0, state: 'wanted' }],
    ['and calling it sent', mirror, { wanted: 2, state: 'sent' }],
    ['and forgetting what was sent', mirror, { wanted: 2, state: 'wanted', sent: 0 }],
    ['and taking it for another message', mirror, { wanted: 2, state: 'wanted', message: FRESH }],
  ])('is denied %s', async (_, actor, fields) => {
    await givenAll({ [message]: { ...hello, at: written, revision: 2 }, [path]: sent });
    await denies.update(actor, path, fields);
  });
});

describe('the work of slackPost', () => {
  const sending = { ...mark, state: 'sending', attempts: 1, lease: 5 };
  const shown = {
    sent: 1,
    wanted: 1,
    state: 'sent',
    lease: 5,
    attempts: 0,
    channel: 'C0LOBBY',
    ts: '1700000000.000100',
  };
  const begun = { state: 'sending', attempts: 1, lease: 5 };

  const rows: [string, Fields, Fields][] = [
    ['begins an attempt', mark, begun],
    ['begins another attempt', sending, { ...begun, attempts: 2 }],
    ['records what Slack shows', sending, shown],
    [
      'records a part of what is wanted',
      { ...sending, wanted: 2 },
      { ...without(shown, 'wanted'), state: 'wanted' },
    ],
    ['records more than was wanted', sending, { ...shown, sent: 2, wanted: 2 }],
    [
      'records that there is nothing to show',
      sending,
      { sent: 1, wanted: 1, state: 'void', lease: 5, attempts: 0 },
    ],
    ['puts back what Slack has not done', sending, { state: 'wanted', attempts: 0, lease: 5 }],
    [
      'puts back what is in doubt, with a reason',
      sending,
      { state: 'sending', attempts: 0, lease: 5, error: 'x' },
    ],
    ['gives up', sending, { state: 'failed', error: 'msg_too_long', lease: 5 }],
    ['gives up before an attempt', mark, { state: 'failed', error: 'unreadable', lease: 5 }],
  ];
  it.each(rows)('%s', async (_, before, fields) => {
    await givenAll({ 'links/lobby': held, [path]: before });
    await allows.update(post, path, fields);
  });
  it.each(rows)('%s, but not without the lease', async (_, before, fields) => {
    await givenAll({ 'links/lobby': { ...held, lease: { ...held.lease, held: false } }, [path]: before });
    await denies.update(post, path, fields);
  });
  it.each(rows)('%s, but not under an older lease', async (_, before, fields) => {
    await givenAll({ 'links/lobby': held, [path]: before });
    await denies.update(post, path, { ...fields, lease: 4 });
  });
  it.each(rows)('%s, but nobody else does', async (_, before, fields) => {
    await givenAll({ 'links/lobby': held, [path]: before });
    for (const name of others('slackPost')) await denies.update(component(name), path, fields);
    await denies.update(person('olga'), path, fields);
  });

  it.each<[string, Fields, Fields]>([
    ['an attempt that is not counted', mark, { ...begun, attempts: 0 }],
    ['an attempt at what is settled', { ...mark, ...shown }, begun],
    ['an attempt with a ts', mark, { ...begun, ts: '1700000000.000100' }],
    ['sent without an attempt', mark, shown],
    ['sent without a ts', sending, without(shown, 'ts')],
    ['sent without a channel', sending, without(shown, 'channel')],
    ['sent with a ts that is none', sending, { ...shown, ts: 'soon' }],
    ['sent to a channel that is none', sending, { ...shown, channel: 5 }],
    ['sent with a ts that is no text', sending, { ...shown, ts: 1_700_000_000 }],
    ['sent with nothing', sending, { ...shown, sent: 0, wanted: 0 }],
    ['sent with attempts', sending, { ...shown, attempts: 1 }],
    ['sent, though more is wanted', { ...sending, wanted: 2 }, shown],
    ['sent, and wanting more', sending, { ...shown, wanted: 2 }],
    ['wanted, though all is shown', sending, { ...shown, state: 'wanted' }],
    ['wanted at another level', { ...sending, wanted: 3 }, { ...shown, wanted: 2, state: 'wanted' }],
    ['shown in another state', sending, { ...shown, state: 'failed' }],
    [
      'void, though Slack has it',
      { ...sending, ts: '1700000000.000100' },
      { sent: 1, wanted: 1, state: 'void', lease: 5, attempts: 0 },
    ],
    ['void without an attempt', mark, { sent: 1, wanted: 1, state: 'void', lease: 5 }],
    ['void with attempts', sending, { sent: 1, wanted: 1, state: 'void', lease: 5, attempts: 1 }],
    [
      'void below what is wanted',
      { ...sending, wanted: 2 },
      { sent: 1, wanted: 1, state: 'void', lease: 5, attempts: 0 },
    ],
    ['void at two levels', sending, { sent: 2, wanted: 1, state: 'void', lease: 5, attempts: 0 }],
    [
      'void and a ts',
      sending,
      { sent: 1, wanted: 1, state: 'void', lease: 5, attempts: 0, ts: '1700000000.000100' },
    ],
    ['a put-back with fewer than no attempts', sending, { state: 'wanted', attempts: -1, lease: 5 }],
    [
      'a put-back with an endless reason',
      sending,
      { state: 'wanted', attempts: 0, lease: 5, error: 'x'.repeat(501) },
    ],
    ['a put-back of what is settled', { ...mark, ...shown }, { state: 'wanted', attempts: 0, lease: 5 }],
    ['a put-back that forgets the level', sending, { state: 'wanted', attempts: 0, lease: 5, wanted: 0 }],
    ['giving up without a reason', sending, { state: 'failed', lease: 5 }],
    ['giving up with an endless reason', sending, { state: 'failed', error: 'x'.repeat(501), lease: 5 }],
    ['giving up what is settled', { ...mark, ...shown }, { state: 'failed', error: 'x', lease: 5 }],
    ['giving up and forgetting', sending, { state: 'failed', error: 'x', lease: 5, sent: 9 }],
  ])('is denied: %s', async (_, before, fields) => {
    await givenAll({ 'links/lobby': held, [path]: before });
    await denies.update(post, path, fields);
  });
});
