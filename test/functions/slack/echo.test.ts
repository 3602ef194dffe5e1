import { describe, expect, it } from 'vitest';
import { isEcho } from '../../../functions/slack/echo.ts';
import { asEventCallback } from '../../../functions/slack/envelope.ts';

const told = (event: object, over: object = {}) => {
  const seen = asEventCallback({
    type: 'event_callback',
    event_id: 'Ev1',
    team_id: 'T1',
    api_app_id: 'A1',
    authorizations: [{ user_id: 'U0BOT', is_bot: true }],
    event,
    ...over,
  });
  if (!seen.ok) throw new Error(seen.wrong);
  return seen.value;
};

const ts = '1700000000.000100';
const said = { type: 'message', channel: 'C0LOBBY', user: 'U0HANA', text: 'hi', ts };
const ours = { ...said, user: undefined, subtype: 'bot_message', bot_id: 'B1', app_id: 'A1' };
const changed = (message: object) => ({
  type: 'message',
  subtype: 'message_changed',
  channel: 'C0LOBBY',
  message,
  ts: '1700000001.000100',
});
const deleted = {
  type: 'message',
  subtype: 'message_deleted',
  channel: 'C0LOBBY',
  deleted_ts: ts,
  previous_message: ours,
  ts: '1700000001.000100',
};
const felt = {
  type: 'reaction_added',
  user: 'U0BOT',
  reaction: 'tada',
  item: { type: 'message', channel: 'C0LOBBY', ts },
  event_ts: '1700000001.000100',
};

describe('an echo', () => {
  it.each([
    ['a post of our app', ours],
    ['a post with our metadata', { ...ours, app_id: undefined, metadata: { event_type: 'tsunagi_message' } }],
    ['an edit of our own', changed({ ...ours, edited: { ts } })],
    ['a preview under a post of ours', changed({ ...ours, attachments: [{ text: 'x' }] })],
    ['a reaction of our bot', felt],
    ['a reaction that our bot took back', { ...felt, type: 'reaction_removed' }],
  ])('is %s', (_, event) => expect(isEcho(told(event))).toBe(true));

  it.each([
    ['what a person says', said],
    ['what another bot posts', { ...ours, app_id: 'A0OTHER' }],
    ['a post of which Slack does not say whose it is', { ...ours, app_id: undefined }],
    ['that somebody deleted a post of ours', deleted],
    ['that what is left of a post of ours is its place', changed({ ...ours, subtype: 'tombstone' })],
    ['a reaction of a person', { ...felt, user: 'U0HANA' }],
    ['a change of a person', { type: 'user_change', user: { id: 'U0BOT' } }],
    ['what cannot be read', { ...said, ts: 7 }],
  ])('is not %s', (_, event) => expect(isEcho(told(event))).toBe(false));

  it('of a reaction is none where Slack does not say for whom it tells', () =>
    expect(isEcho(told(felt, { authorizations: undefined }))).toBe(false));
});
