import { increment } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { type Fields, gone, now, past } from '../fields.ts';
import {
  alice,
  answer,
  at,
  bob,
  by,
  givenLobby,
  HERS,
  hello,
  olga,
  REPLY,
  SAID,
  said,
  written,
} from '../lobby.ts';
import { changes } from '../sending.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, given, operator, person, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const edit: Fields = { text: 'hello!', revision: 2, edited: now };
const withdrawal: Fields = { text: '', revision: 2, deleted: now };
const hers = (fields: Fields) => changes({ as: alice, id: HERS, fields });

describe('an edit', () => {
  it('is for the author', () => allows.batch(hers(edit)));
  it('is for the author again, one revision on', async () => {
    await given(at(HERS), { ...hello, at: written, revision: 9, edited: past(60) });
    await allows.batch(
      changes({ as: alice, id: HERS, fields: { ...edit, revision: 10 }, what: `${HERS}:10` }),
    );
  });
  it('may make it 4,000 characters long', () => allows.batch(hers({ ...edit, text: '字'.repeat(4_000) })));

  // Each row is the first write, changed in one thing.
  it.each<[string, Fields]>([
    ['to nothing', { ...edit, text: '' }],
    ['to blanks', { ...edit, text: '\n' }],
    ['to 4,001 characters', { ...edit, text: 'x'.repeat(4_001) }],
    ['to something that is no text', { ...edit, text: { bold: 'x' } }],
    ['without a new revision', { ...edit, revision: 1 }],
    ['two revisions on', { ...edit, revision: 3 }],
    ['to a revision between', { ...edit, revision: 1.5 }],
    ['without saying when', { ...edit, edited: gone }],
    ['at a time of its own', { ...edit, edited: past() }],
    ['with another author', { ...edit, author: by('olga') }],
    ['with another time', { ...edit, at: now }],
    ['with a thread', { ...edit, thread: SAID }],
    ['with a reply', { ...edit, reply: { to: HERS, state: 'done' } }],
    ['with an unknown field', { ...edit, pinned: true }],
    ['and deleted at once', { ...edit, deleted: now }],
  ])('is denied %s', (_, fields) => denies.batch(hers(fields)));
  it.each<[string, string]>([
    ['the revision before', `${HERS}:1`],
    ['a revision to come', `${HERS}:3`],
    ['another message', 'otherOtherOther00001:2'],
  ])('is denied on the allowance for %s', (_, what) =>
    denies.batch(changes({ as: alice, id: HERS, fields: edit, what })),
  );
  it('has a whole number for its revision, even where that is two', () => {
    const { as, writes } = hers({ ...edit, revision: 1.5 });
    return denies.batch({ as, writes: [...writes, ['update', at(HERS), { revision: increment(0.5) }]] });
  });
});

describe('a withdrawal', () => {
  it('is for the author', () => allows.batch(hers(withdrawal)));
  it('is for the author of an edited message', async () => {
    await given(at(HERS), { ...hello, at: written, edited: past(60) });
    await allows.batch(hers(withdrawal));
  });
  it.each<[string, Fields]>([
    ['with its text', { ...withdrawal, text: 'hello' }],
    ['with a blank', { ...withdrawal, text: ' ' }],
    ['without saying when', { ...withdrawal, deleted: gone }],
    ['at a time of its own', { ...withdrawal, deleted: past() }],
    ['without a new revision', { ...withdrawal, revision: 1 }],
    ['as an edit too', { ...withdrawal, edited: now }],
    ['with another author', { ...withdrawal, author: by('olga') }],
    ['with an unknown field', { ...withdrawal, reason: 'x' }],
  ])('is denied %s', (_, fields) => denies.batch(hers(fields)));
  it('is final', async () => {
    await given(at(HERS), { ...hello, text: '', deleted: past(10) });
    await denies.batch(hers(edit));
    await denies.batch(hers({ ...edit, deleted: gone }));
    await denies.batch(hers(withdrawal));
  });
  it('leaves the document: nobody removes a message', async () => {
    for (const actor of [alice, olga, operator('ona')]) await denies.delete(actor, at(HERS));
  });
});

describe('what somebody else said', () => {
  const theirs: [string, Fields][] = [
    ['edited', edit],
    ['withdrawn', withdrawal],
  ];
  describe.each<[string, Actor, string]>([
    ['the owner', olga, 'olga'],
    ['another member', person('gus'), 'gus'],
    ['a reader', person('rita'), 'rita'],
  ])('is for %s', (_, as, uid) => {
    it.each(theirs)('not %s', (_what, fields) => denies.batch(changes({ as, uid, id: HERS, fields })));
  });
  it.each(theirs)('is not %s from outside', (_, fields) => denies.update(bob, at(HERS), fields));
  it.each(theirs)('is not %s when it came from Slack', async (_, fields) => {
    await given(at(SAID), said);
    await denies.batch(changes({ as: alice, id: SAID, fields }));
    await given(at(SAID), { ...said, author: { kind: 'slack', id: 'alice' } });
    await denies.batch(changes({ as: alice, id: SAID, fields }));
  });
  it.each(theirs)('is not %s when reply said it', async (_, fields) => {
    await given(at(REPLY), { ...answer, at: past() });
    await denies.batch(changes({ as: alice, id: REPLY, fields }));
    await denies.batch(changes({ as: olga, uid: 'olga', id: REPLY, fields }));
  });
  it.each(COMPONENTS)('is not changed or removed by %s', async (name) => {
    for (const [, fields] of theirs) await denies.update(component(name), at(HERS), fields);
    await denies.delete(component(name), at(HERS));
  });
});
