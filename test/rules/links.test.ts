import { collection, getDocs, limit, query, where } from 'firebase/firestore';
import { beforeEach, describe, it } from 'vitest';
import { COMPONENTS } from '#model/component.ts';
import { givenLobby, link } from './lobby.ts';
import {
  type Actor,
  allows,
  component,
  denies,
  type Fields,
  firestoreOf,
  given,
  now,
  past,
  person,
  rulesWorld,
  without,
} from './world.ts';

rulesWorld();
beforeEach(givenLobby);

const path = 'links/lobby';
const post = component('slackPost');
const others = COMPONENTS.filter((name) => name !== 'slackPost');

describe('reading links', () => {
  it('is for mirror and slackPost', async () => {
    await allows.get(component('mirror'), path);
    await allows.get(post, path);
    await denies.get(person('olga'), path);
    for (const name of ['reply', 'slackReceive', 'slackApply'] as const)
      await denies.get(component(name), path);
  });
  const linked = (actor: Actor, most: number) =>
    getDocs(query(collection(firestoreOf(actor), 'links'), where('channel', '==', 'C0LOBBY'), limit(most)));
  it('in lists is for slackApply, a few at a time', async () => {
    await allows.query(linked(component('slackApply'), 20));
    await denies.query(linked(component('slackApply'), 21));
    await denies.query(linked(post, 20));
    await denies.query(linked(person('olga'), 20));
  });
});

describe('a link', () => {
  it('is not made or removed by a component or from a browser', async () => {
    for (const actor of [person('olga'), ...COMPONENTS.map(component)]) {
      await denies.set(actor, 'links/closet', link);
      await denies.delete(actor, path);
    }
  });
});

describe('the lease of a room', () => {
  const claim: Fields = { lease: { number: 5, held: true, since: now } };
  const inHand = { ...link, lease: { number: 4, held: true, since: past(10) } };

  it('is taken when it is free', () => allows.update(post, path, claim));
  it('is taken when it is over', async () => {
    await given(path, { ...link, lease: { number: 4, held: true, since: past(61) } });
    await allows.update(post, path, claim);
  });
  it('is taken when a pause is over', async () => {
    await given(path, { ...link, pause: { since: past(40), seconds: 30 } });
    await allows.update(post, path, claim);
  });
  it.each<[string, Fields, Fields]>([
    ['while another holds it', inHand, claim],
    ['during a pause', { ...link, pause: { since: past(20), seconds: 30 } }, claim],
    ['under the same number', link, { lease: { number: 4, held: true, since: now } }],
    ['under a number further on', link, { lease: { number: 6, held: true, since: now } }],
    ['from another time on', link, { lease: { number: 5, held: true, since: past(1) } }],
    ['without holding it', link, { lease: { number: 5, held: false, since: now } }],
    ['with a name in it', link, { lease: { number: 5, held: true, since: now, by: 'x' } }],
    ['together with the channel', link, { ...claim, channel: 'C0OTHER' }],
  ])('is not taken %s', async (_, before, fields) => {
    await given(path, before);
    await denies.update(post, path, fields);
  });
  it.each(others)('is not taken by %s', (name) => denies.update(component(name), path, claim));
  it('is not taken by a person', () => denies.update(person('olga'), path, claim));

  const since = past(10);
  const mine = { ...link, lease: { number: 5, held: true, since } };
  const release: Fields = {
    lease: { number: 5, held: false, since },
    pause: { since: now, seconds: 30 },
    settled: past(1),
    error: 'not_in_channel',
  };
  it('is given back with what was learnt', async () => {
    await given(path, mine);
    await allows.update(post, path, release);
  });
  it('is given back with nothing learnt', async () => {
    await given(path, mine);
    await allows.update(post, path, without(release, 'error'));
  });
  it.each<[string, Fields, Fields]>([
    ['by who does not hold it', { ...mine, lease: { ...mine.lease, held: false } }, release],
    ['under another number', mine, { ...release, lease: { number: 4, held: false, since } }],
    ['with another time', mine, { ...release, lease: { number: 5, held: false, since: now } }],
    ['with a pause from another time on', mine, { ...release, pause: { since: past(1), seconds: 1 } }],
    ['with a pause that runs backwards', mine, { ...release, pause: { since: now, seconds: -1 } }],
    ['with more in its pause', mine, { ...release, pause: { since: now, seconds: 1, by: 'x' } }],
    ['with a point further back', mine, { ...release, settled: past(700) }],
    ['with an endless reason', mine, { ...release, error: 'x'.repeat(501) }],
    ['for another channel', mine, { ...release, channel: 'C0OTHER' }],
  ])('is not given back %s', async (_, before, fields) => {
    await given(path, before);
    await denies.update(post, path, fields);
  });
  it.each(others)('is not given back by %s', async (name) => {
    await given(path, mine);
    await denies.update(component(name), path, release);
  });
});
