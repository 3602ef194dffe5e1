import { linkPath } from '#model/link.ts';
import { LONG_AGO } from '../../wire/index.ts';
import { NONE, type Row, row } from '../row.ts';
import { link } from '../scene.ts';
import { CLEAR, DOUBT, moved, SENDING, SHOWN, takenBack, there, withLetter } from './mirror.ts';

/** What slackPost makes of mirrors. */
export const posting: Row[] = [
  row('update', 'wanted, to sending', ['slackPost'], {
    if: 'under the room’s lease, an attempt more, of 20',
    given: there({ wanted: 2 }),
    ask: (here) => moved(here.room, { state: 'sending', attempts: 1, lease: 4, ...DOUBT }),
  }),
  row('update', "wanted, to sending, under another's lease", NONE, {
    given: there({ wanted: 2 }),
    ask: (here) => moved(here.room, { state: 'sending', attempts: 1, lease: 3, ...DOUBT }),
  }),
  row('update', 'wanted, to sending, while nobody holds the lease', NONE, {
    given: there({ wanted: 2 }, (where) => ({ [linkPath(where)]: link() })),
    ask: (here) => moved(here.room, { state: 'sending', attempts: 1, lease: 4, ...DOUBT }),
  }),
  row('update', 'wanted, to sending, for the 21st time', NONE, {
    given: there({ wanted: 2, attempts: 20 }),
    ask: (here) => moved(here.room, { state: 'sending', attempts: 21, lease: 4, ...DOUBT }),
  }),
  row('update', 'sending, to sent', ['slackPost'], {
    if: 'under the room’s lease, with Slack’s `ts` of each post',
    given: there(SENDING),
    ask: (here) => moved(here.room, { ...SHOWN, ...CLEAR, state: 'sent', sent: 2 }),
  }),
  row('update', 'sending, to sent, without a `ts`', NONE, {
    given: there(SENDING),
    ask: (here) =>
      moved(here.room, {
        ...CLEAR,
        state: 'sent',
        sent: 2,
        team: 'T1',
        channel: 'C1',
        attempts: 0,
        lease: 4,
      }),
  }),
  row('update', 'sending, to sent, without the other posts', NONE, {
    given: there(SENDING),
    ask: (here) => moved(here.room, { ...SHOWN, ...CLEAR, parts: [], state: 'sent', sent: 2 }),
  }),
  row('update', 'sending, to sent, still in doubt', NONE, {
    given: there(SENDING),
    ask: (here) => moved(here.room, { ...SHOWN, state: 'sent', sent: 2 }),
  }),
  row('update', 'sending, back to wanted, still in doubt', NONE, {
    given: there(SENDING),
    ask: (here) => moved(here.room, { state: 'wanted', attempts: 0, lease: 4 }),
  }),
  row('update', 'sending, to wanted, as more was wanted meanwhile', ['slackPost'], {
    given: there(SENDING),
    ask: (here) => moved(here.room, { ...SHOWN, ...CLEAR, state: 'wanted', sent: 1 }),
  }),
  row('update', 'sending, to a revision that Slack has shown before', NONE, {
    given: there({ ...SENDING, ...SHOWN, attempts: 1, wanted: 3, sent: 2 }),
    ask: (here) => moved(here.room, { ...SHOWN, ...CLEAR, state: 'wanted', sent: 1 }),
  }),
  row('update', 'sending, to void', ['slackPost'], {
    if: 'it was taken back, and has never been in Slack',
    given: there(SENDING, takenBack),
    ask: (here) => moved(here.room, { ...CLEAR, state: 'void', sent: 2, attempts: 0, lease: 4 }),
  }),
  row('update', 'sending, to void, though Slack has it', NONE, {
    given: there({ ...SENDING, ...SHOWN, attempts: 1 }, takenBack),
    ask: (here) => moved(here.room, { ...CLEAR, state: 'void', sent: 2, attempts: 0, lease: 4 }),
  }),
  row('update', 'sending, to void, though there is something to show', NONE, {
    given: there(SENDING),
    ask: (here) => moved(here.room, { ...CLEAR, state: 'void', sent: 2, attempts: 0, lease: 4 }),
  }),
  row('update', 'sending, back to wanted', ['slackPost'], {
    if: 'Slack has certainly not done it',
    given: there(SENDING),
    ask: (here) =>
      moved(here.room, { ...CLEAR, state: 'wanted', attempts: 0, lease: 4, error: 'ratelimited' }),
  }),
  row('update', 'sending, to failed', ['slackPost'], {
    if: 'with a reason, and an open dead letter',
    given: there(SENDING, withLetter),
    ask: (here) => moved(here.room, { state: 'failed', lease: 4, error: 'msg_too_long' }),
  }),
  row('update', 'sending, to failed, without a dead letter', NONE, {
    given: there(SENDING),
    ask: (here) => moved(here.room, { state: 'failed', lease: 4, error: 'msg_too_long' }),
  }),
  row('update', 'sending, to failed, though its dead letter was decided about', NONE, {
    given: there(SENDING, (where) =>
      withLetter(where, { state: 'discarded', by: 'opal', decided: LONG_AGO }),
    ),
    ask: (here) => moved(here.room, { state: 'failed', lease: 4, error: 'msg_too_long' }),
  }),
  row('update', 'wanted, to sent, without an attempt', NONE, {
    given: there({ wanted: 2 }),
    ask: (here) => moved(here.room, { ...SHOWN, ...CLEAR, state: 'sent', sent: 2 }),
  }),
];
