import { slackPersonPath } from '#model/slack-person.ts';
import { get, LONG_AGO, list, remove, SERVER_TIME, set, update } from '../../wire/index.ts';
import { EVERYBODY } from '../figures.ts';
import { NONE, type Row, row } from '../row.ts';

const HANA = slackPersonPath('T1-U1');
const page = (fetched: unknown) => ({ name: 'Hana', picture: 'https://example.org/h.png', fetched });
const there = () => ({ [HANA]: page(LONG_AGO) });

export const slackPeople: Row[] = [
  row('get', 'the page of somebody in Slack, by their id', [...EVERYBODY, 'slackApply', 'slackPost'], {
    given: there,
    ask: () => get(HANA),
    anywhere: true,
  }),
  row('list', 'pages', NONE, { given: there, ask: () => list('slackPeople', { limit: 1 }), anywhere: true }),
  row('create', 'a page', ['slackApply'], {
    if: 'under `<team>-<user>`, with the server’s time',
    ask: () => set(HANA, page(SERVER_TIME)),
    anywhere: true,
  }),
  row('create', 'a page under an id that is none', NONE, {
    ask: () => set(slackPersonPath('U1'), page(SERVER_TIME)),
    anywhere: true,
  }),
  row('update', 'a page', ['slackApply'], {
    if: 'with the server’s time',
    given: there,
    ask: () => update(HANA, { name: 'Anew', fetched: SERVER_TIME }),
    anywhere: true,
  }),
  row('update', 'a page, as if it had been asked for before', NONE, {
    given: there,
    ask: () => update(HANA, { name: 'Anew' }),
    anywhere: true,
  }),
  row('delete', 'a page', NONE, { given: there, ask: () => remove(HANA), anywhere: true }),
];
