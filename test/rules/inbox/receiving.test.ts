import { limit, type QueryConstraint, where } from 'firebase/firestore';
import { describe, it } from 'vitest';
import { type Fields, future, now, past, without } from '../fields.ts';
import { alice } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, nobody, operator, others, rulesWorld } from '../world.ts';

rulesWorld();

const DAY = 86_400;
const receive = component('slackReceive');
const path = 'inbox/Ev1';
const entry: Fields = {
  team: 'T1',
  app: 'A1',
  type: 'message',
  body: '{}',
  received: now,
  expires: future(14 * DAY),
  state: 'received',
};

describe('an inbox entry', () => {
  it.each<[string, Fields]>([
    ['as it came', entry],
    ['with 900,000 characters', { ...entry, body: 'x'.repeat(900_000) }],
    [
      'with names at their longest',
      { ...entry, team: 'T'.repeat(40), app: 'A'.repeat(40), type: 't'.repeat(100) },
    ],
    ['for almost fifteen days', { ...entry, expires: future(15 * DAY - 60) }],
  ])('is stored by slackReceive: %s', (_, fields) => allows.set(receive, path, fields));
  it('is found again by slackReceive and sweep', async () => {
    for (const name of ['slackReceive', 'sweep'] as const) {
      await allows.get(component(name), 'inbox/Ev2');
      await given(path, entry);
      await allows.get(component(name), path);
    }
  });
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ['a person', alice],
    ['an operator', operator('ona')],
    ...others('slackReceive').map((name): [string, Actor] => [name, component(name)]),
  ])('is neither stored nor read by %s', async (who, actor) => {
    await denies.set(actor, path, entry);
    await given(path, entry);
    if (who !== 'sweep') await denies.get(actor, path);
  });

  // Each row is the first write, changed in one thing.
  it.each<[string, Fields]>([
    ['without a team', without(entry, 'team')],
    ['with a team of 41 characters', { ...entry, team: 'T'.repeat(41) }],
    ['without an app', { ...entry, app: '' }],
    ['with an app of 41 characters', { ...entry, app: 'A'.repeat(41) }],
    ['without a type', without(entry, 'type')],
    ['with a type of 101 characters', { ...entry, type: 't'.repeat(101) }],
    ['with a body that is no text', { ...entry, body: {} }],
    ['with 900,001 characters', { ...entry, body: 'x'.repeat(900_001) }],
    ['at another time', { ...entry, received: past() }],
    ['without a time', without(entry, 'received')],
    ['without an end', without(entry, 'expires')],
    ['with an end that is none', { ...entry, expires: 'never' }],
    ['with an end in the past', { ...entry, expires: past(1) }],
    ['for more than fifteen days', { ...entry, expires: future(15 * DAY + 60) }],
    ['as applied', { ...entry, state: 'applied' }],
    ['without a state', without(entry, 'state')],
    ['with a reason', { ...entry, reason: 'x' }],
    ['with nudges', { ...entry, nudges: 1 }],
    ['with an unknown field', { ...entry, seen: true }],
  ])('is not stored %s', (_, fields) => denies.set(receive, path, fields));
  it('is not stored twice, and not removed', async () => {
    await given(path, { ...entry, received: past() });
    await denies.set(receive, path, entry);
    for (const name of ['slackReceive', 'slackApply', 'sweep'] as const)
      await denies.delete(component(name), path);
  });
});

describe('the wish that a channel is looked through', () => {
  const sweep = component('sweep');
  const wish: Fields = { ...entry, type: 'look', app: 'sweep', expires: future(DAY) };
  it.each(['look-lobby-1', `look-${'l'.repeat(40)}-${'9'.repeat(12)}`])('is stored by sweep: %s', (id) =>
    allows.set(sweep, `inbox/${id}`, wish),
  );
  it.each<[string, Actor, string, Fields]>([
    ['by slackApply', component('slackApply'), 'look-lobby-1', wish],
    ['under the id of an event', sweep, 'Ev2', wish],
    ['for no room', sweep, 'look--1', wish],
    ['for a room that is none', sweep, 'look-a-b-1', wish],
    ['for a room with an endless id', sweep, `look-${'l'.repeat(41)}-1`, wish],
    ['at no time', sweep, 'look-lobby-', wish],
    ['at an endless time', sweep, `look-lobby-${'9'.repeat(13)}`, wish],
    ['as something that was said', sweep, 'look-lobby-1', { ...wish, type: 'message' }],
    ['as done', sweep, 'look-lobby-1', { ...wish, state: 'applied' }],
    ['at another time', sweep, 'look-lobby-1', { ...wish, received: past() }],
  ])('is not stored %s', (_, actor, id, fields) => denies.set(actor, `inbox/${id}`, fields));
});

describe('a list of the inbox', () => {
  const waiting = where('state', '==', 'received');
  it.each(['sweep', 'operate'] as const)('is for %s', (name) =>
    allows.list(component(name), 'inbox', waiting, limit(50)),
  );
  it.each<[string, Actor, QueryConstraint[]]>([
    ['sweep, 51 at once', component('sweep'), [waiting, limit(51)]],
    ['sweep, without an end', component('sweep'), [waiting]],
    ['operate, 51 at once', component('operate'), [waiting, limit(51)]],
    ['nobody', nobody, [waiting, limit(50)]],
    ['a person', alice, [waiting, limit(50)]],
    ['an operator', operator('ona'), [waiting, limit(50)]],
    ...others('sweep', 'operate').map((name): [string, Actor, QueryConstraint[]] => [
      name,
      component(name),
      [waiting, limit(50)],
    ]),
  ])('is not for %s', (_, actor, which) => denies.list(actor, 'inbox', ...which));
});
