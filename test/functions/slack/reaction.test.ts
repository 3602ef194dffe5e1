import { describe, expect, it } from 'vitest';
import { asEventCallback } from '../../../functions/slack/envelope.ts';
import { emojiNamed, nameOf, reacted, reactionsIn } from '../../../functions/slack/reaction.ts';

/** As Slack sends it. https://docs.slack.dev/reference/events/reaction_added */
const event = {
  type: 'reaction_added',
  user: 'U0HANA',
  reaction: 'tada',
  item: { type: 'message', channel: 'C0LOBBY', ts: '1700000000.000100' },
  item_user: 'U0KEN',
  event_ts: '1700000005.000200',
};
const envelope = {
  type: 'event_callback',
  event_id: 'Ev1',
  team_id: 'T1',
  api_app_id: 'A1',
  authorizations: [{ enterprise_id: null, team_id: 'T1', user_id: 'U0BOT', is_bot: true }],
};
const read = (over: object = {}, around: object = {}) => {
  const seen = asEventCallback({ ...envelope, ...around, event: { ...event, ...over } });
  if (!seen.ok) throw new Error(seen.wrong);
  return reacted(seen.value);
};

describe("Slack's name of an emoji", () => {
  it.each([
    ['tada', '🎉'],
    ['+1', '👍'],
    ['thumbsup', '👍'],
    ['heart', '❤️'],
    ['one', '1️⃣'],
    ['wave::skin-tone-3', '👋🏼'],
    ['v::skin-tone-6', '✌🏿'],
    ['man-shrugging::skin-tone-2', '🤷🏻‍♂️'],
    ['party_parrot', ':party_parrot:'],
    ['ありがとう', ':ありがとう:'],
    ['flag-fr', ':flag-fr:'],
    ['couple::skin-tone-2-5', ':couple::skin-tone-2-5:'],
  ])('%s is %s', (name, emoji) => expect(emojiNamed(name)).toBe(emoji));
  it.each(['', ':tada:', '<script>', 'a b', 'x'.repeat(101), '"', 'tada\u202e', 'wave::skin-tone-9'])(
    '%j is none',
    (name) => expect(emojiNamed(name)).toBeUndefined(),
  );
  it.each(['tada', '+1', 'hand', 'heart', 'one', 'wave::skin-tone-3', 'v::skin-tone-6', 'ありがとう'])(
    '%s is found again',
    (name) => expect(nameOf(emojiNamed(name) ?? '')).toBe(name),
  );
  it.each([
    ['👍', '+1'],
    ['✋', 'hand'],
    ['❤', 'heart'],
    ['👍🏽', '+1::skin-tone-4'],
  ])('of %s is the one that Slack uses itself: %s', (emoji, name) => expect(nameOf(emoji)).toBe(name));
  it.each(['🦩', '🧑🏻‍🤝‍🧑🏿'])('of %s is not known', (emoji) => expect(nameOf(emoji)).toBeUndefined());
});

describe('a reaction', () => {
  const seen = {
    kind: 'reacted',
    place: { team: 'T1', channel: 'C0LOBBY', ts: '1700000000.000100' },
    user: 'U0HANA',
    emoji: '🎉',
    on: true,
    told: '1700000005.000200',
    ours: false,
  };
  it('is read when it is added', () => expect(read()).toEqual(seen));
  it('is read when it is removed', () =>
    expect(read({ type: 'reaction_removed' })).toEqual({ ...seen, on: false }));
  it('is read in its skin tone', () =>
    expect(read({ reaction: '+1::skin-tone-2' })).toEqual({ ...seen, emoji: '👍🏻' }));
  it('says that it is to a post of ours', () =>
    expect(read({ item_user: 'U0BOT' })).toEqual({ ...seen, ours: true }));
  it('is read where no user wrote the message', () => expect(read({ item_user: undefined })).toEqual(seen));
  it('is read where Slack does not say for whom', () =>
    expect(read({}, { authorizations: undefined })).toEqual(seen));
  it('is heard in the workspace that has our app, wherever it comes from', () =>
    expect(read({}, { team_id: 'T0PARTNER' })).toEqual(seen));
  it.each<[string, object, string]>([
    ['by our own bot', { user: 'U0BOT' }, 'a reaction of our own'],
    ['to a file', { item: { type: 'file', file: 'F1' } }, 'a reaction to no message'],
    ['without a time', { event_ts: undefined }, 'a reaction to no message'],
    ['at no time', { event_ts: 'soon' }, 'a reaction to no message'],
    ['by nobody', { user: undefined }, 'a reaction to no message'],
    ['with a name that is none', { reaction: '<img src=x>' }, 'a reaction whose name is none'],
    ['with a name that is no text', { reaction: 5 }, 'a reaction to no message'],
  ])('is ignored %s', (_, over, reason) => expect(read(over)).toEqual({ kind: 'ignored', reason }));
  it('of a person is not taken for our own', () => {
    const authorizations = [{ user_id: 'U0HANA', is_bot: false }];
    expect(read({}, { authorizations })).toEqual(seen);
  });
  it('is nothing else', () => expect(read({ type: 'message' })).toBeUndefined());
});

describe('what a history shows of reactions', () => {
  const of = (reactions?: unknown) => reactionsIn({ ts: '1700000000.000100', reactions });
  it('is who has reacted, by emoji', () =>
    expect(of([{ name: 'tada', users: ['U0HANA', 'U0KEN'], count: 2 }])).toEqual(
      new Map([['🎉', { users: new Set(['U0HANA', 'U0KEN']), areAll: true }]]),
    ));
  it('says where these are not all', () =>
    expect(of([{ name: 'tada', users: ['U0HANA'], count: 2 }])?.get('🎉')?.areAll).toBe(false));
  it('is the same of an emoji that has two names', () => {
    const [one, two] = [
      { name: 'thumbsup', users: ['U0HANA'], count: 9 },
      { name: '+1', users: ['U0KEN'], count: 1 },
    ];
    expect(of([one, two])?.get('👍')).toEqual({ users: new Set(['U0HANA', 'U0KEN']), areAll: false });
  });
  it('passes over a name that is none', () =>
    expect(of([{ name: '<script>', users: ['U0HANA'], count: 1 }])).toEqual(new Map()));
  it('is nothing where nobody has reacted', () => expect(of()).toEqual(new Map()));
  it.each([['many'], [[{ name: 'tada' }]], [[{ name: 'tada', users: ['../x'], count: 1 }]]])(
    'is not known where it cannot be read: %j',
    (reactions) => expect(of(reactions)).toBeUndefined(),
  );
});
