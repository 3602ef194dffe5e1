import { asPerson, personPath } from '#model/person.ts';
import { asSlackPerson, slackPersonPath } from '#model/slack-person.ts';
import { page, sceneWith } from '../matrix/scene.ts';
import { component, guest, LONG_AGO, person, SERVER_TIME } from '../wire/index.ts';
import { any, type Specimen } from './specimen.ts';

const MINE = personPath('mia');
const own = page({ changed: SERVER_TIME });
const chosen = { name: any, picture: any, locale: any };

export const people: Specimen[] = [
  {
    name: 'a person makes their page',
    about: 'people',
    as: person('mia'),
    given: sceneWith({ [MINE]: undefined }),
    path: MINE,
    after: own,
    guard: asPerson,
    free: chosen,
  },
  {
    name: 'a person changes their page',
    about: 'people',
    as: person('mia'),
    given: sceneWith(),
    path: MINE,
    after: { ...own, picture: 'https://example.org/m.png', locale: 'ja' },
    guard: asPerson,
    free: chosen,
  },
  {
    name: 'a guest makes their page',
    about: 'people',
    as: guest('gus'),
    given: sceneWith({ [personPath('gus')]: undefined }),
    path: personPath('gus'),
    after: { ...own, guest: true },
    guard: asPerson,
    free: chosen,
  },
];

export const slackPeople: Specimen[] = [
  {
    name: 'slackApply makes a page',
    about: 'slackPeople',
    as: component('slackApply'),
    given: sceneWith(),
    path: slackPersonPath('T1-U1'),
    after: { name: 'Hana', picture: 'https://example.org/h.png', fetched: SERVER_TIME },
    guard: asSlackPerson,
    free: { name: any, picture: any },
  },
  {
    name: 'slackApply renews a page',
    about: 'slackPeople',
    as: component('slackApply'),
    given: sceneWith({ [slackPersonPath('T1-U1')]: { name: 'Hana', fetched: LONG_AGO } }),
    path: slackPersonPath('T1-U1'),
    after: { name: 'Hana', picture: 'https://example.org/h.png', fetched: SERVER_TIME },
    guard: asSlackPerson,
    free: { name: any, picture: any },
  },
];
