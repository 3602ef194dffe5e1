import { describe, expect, it } from 'vitest';
import { foresight } from '../../../../scripts/mutants/foresight/foresee.ts';
import {
  ago,
  batch,
  type Case,
  create,
  FAR_OFF,
  get,
  list,
  listGroup,
  nobody,
  person,
  type Request,
  remove,
  SERVER_TIME,
  set,
  update,
} from '../../../rules/wire/index.ts';

const rules = `service cloud.firestore { match /databases/{database}/documents {
  match /a/{id} {
    allow get: if request.auth.uid == 'alice' && resource.data.n == 1;
    allow list: if request.query.limit <= 2 && resource.data.n == 1;
    allow create: if request.resource.data.at == request.time && id != 'none';
    allow update: if request.resource.data.n == resource.data.n + 1;
    allow delete: if resource.data.at < request.time - duration.value(5, 's');
  }
  match /b/{id} { allow create: if getAfter(/databases/$(database)/documents/a/$(id)).data.n == 2; }
  match /{path=**}/c/{id} { allow list; }
} }`;

const given = { 'a/1': { n: 1, at: ago(6) }, 'a/2': { n: 2, at: ago(4) } };
const asks = (ask: Request | readonly Request[], more: Partial<Case> = {}): Case => ({
  name: 'asks',
  about: 'a',
  as: person('alice'),
  given,
  ask,
  may: true,
  ...more,
});
const foreseen = foresight()(rules);
const narrowed = { where: [['n', '==', 1]], limit: 2 } as const;

describe('of a case it is foreseen', () => {
  it.each<[string, string, Case]>([
    ['allowed', 'a document that it reads', asks(get('a/1'))],
    ['denied', 'another one', asks(get('a/2'))],
    ['denied', 'one that is not there', asks(get('a/3'))],
    ['denied', 'one that nobody reads', asks(get('a/1'), { as: nobody })],
    ['allowed', 'a list that brings no other', asks(list('a', narrowed))],
    ['denied', 'a longer list', asks(list('a', { ...narrowed, limit: 3 }))],
    ['denied', 'an endless list', asks(list('a', { where: [['n', '==', 1]] }))],
    ['unknown', 'a list of which it cannot be said what it brings', asks(list('a', { limit: 2 }))],
    ['denied', 'a list wherever', asks(listGroup('a', narrowed))],
    ['allowed', 'a list that is allowed wherever', asks(listGroup('c'))],
    ['allowed', 'a list in one place of what is allowed wherever', asks(list('a/1/c'))],
    ['allowed', 'a creation', asks(create('a/3', { at: SERVER_TIME }))],
    ['denied', 'a creation at another time', asks(create('a/3', { at: FAR_OFF }))],
    ['denied', 'a creation elsewhere', asks(create('a/none', { at: SERVER_TIME }))],
    ['unknown', 'a creation of what is there', asks(create('a/1', { at: SERVER_TIME }))],
    ['allowed', 'an update', asks(update('a/1', { n: 2 }))],
    ['denied', 'an update of what is not there', asks(update('a/3', { n: 2 }))],
    ['allowed', 'what is written whole', asks(set('a/1', { n: 2 }))],
    ['allowed', 'a deletion, by its time', asks(remove('a/1'))],
    ['denied', 'a deletion too early', asks(remove('a/2'))],
    ['allowed', 'writes that belong together', asks(batch(update('a/1', { n: 2 }), create('b/1', {})))],
    ['denied', 'one of them alone', asks(create('b/1', {}))],
    ['unknown', 'one document twice', asks(batch(update('a/1', { n: 2 }), update('a/1', { n: 2 })))],
    ['unknown', 'requests one after the other', asks([get('a/1'), get('a/1')])],
  ])('%s: %s', (verdict, _, one) => {
    expect(foreseen(one)).toBe(verdict);
  });
});
