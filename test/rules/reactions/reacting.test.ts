import { limit } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { mirrorPath } from '#model/mirror.ts';
import { reactionPath } from '#model/reaction.ts';
import { type Fields, future, now, past, without } from '../fields.ts';
import { alice, at, bob, by, clara, givenLobby, HERS, hello, place, SAID, said } from '../lobby.ts';
import { spends } from '../sending.ts';
import { type Asked, allows, denies } from '../verdict.ts';
import {
  type Actor,
  component,
  forger,
  given,
  givenAll,
  guest,
  nobody,
  others,
  person,
  rulesWorld,
} from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const reaction: Fields = { by: by('alice'), emoji: '🎉', on: true, at: now };
const path = (who: string, emoji = '🎉', message = HERS, room = 'lobby') =>
  reactionPath(room, message, who, emoji);

type Told = { as?: Actor; uid?: string; emoji?: string; message?: string; room?: string; what?: string };
const adds = (
  { as = alice, uid = 'alice', emoji = '🎉', message = HERS, room = 'lobby', what }: Told,
  fields: Fields = reaction,
): Asked => ({
  as,
  writes: [
    spends(uid, what ?? `${message}:+${emoji}`, room),
    ['set', path(uid, emoji, message, room), fields],
  ],
});

describe('a reaction', () => {
  it('is added by a member', () => allows.batch(adds({})));
  it('is added by a guest, where the room takes guests', async () => {
    const his = { ...reaction, by: by('gus') };
    await allows.batch(adds({ as: guest('gus'), uid: 'gus' }, his));
  });
  it.each([
    '❤️',
    '👍🏽',
    '👩🏽‍❤️‍💋‍👨🏻',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '1️⃣',
    '#⃣',
    '©️',
    '🇯🇵',
    ':party_parrot:',
    ':ありがとう:',
    ":it's-2+2:",
    ':wave::skin-tone-6:',
    `:${'x'.repeat(100)}:`,
    ':couple::skin-tone-2-6:',
  ])('is %s', (emoji) => allows.batch(adds({ emoji }, { ...reaction, emoji })));
  it.each([
    '',
    'yes',
    '1',
    '1️',
    'あ',
    '🎉!',
    '🎉 ',
    ':🎉:',
    ':a b:',
    ':<b>:',
    '::',
    ':x',
    ':x::skin-tone-7:',
    `:${'x'.repeat(101)}:`,
    '🎉'.repeat(17),
    '‍🎉',
  ])('is not "%s"', (emoji) => denies.batch(adds({ emoji }, { ...reaction, emoji })));

  // Each row is the first write, changed in one thing.
  it.each<[string, Asked]>([
    ['by a reader', adds({ as: person('rita'), uid: 'rita' }, { ...reaction, by: by('rita') })],
    ['by whoever is in another room', adds({ as: clara, uid: 'clara' }, { ...reaction, by: by('clara') })],
    ['by nobody', adds({ as: nobody })],
    ["in another's name", adds({}, { ...reaction, by: by('olga') })],
    ['as somebody in Slack', adds({}, { ...reaction, by: { kind: 'slack', id: 'alice' } })],
    ['of an allowance spent on another', adds({ what: `${HERS}:+❤️` })],
    ['of an allowance spent on taking it away', adds({ what: `${HERS}:-🎉` })],
    ['of an allowance spent on another message', adds({ what: `${SAID}:+🎉` })],
    ['without an allowance', { as: alice, writes: [['set', path('alice'), reaction]] }],
    ['to a message that is not there', adds({ message: SAID })],
    ['at a time of its own', adds({}, { ...reaction, at: past(1) })],
    ['as taken back', adds({}, { ...reaction, on: false })],
    ['as told by Slack', adds({}, { ...reaction, told: '1700000000.000100' })],
    ['with more to it', adds({}, { ...reaction, note: 'x' })],
    ['with an emoji that is no text', adds({}, { ...reaction, emoji: ['🎉'] })],
    ['without an emoji', adds({}, without(reaction, 'emoji'))],
    ['with another emoji than its id', adds({}, { ...reaction, emoji: '❤️' })],
  ])('is not added %s', (_, asked) => denies.batch(asked));
  it("is not added under another's id", async () => {
    await denies.batch({
      as: alice,
      writes: [spends('alice', `${HERS}:+🎉`), ['set', path('olga'), reaction]],
    });
  });
  it('is not added to a message that is deleted', async () => {
    await given(at(HERS), { ...hello, at: past(60), text: '', deleted: past(1) });
    await denies.batch(adds({}));
  });
  it('is not added by a guest, where the room takes no guests', async () => {
    await givenAll({
      [at(HERS, 'closet')]: { ...hello, at: past(60) },
      [place('gus', 'closet')]: { person: 'gus', role: 'member', joined: past() },
    });
    const his = { ...reaction, by: by('gus') };
    await denies.batch(adds({ as: guest('gus'), uid: 'gus', room: 'closet' }, his));
  });
  it('is not changed, by whom it is neither', async () => {
    await given(path('alice'), { ...reaction, at: past(5) });
    await denies.batch(adds({}));
    await denies.update(alice, path('alice'), { on: false });
    await denies.update(component('slackApply'), path('alice'), {
      on: false,
      at: past(1),
      told: '1700000000.000100',
    });
  });
});

