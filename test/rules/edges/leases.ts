import type { Fields } from '#model/effect.ts';
import { messagePath } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { ANSWERED, link, mark, message, ROOM } from '../matrix/scene.ts';
import { batch, FAR_OFF, SERVER_TIME, update } from '../wire/index.ts';
import { type Edge, edges, type Over } from './edge.ts';
import {
  attempts,
  claims,
  DOUBT,
  ENDED,
  LINK,
  MARK,
  POST,
  SENDING,
  shows,
  voids,
  working,
} from './working.ts';

/** The room is nobody's, and the last lease was the fourth. */
const free = (before: Fields): Over => ({ ...working(before), [LINK]: link() });
const WANTED = { wanted: 2 };
const underFifth = (fields: Fields) => update(MARK, { lease: 5, ...fields });
const releases = update(LINK, {
  lease: { number: 4, held: false, since: FAR_OFF },
  pause: { since: SERVER_TIME, seconds: 0 },
});

/** Another message of the room, which is to be in Slack as well. */
const NEXT = mirrorPath(ROOM, ANSWERED);
const next: Over = {
  [messagePath(ROOM, ANSWERED)]: message('oscar', { revision: 3 }),
  [NEXT]: mark(ROOM, { message: ANSWERED, wanted: 2 }),
};
const attemptsNext = update(NEXT, { state: 'sending', attempts: 1, lease: 4, doubt: DOUBT });

/** What is written in one request with the lease, or with what the step before has left. */
const leases: Edge[] = [
  [
    'a mirror is tried under a lease that is taken with it',
    false,
    POST,
    batch(claims, attempts(DOUBT, { lease: 5 })),
    free(WANTED),
  ],
  [
    'a mirror is tried under the lease before the one that is taken with it',
    false,
    POST,
    batch(claims, attempts()),
    free(WANTED),
  ],
  [
    'a mirror is tried under a lease that another one has',
    false,
    POST,
    batch(claims, attempts(DOUBT, { lease: 5 })),
    working(WANTED),
  ],
  [
    'a mirror is tried under a lease that is given back with it',
    true,
    POST,
    batch(releases, attempts()),
    working(WANTED),
  ],
  [
    'a post is shown under a lease that is taken with it',
    false,
    POST,
    batch(claims, shows({ lease: 5 })),
    free(SENDING),
  ],
  [
    'nothing is shown under a lease that is taken with it',
    false,
    POST,
    batch(claims, voids({ lease: 5 })),
    { ...free(SENDING), ...ENDED },
  ],
  [
    'a post is put back under a lease that is taken with it',
    false,
    POST,
    batch(claims, underFifth({ state: 'wanted', attempts: 1 })),
    free(SENDING),
  ],
  [
    'a post is given up under a lease that is taken with it',
    false,
    POST,
    batch(claims, underFifth({ state: 'failed', error: 'x' })),
    { ...free(SENDING), ...ENDED },
  ],
  [
    'a post is shown under a lease that is given back with it',
    true,
    POST,
    batch(releases, shows({})),
    working(SENDING),
  ],
  [
    'a post is shown, and the next one tried with it',
    true,
    POST,
    batch(shows({}), attemptsNext),
    { ...working(SENDING), ...next },
  ],
  [
    'a post is shown, and the next one tried with it, once the lease is gone',
    false,
    POST,
    batch(shows({}), attemptsNext),
    { ...free(SENDING), ...next },
  ],
];

export const leaseEdges = edges('mirrors', leases);
