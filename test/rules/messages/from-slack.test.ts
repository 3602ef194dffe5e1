import { beforeEach, describe, it } from 'vitest';
import { type Fields, future, now, past, without } from '../fields.ts';
import { alice, answer, at, by, FRESH, givenLobby, HERS, link, SAID, said } from '../lobby.ts';
import { allows, denies } from '../verdict.ts';
import { type Actor, component, forger, given, others, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const apply = component('slackApply');
const path = at(SAID);
const tombstone: Fields = { ...said, text: '', deleted: past(1) };
const as = (id: unknown): Fields => ({ ...said, author: { kind: 'slack', id } });

describe('a message from Slack', () => {
  it.each<[string, string, Fields]>([
    ['said', path, said],
    ['edited', path, { ...said, edited: past(1) }],
    ['deleted', path, tombstone],
    ['said in a thread of the web', path, { ...said, thread: HERS }],
    [
      'said in a thread of Slack that is to come',
      path,
      { ...said, thread: 'slack-C0LOBBY-1700000009.000100' },
    ],
    ['said with 40,000 characters', path, { ...said, text: 'x'.repeat(40_000) }],
    ['said by whoever has an id of 40', path, as(`T1-${'U'.repeat(40)}`)],
    ['said while Slack is ahead of us', path, { ...said, at: future(240) }],
    ['edited while Slack is ahead of us', path, { ...said, edited: future(240) }],
  ])('is created as it was %s', (_, where, fields) => allows.set(apply, where, fields));

  // Each row is the first write, changed in one thing.
  it.each<[string, Actor, string, Fields]>([
    ['by a person', alice, path, said],
    ['by somebody who claims to be slackApply', forger('slackApply'), path, said],
    ['under an id of the web', apply, at(FRESH), said],
    ['under an id without a channel', apply, at('slack--1700000000.000100'), said],
    ['under an id without micros', apply, at('slack-C0LOBBY-1700000000.0001'), said],
    ['under an id of another channel', apply, at('slack-C0OTHER-1700000000.000100'), said],
    ['in a room that is not linked', apply, at(SAID, 'closet'), said],
    ['under an id that goes on', apply, at(`${SAID}-reply`), said],
    ['as a person', apply, path, { ...said, author: by('T1-U1') }],
    ['as a component', apply, path, { ...said, author: { kind: 'component', id: 'T1-U1' } }],
    ['as an author of another team', apply, path, as('T2-U1')],
    ['as an author without a team', apply, path, as('U1')],
    ['as an author with an endless id', apply, path, as(`T1-${'U'.repeat(41)}`)],
    ['as an author with an id that is none', apply, path, as(['T1-U1'])],
    ['as an author with more to it', apply, path, { ...said, author: { kind: 'slack', id: 'T1-U1', x: 1 } }],
    ['without an author', apply, path, without(said, 'author')],
    ['without words, though it is not deleted', apply, path, { ...said, text: '' }],
    ['with blanks', apply, path, { ...said, text: ' ' }],
    ['with words, though it is deleted', apply, path, { ...said, deleted: past(1) }],
    ['with a text that is none', apply, path, { ...said, text: 5 }],
    ['with 40,001 characters', apply, path, { ...said, text: 'x'.repeat(40_001) }],
    ['with a deletion that is no time', apply, path, { ...tombstone, deleted: true }],
    ['with an edit to come', apply, path, { ...said, edited: future(360) }],
    ['with a deletion to come', apply, path, { ...tombstone, deleted: future(360) }],
    ['at a time to come', apply, path, { ...said, at: future(360) }],
    ['with an edit that is no time', apply, path, { ...said, edited: true }],
    ['with a time that is none', apply, path, { ...said, at: '2023-11-14' }],
    ['without a time', apply, path, without(said, 'at')],
    ['as a later revision', apply, path, { ...said, revision: 2 }],
    ['in a thread that is no id', apply, path, { ...said, thread: 1 }],
    ['in a thread that is a path', apply, path, { ...said, thread: `x/${HERS}` }],
    ['in a thread with an endless id', apply, path, { ...said, thread: 'x'.repeat(101) }],
    ['in a thread without an id', apply, path, { ...said, thread: '' }],
    ['as a reply', apply, path, { ...said, reply: { to: SAID, state: 'done' } }],
  ])('is not created %s', (_, actor, where, fields) => denies.set(actor, where, fields));
  it.each(others('slackApply'))('is not created by %s', (name) => denies.set(component(name), path, said));

  describe('in a thread of a channel that the room has left', () => {
    const OLD = 'slack-C0LOBBY-1699999999.000100';
    const sent: Fields = { team: 'T1', channel: 'C0LOBBY' };
    beforeEach(async () => {
      await given('links/lobby', { ...link, team: 'T2', channel: 'C0NEW' });
      await given(at(OLD), said);
    });

    it('is created, where the thread is Slack’s', () => allows.set(apply, path, { ...said, thread: OLD }));
    it('is created, where the thread is the web’s', async () => {
      await given(`mirrors/lobby-${HERS}`, sent);
      await allows.set(apply, path, { ...said, thread: HERS });
    });

    // Each row is one of these, changed in one thing.
    it.each<[string, Fields, Fields]>([
      ['without a thread', sent, said],
      ['in a thread of another workspace', { ...sent, team: 'T2' }, { ...said, thread: HERS }],
      ['in a thread of another channel', { ...sent, channel: 'C0NEW' }, { ...said, thread: HERS }],
      ['in a thread that is nowhere', sent, { ...said, thread: 'nowhere' }],
      ['by somebody of another workspace', sent, { ...as('T2-U1'), thread: OLD }],
    ])('is not created %s', async (_, mirror, fields) => {
      await given(`mirrors/lobby-${HERS}`, mirror);
      await denies.set(apply, path, fields);
    });
    it('is not created in the thread of a reply that is in another channel', async () => {
      await given(at(`${HERS}-reply`), answer);
      await given(`mirrors/lobby-${HERS}-reply`, { ...sent, channel: 'C0NEW' });
      await denies.set(apply, path, { ...said, thread: `${HERS}-reply` });
      await given(`mirrors/lobby-${HERS}-reply`, sent);
      await allows.set(apply, path, { ...said, thread: `${HERS}-reply` });
    });
    it('is not created where the room is not linked any more', async () => {
      await given(at(OLD, 'closet'), said);
      await denies.set(apply, at(SAID, 'closet'), { ...said, thread: OLD });
    });
  });

  const edit: Fields = { text: 'hi!', edited: past(5), revision: 2 };
  const before = past(30);
  const deletion: Fields = { text: '', deleted: past(5), revision: 2 };
  it('is edited, once or more, and deleted', async () => {
    await given(path, said);
    await allows.update(apply, path, edit);
    await allows.update(apply, path, { text: 'hi!!', edited: past(4), revision: 3 });
    await allows.update(apply, path, { ...deletion, revision: 4 });
  });

  it.each<[string, Actor, Fields]>([
    ['edited by a person', alice, edit],
    ['deleted by a person', alice, deletion],
    ...others('slackApply').map((name): [string, Actor, Fields] => [
      `edited by ${name}`,
      component(name),
      edit,
    ]),
    ['edited without a new revision', apply, { ...edit, revision: 1 }],
    ['edited by two revisions', apply, { ...edit, revision: 3 }],
    ['edited by an older edit', apply, { ...edit, edited: past(400) }],
    ['edited by the same edit', apply, { ...edit, edited: before }],
    ['edited at a time to come', apply, { ...edit, edited: future(360) }],
    ['deleted at a time to come', apply, { ...deletion, deleted: future(360) }],
    ['edited without a time', apply, { text: 'hi!', revision: 2 }],
    ['edited at a time that is none', apply, { ...edit, edited: 9_999_999_999 }],
    ['edited to 40,001 characters', apply, { ...edit, text: 'x'.repeat(40_001) }],
    ['edited to nothing', apply, { ...edit, text: '' }],
    ['edited and deleted', apply, { ...edit, text: '', deleted: past(5) }],
    ['given another author', apply, { ...edit, author: { kind: 'slack', id: 'T1-U2' } }],
    ['given another time', apply, { ...edit, at: past(1) }],
    ['given a thread', apply, { ...edit, thread: HERS }],
    ['given a reply', apply, { ...edit, reply: { to: SAID, state: 'done' } }],
    ['deleted with its text', apply, { ...deletion, text: 'hi' }],
    ['deleted at a time that is none', apply, { ...deletion, deleted: true }],
    ['deleted without a new revision', apply, { ...deletion, revision: 1 }],
    ['deleted with a note', apply, { ...deletion, edited: 'x'.repeat(1_000) }],
  ])('is not %s', async (_, actor, fields) => {
    await given(path, { ...said, edited: before });
    await denies.update(actor, path, fields);
  });
  it('is not edited by what was before it was said', async () => {
    await given(path, said);
    await denies.update(apply, path, { ...edit, edited: said.at });
  });
  it('stays deleted', async () => {
    await given(path, tombstone);
    await denies.update(apply, path, edit);
    await denies.update(apply, path, { ...deletion, deleted: now });
    await denies.set(apply, path, said);
    await denies.delete(apply, path);
  });
  it('is all that slackApply changes', async () => {
    await denies.update(apply, at(HERS), edit);
    await denies.update(apply, at(HERS), deletion);
  });
});
