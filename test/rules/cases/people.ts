import { COMPONENTS } from '#model/component.ts';
import {
  but,
  type Case,
  component,
  create,
  get,
  guest,
  list,
  nobody,
  type Principal,
  person,
  remove,
  STRANGER,
  set,
  update,
} from '../wire/index.ts';

const about = 'people';
const path = 'people/alice';
const alice = person('alice');
const page = { name: 'Alice', guest: false };
const full = { ...page, picture: 'https://example.org/a.png', locale: 'ja' };
const given = { [path]: page };

const readers: Principal[] = [alice, person('bob'), guest('gus'), component('slackPost')];
const strangers: Principal[] = [
  nobody,
  ...COMPONENTS.filter((name) => name !== 'slackPost').map((name) => component(name)),
];

const reading: Case[] = [
  ...readers.map((as) => ({ name: `${as.called} gets a page`, about, as, given, ask: get(path), may: true })),
  ...strangers.map((as) => ({
    name: `${as.called} gets no page`,
    about,
    as,
    given,
    ask: get(path),
    may: false,
  })),
  ...readers.map((as) => ({
    name: `${as.called} does not list pages`,
    about,
    as,
    given,
    ask: list('people', { limit: 1 }),
    may: false,
  })),
  { name: 'nothing lies below a page', about, as: alice, ask: get(`${path}/notes/n`), may: false },
];

const makes: Case = {
  name: 'a person makes their page',
  about,
  as: alice,
  ask: create(path, full),
  may: true,
};
const making: Case[] = [
  makes,
  { ...makes, name: 'a person makes a page with no more than a name', ask: create(path, page) },
  { ...makes, name: 'a person makes a page in English', ask: create(path, { ...full, locale: 'en' }) },
  {
    ...makes,
    name: 'a guest makes their page',
    as: guest('gus'),
    ask: create('people/gus', { name: 'Gus', guest: true }),
  },
  ...but(makes, {
    'as nobody': { as: nobody },
    'for somebody else': { as: person('bob') },
    'is a guest and hides it': { as: guest('alice') },
    'plays the guest': { ask: create(path, { ...full, guest: true }) },
    'is a component': { as: component('reply'), ask: create('people/component:reply', full) },
    'without a name': { ask: create(path, { guest: false }) },
    'under a name of blanks': { ask: create(path, { ...full, name: ' ' }) },
    'without saying whether a guest': { ask: create(path, { name: 'Alice' }) },
    'with a picture that is no address': { ask: create(path, { ...full, picture: 'javascript:alert(1)' }) },
    'in an unknown language': { ask: create(path, { ...full, locale: STRANGER }) },
    'with an unknown field': { ask: create(path, { ...full, [STRANGER]: true }) },
  }),
];

const changes: Case = {
  name: 'a person changes their page',
  about,
  as: alice,
  given,
  ask: update(path, { name: 'アリス' }),
  may: true,
};
const changing: Case[] = [
  changes,
  { ...changes, name: 'a person writes their page anew', ask: set(path, full) },
  ...but(changes, {
    'as nobody': { as: nobody },
    'of somebody else': { as: person('bob') },
    'to be a guest': { ask: update(path, { guest: true }) },
    'adds an unknown field': { ask: update(path, { [STRANGER]: true }) },
    'removes it': { ask: remove(path) },
  }),
];

export const people: readonly Case[] = [...reading, ...making, ...changing];
