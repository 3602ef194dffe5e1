import { increment } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { type Fields, future, now, past, without } from '../fields.ts';
import { alice, at, bob, by, FRESH, givenLobby, HERS, hello, member, olga, place, SAID } from '../lobby.ts';
import { sends } from '../sending.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, given, guest, person, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

describe('a message', () => {
  it.each<[string, Actor, string]>([
    ['a member', alice, 'alice'],
    ['an owner', olga, 'olga'],
    ['a guest who is a member', guest('gus'), 'gus'],
  ])('is sent by %s', (_, as, uid) =>
    allows.batch(sends({ as, uid, id: FRESH, fields: { ...hello, author: by(uid) } })),
  );
  it.each<[string, Fields]>([
    ['in a thread of a message of the room', { ...hello, thread: HERS }],
    ['of 4,000 characters', { ...hello, text: 'あ'.repeat(4_000) }],
    ['of one', { ...hello, text: '👍' }],
  ])('is sent %s', (_, fields) => allows.batch(sends({ as: alice, id: FRESH, fields })));

  // Each row is the allowed write, changed in one thing.
  it.each<[string, Fields]>([
    ['as another', { ...hello, author: by('olga') }],
    ['as a component', { ...hello, author: { kind: 'component', id: 'alice' } }],
    ['as somebody in Slack', { ...hello, author: { kind: 'slack', id: 'alice' } }],
    ['as more than herself', { ...hello, author: { ...by('alice'), vip: true } }],
    ['as a mere name', { ...hello, author: 'alice' }],
    ['as nobody', without(hello, 'author')],
    ['with an empty text', { ...hello, text: '' }],
    ['with a text of blanks', { ...hello, text: ' \n\t' }],
    ['with a text of 4,001 characters', { ...hello, text: 'x'.repeat(4_001) }],
    ['with a text that is none', { ...hello, text: 5 }],
    ['without a text', without(hello, 'text')],
    ['at a time of its own', { ...hello, at: past() }],
    ['at a time to come', { ...hello, at: future() }],
    ['without a time', without(hello, 'at')],
    ['as a later revision', { ...hello, revision: 2 }],
    ['as revision nought', { ...hello, revision: 0 }],
    ['as a revision that is none', { ...hello, revision: '1' }],
    ['without a revision', without(hello, 'revision')],
    ['with an unknown field', { ...hello, pinned: true }],
    ['edited from the start', { ...hello, edited: now }],
    ['deleted from the start', { ...hello, deleted: now }],
    ['as a reply', { ...hello, reply: { to: HERS, state: 'done' } }],
    ['in a thread on nothing', { ...hello, thread: 'nothingNothing000001' }],
    ['in a thread on itself', { ...hello, thread: FRESH }],
    ['in a thread that is no id', { ...hello, thread: 7 }],
    ['in a thread that is a path', { ...hello, thread: `/${HERS}` }],
  ])('is not sent %s', (_, fields) => denies.batch(sends({ as: alice, id: FRESH, fields })));

  it('is not sent by a reader', () =>
    denies.batch(
      sends({ as: person('rita'), uid: 'rita', id: FRESH, fields: { ...hello, author: by('rita') } }),
    ));
  it.each<[string, Actor, string]>([
    ['somebody outside', bob, 'bob'],
    ["another room's owner", person('clara'), 'clara'],
  ])('is not sent by %s', async (_, as, uid) => {
    const fields = { ...hello, author: by(uid) };
    await denies.set(as, at(FRESH), fields);
    await denies.batch(sends({ as, uid: 'alice', id: FRESH, fields }));
  });
  it('is not sent by a guest where guests are no longer taken', async () => {
    await given('rooms/closet', { guests: false });
    await given(place('gus', 'closet'), member('gus'));
    const fields = { ...hello, author: by('gus') };
    await denies.batch(sends({ as: guest('gus'), uid: 'gus', room: 'closet', id: FRESH, fields }));
    await allows.batch(sends({ as: person('gus'), uid: 'gus', room: 'closet', id: FRESH, fields }));
  });

  it.each<[string, string]>([
    ["a reply's id", `${HERS}-reply`],
    ["a Slack message's id", SAID],
    ['an id of 19 letters', FRESH.slice(1)],
    ['an id of 21 letters', `${FRESH}1`],
    ['an id with a hyphen', `${FRESH.slice(1)}-`],
    ['an id that is taken', HERS],
  ])('is not sent under %s', (_, id) => denies.batch(sends({ as: alice, id, fields: hello })));
  it('is not sent to a room without her', async () => {
    await denies.set(alice, at(FRESH, 'closet'), hello);
    await denies.batch({
      as: alice,
      writes: [...sends({ as: alice, id: FRESH, fields: hello }).writes, ['set', at(FRESH, 'closet'), hello]],
    });
  });
  it('hangs on no message that is itself in a thread', async () => {
    await given(at('inThreadInThread0001'), { ...hello, thread: HERS });
    await denies.batch(sends({ as: alice, id: FRESH, fields: { ...hello, thread: 'inThreadInThread0001' } }));
  });
  it('hangs on no message of another room', async () => {
    await given(at('elsewhereElsewhere01', 'closet'), hello);
    await denies.batch(sends({ as: alice, id: FRESH, fields: { ...hello, thread: 'elsewhereElsewhere01' } }));
  });
  it('has a whole number for its revision, even where that is one', () => {
    const { as, writes } = sends({ as: alice, id: FRESH, fields: { ...hello, revision: 0.5 } });
    return denies.batch({ as, writes: [...writes, ['update', at(FRESH), { revision: increment(0.5) }]] });
  });
});
