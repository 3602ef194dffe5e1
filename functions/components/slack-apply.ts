import { create, Refused, update, type Work } from '../model/effect.ts';
import type { Arrived } from '../model/event.ts';
import { inboxPath } from '../model/inbox.ts';
import { messagePath, slackMessageId } from '../model/message.ts';
import { slackPersonId } from '../model/slack-person.ts';
import { asEventCallback } from '../slack/envelope.ts';
import { type Happening, happening, type Place } from '../slack/happening.ts';
import type { Slack } from '../slack/port.ts';
import { fromSlack, mentioned } from '../slack/text.ts';
import { dateOf } from '../slack/timestamp.ts';
import type { Reading } from './reading.ts';
import { acquaint } from './slack-people.ts';

export type SlackApplyPorts = {
  readonly store: Pick<Reading, 'linksTo' | 'message' | 'mirrorAt' | 'slackPerson'>;
  readonly slack: Pick<Slack, 'user'>;
};

/**
 * Turns a stored Slack event into the room's messages, and records what came of it.
 *
 * The message's id is Slack's own channel and `ts`, so an event that comes twice, or in two events, is one message; edits
 * and deletions that come before it leave what it would have become.
 */
export const slackApply = (ports: SlackApplyPorts) =>
  async function* ({ id, entry }: Arrived): Work {
    const seen = asEventCallback(JSON.parse(entry.body));
    if (!seen.ok) return yield* settle(id, 'failed', seen.wrong);
    const what = happening(seen.value);
    if (what.kind === 'ignored') return yield* settle(id, 'ignored', what.reason);

    const rooms = await ports.store.linksTo(what.place.team, what.place.channel);
    if (rooms.length === 0) return yield* settle(id, 'ignored', 'no room is linked to this channel');
    for (const room of rooms) yield* apply(ports, room.id, what);
    yield* settle(id, 'applied');
  };

/** Records what came of an event, once: where it was recorded before, this is its second delivery. */
async function* settle(event: string, state: 'applied' | 'ignored' | 'failed', reason?: string): Work {
  try {
    yield update(inboxPath(event), { state, ...(reason !== undefined && { reason }) });
  } catch (error) {
    // An entry that stays `received` for another reason is brought up again by the sweep, and given up in the end.
    if (!(error instanceof Refused)) throw error;
  }
}

async function* apply(
  ports: SlackApplyPorts,
  room: string,
  what: Exclude<Happening, { kind: 'ignored' }>,
): Work {
  const { place } = what;
  const path = messagePath(room, slackMessageId(place.channel, place.ts));
  const by = (user: string) => ({ kind: 'slack', id: slackPersonId(place.team, user) });
  const base = { at: dateOf(place.ts), revision: 1, ...(await threadOf(ports, room, place)) };

  if (what.kind === 'deleted') {
    const deleted = dateOf(what.at);
    const made = yield create(path, { ...base, author: by(what.user), text: '', deleted });
    if (made === 'exists') yield* advance(ports, room, place, { text: '', deleted });
    return;
  }
  const names = yield* acquaint(ports, place.team, [what.words.user, ...mentioned(what.words.text)]);
  const text = fromSlack(what.words.text, names);
  const edited = what.kind === 'edited' ? { edited: dateOf(what.at) } : {};
  const made = yield create(path, { ...base, author: by(what.words.user), text, ...edited });
  if (made === 'exists' && what.kind === 'edited') yield* advance(ports, room, place, { text, ...edited });
}

/** Changes a message that is there, unless it is as new already. A tombstone stays one. */
async function* advance(
  { store }: SlackApplyPorts,
  room: string,
  { channel, ts }: Place,
  change: { text: string; edited?: Date; deleted?: Date },
): Work {
  const id = slackMessageId(channel, ts);
  const was = await store.message(room, id);
  if (!was) throw new Error(`Message ${id} in ${room} is there but cannot be read.`);
  if (was.deleted || (change.edited && was.edited && was.edited >= change.edited)) return;
  yield update(messagePath(room, id), { ...change, revision: was.revision + 1 });
}

/** The message that the thread hangs on: Slack's own, or the web's by its mirror. */
async function threadOf({ store }: SlackApplyPorts, room: string, { channel, thread }: Place) {
  if (thread === undefined) return {};
  const mirror = await store.mirrorAt(room, channel, thread);
  return { thread: mirror?.message ?? slackMessageId(channel, thread) };
}
