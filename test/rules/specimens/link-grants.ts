import { asLinkGrant, linkGrantPath } from '#model/link-grant.ts';
import { grant } from '../matrix/rows/link-grants.ts';
import { ROOM, sceneWith } from '../matrix/scene.ts';
import { person, SERVER_TIME } from '../wire/index.ts';
import { any, type Specimen } from './specimen.ts';

const allowed = {
  about: 'linkGrants',
  as: person('opal', { operator: true }),
  path: linkGrantPath(ROOM),
  after: grant({ places: ['T1-C1', 'T2-C9'], at: SERVER_TIME }),
  guard: asLinkGrant,
  free: { places: any },
};

export const linkGrants: Specimen[] = [
  { ...allowed, name: 'an operator lets owners link a room', given: sceneWith() },
  {
    ...allowed,
    name: 'an operator lets owners link a room elsewhere',
    given: sceneWith({ [linkGrantPath(ROOM)]: grant() }),
  },
];
