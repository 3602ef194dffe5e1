import { describe, expect, it } from 'vitest';
import type { Fields } from '../../functions/model/effect.ts';
import { check, type Ends, type Findings } from '../simulation/checker.ts';
import { checkFeelings, type Felt } from '../simulation/feelings.ts';
import type { Said } from '../simulation/plan.ts';
import { isAtRest, postedIn } from './ends.ts';
import { placesOf } from './rooms.ts';
import { asShown, twinsOf } from './twins.ts';

const [place] = placesOf(1);
if (!place) throw new Error('A schedule has no place.');
const { room, channel } = place;
const AT = new Date('2026-01-01T00:00:00Z');

const said: Said = {
  room,
  channel,
  id: 'a'.repeat(20),
  from: 'web',
  answered: false,
  texts: ['Hello'],
  revision: 1,
  deleted: false,
};
const post = (ts: string, text = 'Hello') =>
  postedIn(channel, {
    ts,
    text,
    bot_id: 'B0TSUNAGI',
    metadata: { event_payload: { room, message: said.id } },
  });
const documents = (state = 'sent'): Map<string, Fields> =>
  new Map([
    [`rooms/${room}/messages/${said.id}`, { author: { kind: 'person', id: 'alice' }, text: 'Hello', at: AT }],
    [`mirrors/${room}-${said.id}`, { room, message: said.id, state }],
  ]);
const ends = (messages: Ends['slack']['messages'], state?: string): Ends => ({
  rooms: [place],
  database: { documents: documents(state) },
  slack: { messages, hasty: 0 },
  scheduler: { deaths: 0 },
});
const count = (findings: Findings) =>
  Object.fromEntries(Object.entries(findings).map(([kind, words]) => [kind, words.length]));
const nothing = { lost: 0, doubled: 0, reordered: 0, phantom: 0 };

describe('what stands on both sides', () => {
  it('is as it should be where Slack shows what was said, once', () => {
    expect(count(check(ends([post('1.000001')]), [said]))).toEqual(nothing);
  });
  it('is in no thread where it began one', () => {
    expect(
      postedIn(channel, { ts: '1.000001', text: 'Hello', thread_ts: '1.000001' }).thread,
    ).toBeUndefined();
    expect(postedIn(channel, { ts: '1.000002', text: 'Hello', thread_ts: '1.000001' }).thread).toBe(
      '1.000001',
    );
  });
  it('lacks what Slack does not show', () => {
    expect(count(check(ends([]), [said]))).toEqual({ ...nothing, lost: 1 });
  });
  it('has twice what Slack shows twice', () => {
    const twice = [post('1.000001'), post('1.000002')];
    expect(check(ends(twice), [said])).toMatchObject({
      lost: [],
      doubled: [`${said.id} is in Slack 2 times`, `${said.id} has parts in Slack several times`],
    });
  });
  it('says the old where Slack does', () => {
    expect(count(check(ends([post('1.000001', 'Hullo')]), [said]))).toEqual({ ...nothing, lost: 1 });
  });
  it('has in it what nobody said', () => {
    expect(count(check(ends([]), []))).toEqual({ ...nothing, phantom: 1 });
  });
});

describe('calls within a Retry-After', () => {
  const called = (hasty: number, deaths: number) => {
    const there = ends([post('1.000001')]);
    return check({ ...there, slack: { ...there.slack, hasty }, scheduler: { deaths } }, [said]).doubled;
  };

  it('are too many where nobody died', () => {
    expect(called(1, 0)).toEqual(['1 calls within a Retry-After']);
  });
  it('may be one for each death, who takes along what Slack said, and no more', () => {
    expect(called(2, 2)).toEqual([]);
    expect(called(3, 2)).toEqual(['3 calls within a Retry-After']);
  });
});

describe('an event of Slack’s that was not applied', () => {
  const reacts = (ts: string): [string, Fields] => [
    'inbox/Ev1',
    { state: 'received', body: JSON.stringify({ event: { type: 'reaction_added', item: { ts } } }) },
  ];
  const both = (ts: string) => {
    const there = ends([post('1.000001'), { ...post('1.000002'), deleted: true }]);
    return { ...there, database: { documents: new Map([...documents(), reacts(ts)]) } };
  };

  it('is lost where it is about a post that is there', () => {
    expect(check(both('1.000001'), [said]).lost).toEqual(['inbox/Ev1 was not applied']);
  });
  it('is not where the post is gone', () => {
    expect(check(both('1.000002'), [said]).lost).toEqual([]);
  });
});