describe('taking a reaction away', () => {
  const takes = (as: Actor, uid: string, whose = 'alice', what = `${HERS}:-🎉`): Asked => ({
    as,
    writes: [spends(uid, what), ['delete', path(whose)]],
  });
  beforeEach(() =>
    givenAll({
      [path('alice')]: { ...reaction, at: past(5) },
      [path('rita')]: { ...reaction, by: by('rita'), at: past(5) },
    }),
  );
  it('is for whose it is', () => allows.batch(takes(alice, 'alice')));
  it.each<[string, Asked]>([
    ['for another member', takes(person('gus'), 'gus')],
    ["for the room's owner", takes(person('olga'), 'olga')],
    ['for a reader', takes(person('rita'), 'rita', 'rita')],
    ['for a component', { as: component('slackApply'), writes: [['delete', path('alice')]] }],
    ['without an allowance', { as: alice, writes: [['delete', path('alice')]] }],
    ['of an allowance spent on adding it', takes(alice, 'alice', 'alice', `${HERS}:+🎉`)],
  ])('is not %s', (_, asked) => denies.batch(asked));
});

describe('a reaction in Slack', () => {
  const apply = component('slackApply');
  const heard: Fields = {
    by: { kind: 'slack', id: 'T1-U1' },
    emoji: '🎉',
    on: true,
    at: past(60),
    told: '1700000001.000100',
  };
  const mine = path('T1-U1');
  const OLD = 'slack-C0OTHER-1700000000.000900';
  beforeEach(async () => {
    await given(mirrorPath('lobby', HERS), { team: 'T1' });
    await given(at(OLD), said);
  });

  it.each<[string, string, Fields]>([
    ['to a message of the web', mine, heard],
    ['taken back', mine, { ...heard, on: false }],
    ['to a message of the channel that is to come', path('T1-U1', '🎉', SAID), heard],
    ['to a message that was said in a channel that the room has left', path('T1-U1', '🎉', OLD), heard],
    ['by a clock ahead of ours', mine, { ...heard, at: future(240) }],
  ])('is written, %s', (_, where, fields) => allows.set(apply, where, fields));

  // Each row is the first write, changed in one thing.
  it.each<[string, Actor, string, Fields]>([
    ['by a person', alice, mine, heard],
    ['by somebody who claims to be slackApply', forger('slackApply'), mine, heard],
    ...others('slackApply').map((name): [string, Actor, string, Fields] => [
      `by ${name}`,
      component(name),
      mine,
      heard,
    ]),
    ['as a person', apply, path('alice'), { ...heard, by: by('alice') }],
    ['as a person with an id of Slack', apply, mine, { ...heard, by: by('T1-U1') }],
    ['by whoever is more than that', apply, mine, { ...heard, by: { kind: 'slack', id: 'T1-U1', x: 1 } }],
    ['of another team', apply, path('T2-U1'), { ...heard, by: { kind: 'slack', id: 'T2-U1' } }],
    ['of nobody in the team', apply, path('T1-u'), { ...heard, by: { kind: 'slack', id: 'T1-u' } }],
    ['under the id of another', apply, path('T1-U2'), heard],
    ['under the id of another emoji', apply, path('T1-U1', '❤️'), heard],
    ['of words', apply, path('T1-U1', 'yes'), { ...heard, emoji: 'yes' }],
    ['to a message of another channel', apply, path('T1-U1', '🎉', 'slack-C0OTHER-1700000000.000100'), heard],
    ['to a message of the web that is in another room', apply, path('T1-U1', '🎉', HERS, 'closet'), heard],
    ['to no message of the web', apply, path('T1-U1', '🎉', 'nowhere'), heard],
    ['in a room that is not linked', apply, path('T1-U1', '🎉', SAID, 'closet'), heard],
    ['at a time to come', apply, mine, { ...heard, at: future(360) }],
    ['on nor off', apply, mine, { ...heard, on: 'yes' }],
    ['told at no time', apply, mine, without(heard, 'told')],
    ['told at a number', apply, mine, { ...heard, told: 1_700_000_001 }],
    ['told in seconds alone', apply, mine, { ...heard, told: '1700000001' }],
    ['told with fewer digits', apply, mine, { ...heard, told: '170000001.000100' }],
    ['with more to it', apply, mine, { ...heard, note: 'x' }],
  ])('is not written %s', (_, actor, where, fields) => denies.set(actor, where, fields));

  const back: Fields = { on: false, at: past(5), told: '1700000001.000200' };
  it('is taken back, and added again', async () => {
    await given(mine, heard);
    await allows.update(apply, mine, back);
    await allows.update(apply, mine, { on: true, at: past(4), told: '1700000002.000000' });
  });
  it.each<[string, Actor, Fields]>([
    ['by a person', alice, back],
    ...others('slackApply').map((name): [string, Actor, Fields] => [`by ${name}`, component(name), back]),
    ['by older word', apply, { ...back, told: '1700000001.000000' }],
    ['by the same word', apply, { ...back, told: heard.told }],
    ['by word of no time', apply, { ...back, told: '1700000002' }],
    ['at a time to come', apply, { ...back, at: future(360) }],
    ['to neither', apply, { ...back, on: 1 }],
    ['to another emoji', apply, { ...back, emoji: '❤️' }],
    ['to be of another', apply, { ...back, by: { kind: 'slack', id: 'T1-U2' } }],
  ])('is not changed %s', async (_, actor, fields) => {
    await given(mine, heard);
    await denies.update(actor, mine, fields);
  });
  it('is not removed', async () => {
    await given(mine, heard);
    await denies.delete(apply, mine);
    await denies.delete(alice, mine);
  });
});

