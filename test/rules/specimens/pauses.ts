import { asPause } from '#model/pause.ts';
import { HALL_CHANNEL } from '../matrix/rows/pauses.ts';
import { sceneWith } from '../matrix/scene.ts';
import { ago, component, SERVER_TIME } from '../wire/index.ts';
import { any, type Specimen } from './specimen.ts';

const asked = {
  about: 'pauses',
  as: component('slackPost'),
  path: HALL_CHANNEL,
  after: { since: SERVER_TIME, seconds: 30 },
  guard: asPause,
  free: { seconds: any },
};

export const pauses: Specimen[] = [
  { ...asked, name: 'slackPost is asked to wait', given: sceneWith() },
  {
    ...asked,
    name: 'slackPost is asked to wait for longer',
    given: sceneWith({ [HALL_CHANNEL]: { since: ago(60), seconds: 30 } }),
  },
];
