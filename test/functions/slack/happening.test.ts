import { describe, expect, it } from 'vitest';
import { type Happening, happening } from '../../../functions/slack/happening.ts';

const ts = '1700000000.000100';
const at = '1700000030.000200';
const said = { type: 'message', channel: 'C0LOBBY', user: 'U0HANA', text: 'hi', ts };
const file = { id: 'F1', name: 'plan.pdf', size: 1_200, permalink: 'https://x.slack.com/f', mode: 'hosted' };
const changed = (message: object, previous_message?: object) => ({
  type: 'message',
  subtype: 'message_changed',
  channel: 'C0LOBBY',
  ts: at,
  event_ts: at,
  message,
  ...(previous_message && { previous_message }),
});

const read = (event: { type: string } & Record<string, unknown>): Happening =>
  happening({ type: 'event_callback', event_id: 'Ev1', team_id: 'T1', api_app_id: 'A1', event });

describe('what is said in Slack', () => {
  const place = { team: 'T1', channel: 'C0LOBBY', ts };
  it.each([
    ['plainly', {}, {}],
    ['in a thread', { thread_ts: '1690000000.000100' }, { thread: '1690000000.000100' }],
    ['as the root of a thread', { thread_ts: ts }, {}],
    [
      'in a thread, and to the channel',
      { subtype: 'thread_broadcast', thread_ts: '1690000000.000100', root: {} },
      { thread: '1690000000.000100' },
    ],
    ['with /me', { subtype: 'me_message' }, {}],
  ])('is heard: %s', (_, more, where) => {
    expect(read({ ...said, ...more })).toEqual({
      kind: 'said',
      place: { ...place, ...where },
      by: { id: 'U0HANA' },
      words: { text: 'hi', files: [] },
    });
  });
  it('is heard in the workspace that has our app, where a channel is shared with another', () => {
    const authorizations = [{ team_id: 'T1', user_id: 'U0BOT', is_bot: true }];
    const around = {
      type: 'event_callback',
      event_id: 'Ev1',
      team_id: 'T0PARTNER',
      api_app_id: 'A1',
    } as const;
    expect(happening({ ...around, authorizations, event: said })).toMatchObject({ kind: 'said', place });
  });
  it('is heard with its files, also where that is all', () => {
    expect(read({ ...said, text: '', subtype: 'file_share', files: [file, { id: 7 }] })).toMatchObject({
      kind: 'said',
      words: { text: '', files: [{ id: 'F1', name: 'plan.pdf' }] },
    });
  });
  it('is heard of a bot by its blocks and attachments, and not by what notifications show', () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*Done*' } }];
    const attachments = [{ title: 'Build 7', title_link: 'https://ci.example/7' }];
    const bot = { bot_id: 'B0CI', app_id: 'A0CI', bot_profile: { name: 'CI' } };
    expect(read({ ...said, ...bot, text: 'Done', blocks, attachments })).toMatchObject({
      kind: 'said',
      by: { id: 'B0CI', bot: { name: 'CI', isOurs: false } },
      words: { text: '*Done*\n<https://ci.example/7|Build 7>' },
    });
  });
  it('is heard of a person by the text, or by what was passed on', () => {
    const attachments = [{ text: 'passed on' }];
    expect(read({ ...said, attachments })).toMatchObject({ words: { text: 'hi' } });
    expect(read({ ...said, text: '', attachments })).toMatchObject({ words: { text: 'passed on' } });
  });
  it('is not missed for what adorns it', () => {
    expect(read({ ...said, blocks: 7, files: {}, icons: 'x', username: [], metadata: 'x' })).toMatchObject({
      kind: 'said',
    });
  });
});

describe('a change', () => {
  it('is an edit where somebody made it, also of what was sent to the channel too', () => {
    const broadcast = { ...said, subtype: 'thread_broadcast', thread_ts: '1690000000.000100' };
    expect(read(changed({ ...broadcast, text: 'anew', edited: { user: 'U0HANA', ts: at } }))).toMatchObject({
      kind: 'edited',
      at,
      place: { thread: '1690000000.000100' },
      words: { text: 'anew' },
    });
  });
  it('is an edit where a file is gone', () => {
    const before = { ...said, files: [file] };
    const after = { ...said, files: [{ id: 'F1', mode: 'tombstone' }] };
    expect(read(changed(after, before))).toMatchObject({ kind: 'edited', at });
    expect(read(changed(before, before))).toMatchObject({ kind: 'ignored' });
  });
  it('is an edit where a bot changed its blocks', () => {
    const bot = { ...said, bot_id: 'B0CI', app_id: 'A0CI' };
    const blocks = (text: string) => [{ type: 'header', text: { type: 'plain_text', text } }];
    const event = changed({ ...bot, blocks: blocks('done') }, { ...bot, blocks: blocks('building') });
    expect(read(event)).toMatchObject({ kind: 'edited', words: { text: '*done*' } });
  });
  it('is a deletion where a tombstone is left', () => {
    const tombstone = { ts, subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.' };
    expect(read(changed(tombstone, said))).toEqual({
      kind: 'deleted',
      place: { team: 'T1', channel: 'C0LOBBY', ts },
      by: { id: 'U0HANA' },
      at,
    });
  });
});

describe('what is none of our business', () => {
  it.each([
    [
      'a preview of a link',
      changed({ ...said, attachments: [{ text: 'x' }] }, said),
      'a change that nobody made',
    ],
    ['a change of nothing', { ...changed(said), message: 7 }, 'a change of no message'],
    ['a deletion of nothing', { ...said, subtype: 'message_deleted' }, 'a deletion of nothing'],
    ['an echo by our app', { ...said, bot_id: 'B1', app_id: 'A1' }, 'our own post'],
    [
      'an echo by the bot’s profile',
      { ...said, bot_id: 'B1', bot_profile: { app_id: 'A1' } },
      'our own post',
    ],
    ['a message without words', { ...said, text: ' \n' }, 'a message without words'],
    ['a message of nobody', { ...said, user: undefined }, 'a message without an author, a text or a time'],
    ['somebody who joined', { ...said, subtype: 'channel_join' }, 'message subtype channel_join'],
    ['an endless subtype', { ...said, subtype: 'x'.repeat(900) }, `message subtype ${'x'.repeat(100)}`],
    ['an archived channel', { type: 'channel_archive', channel: 'C0LOBBY' }, 'event channel_archive'],
    ['a person who is none', { type: 'user_change', user: 'U0HANA' }, 'a change of nobody'],
  ])('%s', (_, event, reason) => expect(read(event)).toEqual({ kind: 'ignored', reason }));
});