describe('reading reactions', () => {
  const all = `${at(HERS)}/reactions`;
  it.each<[string, Actor]>([
    ['a member', alice],
    ['a reader', person('rita')],
    ['a guest', guest('gus')],
    ['slackApply', component('slackApply')],
  ])('is for %s', (_, actor) => allows.get(actor, path('alice')));
  it.each<[string, Actor]>([
    ['nobody', nobody],
    ['whoever is not in the room', bob],
    ...others('slackApply').map((name): [string, Actor] => [name, component(name)]),
  ])('is not for %s', (_, actor) => denies.get(actor, path('alice')));
  it.each<[string, Actor]>([
    ['a member', alice],
    ['slackPost', component('slackPost')],
    ['slackApply', component('slackApply')],
  ])('in lists is for %s', (_, actor) => allows.list(actor, all, limit(200)));
  it.each<[string, Actor, number]>([
    ['nobody', nobody, 200],
    ['whoever is not in the room', bob, 200],
    ['a member, 201 at once', alice, 201],
    ['slackPost, 201 at once', component('slackPost'), 201],
    ['slackApply, 201 at once', component('slackApply'), 201],
    ...others('slackPost', 'slackApply').map((name): [string, Actor, number] => [name, component(name), 200]),
  ])('in lists is not for %s', (_, actor, most) => denies.list(actor, all, limit(most)));
  it('everywhere at once is for nobody', () => denies.listAll(alice, 'reactions', limit(50)));
});