describe('rest', () => {
  it('is when nothing waits', () => {
    expect(isAtRest(ends([]))).toBe(true);
  });
  it('is not while a mirror is not done', () => {
    expect(isAtRest(ends([], 'sending'))).toBe(false);
  });
  it('is not while reactions wait', () => {
    const mark: [string, Fields] = [`reactionMirrors/${room}-${said.id}-reactions`, { state: 'sending' }];
    expect(isAtRest({ database: { documents: new Map([...documents(), mark]) } })).toBe(false);
  });
  it('is not while an event of Slack’s is not applied', () => {
    const waiting = ends([]);
    const inbox: [string, Fields] = ['inbox/Ev1', { state: 'received' }];
    expect(isAtRest({ ...waiting, database: { documents: new Map([...documents(), inbox]) } })).toBe(false);
  });
});

describe('what is felt', () => {
  const reacted = (who: string) => `rooms/${room}/messages/${said.id}/reactions/${who}-f09f8e89`;
  const felt = (users: readonly string[], line?: string, ...who: readonly string[]): Felt => ({
    people: [{ uid: 'alice', name: 'Alice Weber' }],
    database: {
      documents: new Map([
        ...documents(),
        ...who.map((one): [string, Fields] => [reacted(one), { on: true }]),
      ]),
    },
    slack: {
      messages: [post('1.000001')],
      reactions: {
        users: (_, __, name) => new Set(name === 'tada' ? users : []),
        line: () => line,
      },
    },
  });
  const found = (...asked: Parameters<typeof felt>) => {
    const findings: Findings = { lost: [], doubled: [], reordered: [], phantom: [] };
    checkFeelings(felt(...asked), [said], findings);
    return count(findings);
  };

  it('is as it should be where both sides show it', () => {
    expect(found(['U0HANA', 'U0BOT'], '🎉 Alice Weber (web)', 'T0TSUNAGI-U0HANA', 'alice')).toEqual(nothing);
  });
  it('is lost where one side does not show the other’s', () => {
    expect(found(['U0HANA'])).toEqual({ ...nothing, lost: 1 });
    expect(found(['U0BOT'], undefined, 'alice')).toEqual({ ...nothing, lost: 2 });
  });
  it('is made up where nobody feels so any more', () => {
    expect(found([], undefined, 'T0TSUNAGI-U0HANA')).toEqual({ ...nothing, phantom: 1 });
    expect(found(['U0BOT'], '🎉 Alice Weber (web)')).toEqual({ ...nothing, phantom: 3 });
  });
});

describe('what Slack has twice of one gesture', () => {
  const typed = (ts: string, client_msg_id: string) => ({ ts, text: 'Hello', client_msg_id });
  const posts = [typed('1.000001', 'one'), typed('1.000002', 'one'), typed('1.000003', 'three')];
  const twins = new Map(posts.map(({ ts }) => [ts, twinsOf(posts, ts)]));
  const heard: Said = { ...said, from: 'slack', id: '1.000001' };
  const showing = (...all: readonly string[]) => ({
    documents: new Map(
      all.map((ts): [string, Fields] => [
        `rooms/${room}/messages/slack-${channel}-${ts}`,
        { author: { kind: 'slack', id: 'T0TSUNAGI-U0HANA' }, text: 'Hello', at: AT },
      ]),
    ),
  });
  const findings = (...all: readonly string[]) => {
    const database = showing(...all);
    return count(check({ ...ends([]), database }, asShown([heard], { database, twins })));
  };

  it('is there by either of the two', () => {
    expect(findings('1.000001')).toEqual(nothing);
    expect(findings('1.000002')).toEqual(nothing);
  });
  it('is one too many where both are', () => {
    expect(findings('1.000001', '1.000002')).toEqual({ ...nothing, phantom: 1 });
  });
  it('is lost where neither is, or another', () => {
    expect(findings()).toEqual({ ...nothing, lost: 1 });
    expect(findings('1.000003')).toEqual({ ...nothing, lost: 1, phantom: 1 });
  });
});
