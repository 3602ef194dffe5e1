import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { removes } from '../banning.ts';
import { now, oneMore, past } from '../fields.ts';
import { alice, at, FRESH, givenLobby, HERS, hello, member, place } from '../lobby.ts';
import { changes, sends, spends } from '../sending.ts';
import { allows, denies, type Write } from '../verdict.ts';
import { component, given, rulesWorld } from '../world.ts';

rulesWorld();
beforeEach(givenLobby);

const OTHER = 'otherOtherOther00001';
const edit = { text: 'hello!', revision: 2, edited: now };
const sent = (count: number, last: string) =>
  given(place('alice'), { ...member('alice'), sent: { since: past(10), count, last } });

describe('what is sent', () => {
  it('is paid for with the next of a count that has begun', async () => {
    await sent(59, `${HERS}:1`);
    const paid: Write = ['update', place('alice'), { 'sent.count': oneMore, 'sent.last': `${FRESH}:1` }];
    await allows.batch({ as: alice, writes: [paid, ['set', at(FRESH), hello]] });
  });
  it('is not paid for with the sixty-first', async () => {
    await sent(60, `${HERS}:1`);
    const paid: Write = ['update', place('alice'), { 'sent.count': oneMore, 'sent.last': `${FRESH}:1` }];
    await denies.batch({ as: alice, writes: [paid, ['set', at(FRESH), hello]] });
  });

  it.each<[string, string]>([
    ['another message', `${OTHER}:1`],
    ['another revision', `${FRESH}:2`],
    ['no revision', FRESH],
    ['an invitation', `invitation:${FRESH}`],
  ])('is not paid for with the allowance for %s', (_, what) =>
    denies.batch(sends({ as: alice, id: FRESH, fields: hello, what })),
  );
  it('is not sent for nothing', async () => {
    await denies.set(alice, at(FRESH), hello);
    await denies.update(alice, at(HERS), edit);
  });
  it('is not paid for with what was spent before', async () => {
    await sent(1, `${HERS}:1`);
    await denies.set(alice, at(FRESH), hello);
    await denies.update(alice, at(HERS), edit);
  });
  it('is not paid for with what another spends', () =>
    denies.batch({ as: alice, writes: [spends('olga', `${FRESH}:1`), ['set', at(FRESH), hello]] }));
  it('is not paid for in another room', async () => {
    await given(place('alice', 'closet'), member('alice'));
    await denies.batch({
      as: alice,
      writes: [spends('alice', `${FRESH}:1`, 'closet'), ['set', at(FRESH), hello]],
    });
  });

  it('is one thing at a time: two messages on one allowance are denied', () =>
    denies.batch({
      as: alice,
      writes: [...sends({ as: alice, id: FRESH, fields: hello }).writes, ['set', at(OTHER), hello]],
    }));
  it('is one thing at a time: a message and an edit on one allowance are denied', () =>
    denies.batch({
      as: alice,
      writes: [...sends({ as: alice, id: FRESH, fields: hello }).writes, ['update', at(HERS), edit]],
    }));
  it('is one thing at a time: two allowances in one batch are denied', () =>
    denies.batch({
      as: alice,
      writes: [
        ...sends({ as: alice, id: FRESH, fields: hello }).writes,
        ['update', place('alice'), { 'sent.count': oneMore, 'sent.last': `${OTHER}:1` }],
        ['set', at(OTHER), hello],
      ],
    }));
  it('is done once: an allowance does not serve again', async () => {
    await allows.batch(sends({ as: alice, id: FRESH, fields: hello }));
    await denies.set(alice, at(FRESH), hello);
    await denies.update(alice, at(FRESH), edit);
  });
  it('is not sent by who leaves with it', () =>
    denies.batch({
      as: alice,
      writes: [
        ['delete', place('alice')],
        ['set', at(FRESH), hello],
      ],
    }));
  it('is not sent by who is silenced', async () => {
    await given(place('alice'), member('alice', 'reader'));
    await denies.batch(sends({ as: alice, id: FRESH, fields: hello }));
    await denies.batch(changes({ as: alice, id: HERS, fields: edit }));
  });
  it('is not sent by who was removed', async () => {
    await allows.batch(removes('alice'));
    await denies.set(alice, at(FRESH), hello);
    await denies.update(alice, at(HERS), edit);
  });
  it.each(COMPONENTS)('is not sent as a person by %s', (name) =>
    denies.set(component(name), at(FRESH), hello),
  );
});
