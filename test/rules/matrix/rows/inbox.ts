import type { Fields } from '#model/effect.ts';
import { inboxesPath, inboxPath } from '#model/inbox.ts';
import { ahead, FAR_OFF, get, LONG_AGO, list, remove, SERVER_TIME, set, update } from '../../wire/index.ts';
import { NONE, type Row, row } from '../row.ts';

const EVENT = inboxPath('Ev1');

/** A Slack event that was received. */
export const entry = (over: Fields = {}): Fields => ({
  team: 'T1',
  app: 'A1',
  type: 'message',
  body: '{}',
  received: LONG_AGO,
  expires: FAR_OFF,
  state: 'received',
  ...over,
});
const look = (over: Fields = {}): Fields =>
  entry({ type: 'look', received: SERVER_TIME, expires: ahead(86_400), ...over });
const there =
  (over: Fields = {}) =>
  () => ({ [EVENT]: entry(over) });
const told = (
  operation: Row['operation'],
  what: string,
  may: Row['may'],
  given: Row['given'],
  ask: Row['ask'],
  when?: string,
) => row(operation, what, may, { ask, anywhere: true, ...(given && { given }), ...(when && { if: when }) });

export const inbox: Row[] = [
  told('get', 'an event', ['slackReceive', 'sweep'], there(), () => get(EVENT)),
  told(
    'list',
    'events',
    ['sweep', 'operate'],
    there(),
    () => list(inboxesPath, { limit: 50 }),
    '50 at a time',
  ),
  told(
    'create',
    'an event as it was received',
    ['slackReceive'],
    undefined,
    () => set(EVENT, entry({ received: SERVER_TIME, expires: ahead(86_400) })),
    'with the server’s time and an end',
  ),
  told(
    'create',
    'the wish that a channel is looked through',
    ['slackReceive', 'sweep'],
    undefined,
    () => set(inboxPath('look-lobby-1'), look()),
    'under an id and a type that tell it from what Slack said',
  ),
  told('create', 'such a wish under the id of an event', ['slackReceive'], undefined, () =>
    set(EVENT, look()),
  ),
  told('create', 'such a wish as one of Slack’s events', ['slackReceive'], undefined, () =>
    set(inboxPath('look-lobby-1'), look({ type: 'message' })),
  ),
  told('create', 'an event as one that was applied', NONE, undefined, () =>
    set(EVENT, entry({ received: SERVER_TIME, expires: ahead(86_400), state: 'applied' })),
  ),
  told('update', 'received, to applied', ['slackApply'], there(), () => update(EVENT, { state: 'applied' })),
  told('update', 'received, to ignored', ['slackApply'], there(), () =>
    update(EVENT, { state: 'ignored', reason: 'a bot wrote it' }),
  ),
  told('update', 'received, to failed', ['slackApply'], there(), () =>
    update(EVENT, { state: 'failed', reason: 'no text' }),
  ),
  told(
    'update',
    'received, brought up again',
    ['sweep'],
    there({ nudges: 4 }),
    () => update(EVENT, { nudges: 5 }),
    'five times',
  ),
  told('update', 'received, brought up a sixth time', NONE, there({ nudges: 5 }), () =>
    update(EVENT, { nudges: 6 }),
  ),
  told(
    'update',
    'received and brought up five times, to failed',
    ['slackApply', 'sweep'],
    there({ nudges: 5 }),
    () => update(EVENT, { state: 'failed', reason: 'nobody could apply it' }),
    'with a reason',
  ),
  told('update', 'applied, to anything else', NONE, there({ state: 'applied' }), () =>
    update(EVENT, { state: 'failed', reason: 'it was not' }),
  ),
  told('update', 'what Slack said', NONE, there(), () =>
    update(EVENT, { state: 'applied', body: '{"x":1}' }),
  ),
  told('delete', 'an event', NONE, there(), () => remove(EVENT)),
];
