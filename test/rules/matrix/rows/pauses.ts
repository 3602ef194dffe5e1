import { pausePath } from '#model/pause.ts';
import { ago, FAR_OFF, get, list, remove, SERVER_TIME, set, update } from '../../wire/index.ts';
import { NONE, type Row, row } from '../row.ts';

export const HALL_CHANNEL = pausePath('T1', 'C9');
const there = (since: unknown) => () => ({ [HALL_CHANNEL]: { since, seconds: 30 } });

export const pauses: Row[] = [
  row('get', 'a pause', ['slackPost', 'slackCommand', 'operate'], {
    given: there(ago(10)),
    ask: () => get(HALL_CHANNEL),
    anywhere: true,
  }),
  row('list', 'pauses', NONE, {
    given: there(ago(10)),
    ask: () => list('pauses', { limit: 1 }),
    anywhere: true,
  }),
  row('create', 'a pause', ['slackPost'], {
    if: 'from now on, for an hour at most',
    ask: () => set(HALL_CHANNEL, { since: SERVER_TIME, seconds: 30 }),
    anywhere: true,
  }),
  row('create', 'a pause from some day on', NONE, {
    ask: () => set(HALL_CHANNEL, { since: FAR_OFF, seconds: 30 }),
    anywhere: true,
  }),
  row('create', 'a pause of what is no channel', NONE, {
    ask: () => set('pauses/general', { since: SERVER_TIME, seconds: 30 }),
    anywhere: true,
  }),
  row('update', 'a pause, to a longer one', ['slackPost'], {
    given: there(ago(10)),
    ask: () => update(HALL_CHANNEL, { since: SERVER_TIME, seconds: 30 }),
    anywhere: true,
  }),
  row('update', 'a pause, to a shorter one', NONE, {
    given: there(ago(10)),
    ask: () => update(HALL_CHANNEL, { since: SERVER_TIME, seconds: 10 }),
    anywhere: true,
  }),
  row('delete', 'a pause', NONE, {
    given: there(ago(10)),
    ask: () => remove(HALL_CHANNEL),
    anywhere: true,
  }),
];
