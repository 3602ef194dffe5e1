import { limit } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { type Fields, gone, now, past, without } from '../fields.ts';
import { alice, at, FRESH, givenLobby, HERS, hello, olga, SAID, said, written } from '../lobby.ts';
import { held, letter as open } from '../mirrors/mark.ts';
import { type Asked, allows, denies } from '../verdict.ts';
import { type Actor, component, given, givenAll, nobody, operator, others, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const idOf = (message: string, room = 'lobby') => `${room}-${message}-reactions`;
const path = `reactionMirrors/${idOf(HERS)}`;
const letter = `deadLetters/${idOf(HERS)}`;
const marker = component('mirrorReactions');
const post = component('slackPost');
const operate = component('operate');
const mark: Fields = {
  room: 'lobby',
  message: HERS,
  at: now,
  wanted: 1,
  sent: 0,
  state: 'wanted',
  attempts: 0,
  lease: 0,
  shown: [],
};
const old: Fields = { ...mark, at: past(60) };

describe('a mark of reactions', () => {
  it('is made of a message of a linked room', () => allows.set(marker, path, mark));
  it('is made of a message from Slack', async () => {
    await given(at(SAID), said);
    await allows.set(marker, `reactionMirrors/${idOf(SAID)}`, { ...mark, message: SAID });
  });

  // Each row is the first write, changed in one thing.
  it.each<[string, string, Fields]>([
    ['under the id of a message', `reactionMirrors/lobby-${HERS}`, mark],
    ['under the id of another room', `reactionMirrors/${idOf(HERS, 'closet')}`, mark],
    ['of another room', path, { ...mark, room: 'closet' }],
    ['of no message', `reactionMirrors/${idOf(FRESH)}`, { ...mark, message: FRESH }],
    ['at a time of its own', path, { ...mark, at: past(1) }],
    ['wanting two', path, { ...mark, wanted: 2 }],
    ['wanting half', path, { ...mark, wanted: 1.5 }],
    ['with something sent', path, { ...mark, sent: 1 }],
    ['as sent', path, { ...mark, state: 'sent' }],
    ['as being sent', path, { ...mark, state: 'sending' }],
    ['with attempts', path, { ...mark, attempts: 1 }],
    ['under a lease', path, { ...mark, lease: 4 }],
    ['with what Slack shows', path, { ...mark, shown: ['tada'] }],
    ['without what Slack shows', path, without(mark, 'shown')],
    ['with a line', path, { ...mark, line: 'x' }],
    ['with an error', path, { ...mark, error: 'x' }],
  ])('is not made %s', (_, where, fields) => denies.set(marker, where, fields));
  it('is not made in a room without a link', async () => {
    await given(at(HERS, 'closet'), { ...hello, at: written });
    await denies.set(marker, `reactionMirrors/${idOf(HERS, 'closet')}`, { ...mark, room: 'closet' });
  });
  it.each<[string, Actor]>([
    ['who reacts', alice],
    ["the room's owner", olga],
    ['an operator', operator('ona')],
    ...others('mirrorReactions').map((name): [string, Actor] => [name, component(name)]),
  ])('is not made by %s', (_, actor) => denies.set(actor, path, mark));
  it('is not made twice, and not removed', async () => {
    await given(path, old);
    await denies.set(marker, path, mark);
    for (const name of ['mirrorReactions', 'slackPost', 'sweep', 'operate'] as const)
      await denies.delete(component(name), path);
  });
});

describe('wanting one more', () => {
  const sent: Fields = { ...old, sent: 1, state: 'sent', lease: 4, shown: ['tada'], line: '🎉 Alice' };
  const more: Fields = { wanted: 2, state: 'wanted', at: now };
  it.each(['wanted', 'sent'])('sets a mark that is %s to wanted', async (state) => {
    await given(path, { ...sent, state });
    await denies.update(marker, path, { ...more, state: 'sending' });
    await allows.update(marker, path, more);
  });
  it('leaves a mark that is being sent half done', async () => {
    await given(path, { ...sent, state: 'sending' });
    await denies.update(marker, path, more);
    await allows.update(marker, path, { ...more, state: 'sending' });
  });
  it('begins anew what was given up, and may be half done', async () => {
    await given(path, { ...sent, state: 'failed', attempts: 20, error: 'no_answer' });
    const anew: Fields = { ...more, state: 'sending', attempts: 0, error: gone };
    await denies.update(marker, path, { ...more, state: 'sending' });
    await denies.update(marker, path, { ...anew, state: 'wanted' });
    await denies.update(marker, path, { ...anew, attempts: 1 });
    await denies.update(marker, path, without(anew, 'error'));
    await denies.update(marker, path, { ...anew, shown: [] });
    await allows.update(marker, path, anew);
  });
  it.each<[string, Actor, Fields]>([
    ['by who reacts', alice, more],
    ...others('mirrorReactions').map((name): [string, Actor, Fields] => [
      `by ${name}`,
      component(name),
      more,
    ]),
    ['by two', marker, { ...more, wanted: 3 }],
    ['by none', marker, { ...more, wanted: 1 }],
    ['at a time of its own', marker, { ...more, at: past(1) }],
    ['and calling it sent', marker, { ...more, state: 'sent' }],
    ['and forgetting what was sent', marker, { ...more, sent: 0 }],
    ['and forgetting what Slack shows', marker, { ...more, shown: [] }],
    ['and taking it for another message', marker, { ...more, message: FRESH }],
  ])('is denied %s', async (_, actor, fields) => {
    await given(path, sent);
    await denies.update(actor, path, fields);
  });
});

const sending: Fields = {
  ...old,
  wanted: 2,
  state: 'sending',
  attempts: 1,
  lease: 5,
  shown: ['tada', 'heart'],
};
const tried: Fields = { state: 'sending', attempts: 1, lease: 5, shown: ['tada', "it's::skin-tone-2"] };
const matched: Fields = { state: 'sent', sent: 2, attempts: 0, lease: 5, shown: ['tada'], line: '🎉 Alice' };

/** What slackPost does: from where, and what it writes. */
const DEEDS: [string, Fields, Fields][] = [
  ['begins to make Slack match', { ...old, shown: ['tada'] }, tried],
  ['begins again', sending, { ...tried, attempts: 2, shown: ['heart', 'tada', 'ありがとう'] }],
  ['begins the twentieth time', { ...old, attempts: 19 }, { ...tried, attempts: 20 }],
  [
    'begins with a hundred names',
    old,
    { ...tried, shown: Array.from({ length: 100 }, (_, nth) => `e${nth}`) },
  ],
  ['records that Slack matches', sending, matched],
  [
    'records that Slack shows nothing',
    { ...sending, line: 'x', error: 'x' },
    { ...without(matched, 'line'), shown: [], line: gone, error: gone },
  ],
  ['records a line of 1,000', sending, { ...matched, line: 'x'.repeat(1_000) }],
  ['records a part', { ...sending, wanted: 3 }, { ...matched, state: 'wanted' }],
  ['leaves it for later', sending, { attempts: 0, lease: 5 }],
  ['leaves it for later with a reason of 500', sending, { attempts: 1, lease: 5, error: 'x'.repeat(500) }],
  ['gives up', sending, { state: 'failed', error: 'not_reactable', lease: 5 }],
  ['gives up before an attempt', old, { state: 'failed', error: 'no_answer', lease: 5 }],
];

describe('slackPost', () => {
  const givenMark = (before: Fields, link: Fields = held) =>
    givenAll({ 'links/lobby': link, [path]: before, [letter]: open });
  it.each(DEEDS)('%s', async (_, before, fields) => {
    await givenMark(before);
    await allows.update(post, path, fields);
  });
  describe.each(DEEDS)('%s', (_, before, fields) => {
    it('but not without the lease', async () => {
      await givenMark(before, { ...held, lease: { number: 5, held: false, since: written } });
      await denies.update(post, path, fields);
    });
    it('but not under an older lease, or one to come', async () => {
      await givenMark({ ...before, lease: 4 });
      await denies.update(post, path, { ...fields, lease: 4 });
      await denies.update(post, path, { ...fields, lease: 6 });
      await denies.update(post, path, without(fields, 'lease'));
    });
    it('but not in a room without a link', async () => {
      await givenMark({ ...before, room: 'closet' });
      await denies.update(post, path, fields);
    });
    it.each<[string, Actor]>([
      ['who reacts', alice],
      ['an operator', operator('ona')],
      ...others('slackPost').map((name): [string, Actor] => [name, component(name)]),
    ])('but %s does not', async (_who, actor) => {
      await givenMark(before);
      await denies.update(actor, path, fields);
    });
    it('but leaves all else as it is', async () => {
      await givenMark(before);
      for (const more of [
        { room: 'closet' },
        { message: 'x' },
        { at: new Date() },
        { wanted: 9 },
        { note: 'x' },
      ])
        await denies.update(post, path, { ...fields, ...more });
    });
  });

  // Each row is a deed, changed in one thing.
  it.each<[string, Fields, Fields]>([
    ['begins what is sent', { ...old, state: 'sent' }, tried],
    ['begins what failed', { ...old, state: 'failed' }, tried],
    ['begins the 21st time', { ...old, attempts: 20 }, { ...tried, attempts: 21 }],
    ['begins twice at once', old, { ...tried, attempts: 2 }],
    ['begins and forgets a name', { ...old, shown: ['heart'] }, tried],
    ['begins with names that are none', old, { ...tried, shown: ['<b>'] }],
    ['begins with names that are no texts', old, { ...tried, shown: [7] }],
    ['begins with names of two', old, { ...tried, shown: ['tada,heart'] }],
    ['begins with no list of names', old, { ...tried, shown: 'tada' }],
    ['begins with 101 names', old, { ...tried, shown: Array.from({ length: 101 }, (_, nth) => `e${nth}`) }],
    ['records without an attempt', { ...sending, state: 'wanted' }, matched],
    ['records more than is wanted', sending, { ...matched, sent: 3 }],
    ['records no more than before', { ...sending, sent: 2 }, matched],
    ['records all as a part', sending, { ...matched, state: 'wanted' }],
    ['records a part as all', { ...sending, wanted: 3 }, matched],
    ['records and keeps its attempts', sending, { ...matched, attempts: 1 }],
    ['records a name that was not tried', sending, { ...matched, shown: ['eyes'] }],
    ['records no list of names', sending, { ...matched, shown: 'tada' }],
    ['records a name 101 times', sending, { ...matched, shown: Array.from({ length: 101 }, () => 'tada') }],
    ['records an empty line', sending, { ...matched, line: ' ' }],
    ['records a line of 1,001', sending, { ...matched, line: 'x'.repeat(1_001) }],
    ['records an error', sending, { ...matched, error: 'x' }],
    ['records that it failed', sending, { ...matched, state: 'failed' }],
    ['leaves what it did not begin', { ...sending, state: 'wanted' }, { attempts: 0, lease: 5 }],
    ['leaves it with more attempts', sending, { attempts: 3, lease: 5 }],
    ['leaves it with fewer than none', sending, { attempts: -1, lease: 5 }],
    ['leaves it with an endless reason', sending, { attempts: 0, lease: 5, error: 'x'.repeat(501) }],
    ['gives up without a reason', sending, { state: 'failed', lease: 5 }],
    ['gives up with an endless reason', sending, { state: 'failed', lease: 5, error: 'x'.repeat(501) }],
    ['gives up what is sent', { ...sending, state: 'sent' }, { state: 'failed', error: 'x', lease: 5 }],
  ])('never %s', async (_, before, fields) => {
    await givenMark(before);
    await denies.update(post, path, fields);
  });
  it.each<[string, Readonly<Record<string, Fields>>]>([
    ['without a dead letter', {}],
    ['with one that was discarded', { [letter]: { ...open, state: 'discarded' } }],
    ['with that of the message', { [`deadLetters/lobby-${HERS}`]: open }],
  ])('never gives up %s', async (_, letters) => {
    await givenAll({ 'links/lobby': held, [path]: sending, ...letters });
    await denies.update(post, path, { state: 'failed', error: 'x', lease: 5 });
  });
});

describe('reactions that were given up', () => {
  const failed: Fields = { ...sending, state: 'failed', attempts: 20, error: 'no_answer' };
  const again: Fields = { state: 'sending', attempts: 0, error: gone };
  const decided: Fields = { state: 'redriven', by: 'ona', decided: now };
  const redrive = (as: Actor, mirror: Fields = again, decision: Fields = decided): Asked => ({
    as,
    writes: [
      ['update', path, mirror],
      ['update', letter, decision],
    ],
  });
  beforeEach(() => givenAll({ [path]: failed, [letter]: open }));

  it('have a dead letter of their own', async () => {
    const other = `deadLetters/${idOf(FRESH)}`;
    await allows.set(post, other, { ...open, message: FRESH, at: now });
    await denies.set(post, `deadLetters/lobby-${FRESH}-others`, { ...open, message: FRESH, at: now });
  });
  it('are tried again by operate, together with it', () => allows.batch(redrive(operate)));
  it('are not tried again by half', async () => {
    await denies.update(operate, path, again);
    await denies.update(operate, letter, decided);
  });
  it.each(others('operate'))('are not tried again by %s', (name) => denies.batch(redrive(component(name))));
  it.each<[string, Fields]>([
    ['as if nothing were half done', { ...again, state: 'wanted' }],
    ['with the attempts there were', without(again, 'attempts')],
    ['with the reason there was', without(again, 'error')],
    ['with other names', { ...again, shown: [] }],
  ])('are not tried again %s', (_, fields) => denies.batch(redrive(operate, fields)));
  it('are not tried again by what discards them', () =>
    denies.batch(redrive(operate, again, { ...decided, state: 'discarded' })));
  it('are not what is sent', async () => {
    await given(path, { ...failed, state: 'sent' });
    await denies.batch(redrive(operate));
  });
});

describe('reading marks of reactions', () => {
  const READERS = ['mirrorReactions', 'operate'] as const;
  const LISTERS = ['slackPost', 'sweep', 'operate'] as const;
  it.each(READERS)('is for %s', (name) => allows.get(component(name), path));
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ['who reacts', alice],
    ['an operator', operator('ona')],
    ...others(...READERS).map((name): [string, Actor] => [name, component(name)]),
  ])('is not for %s', (_, actor) => denies.get(actor, path));
  it.each(LISTERS)('in lists is for %s', (name) =>
    allows.list(component(name), 'reactionMirrors', limit(50)),
  );
  it.each<[string, Actor, number]>([
    ['nobody', nobody, 50],
    ['who reacts', alice, 50],
    ...others(...LISTERS).map((name): [string, Actor, number] => [name, component(name), 50]),
    ['slackPost, 51 at once', post, 51],
    ['sweep, 51 at once', component('sweep'), 51],
    ['operate, 51 at once', component('operate'), 51],
  ])('in lists is not for %s', (_, actor, most) => denies.list(actor, 'reactionMirrors', limit(most)));
});
