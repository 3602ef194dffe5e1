import { create, update, type Work } from '../model/effect.ts';
import type { Link } from '../model/link.ts';
import { messagePath, slackMessageId, slackOrigin } from '../model/message.ts';
import { mirrorPath } from '../model/mirror.ts';
import { slackPersonId } from '../model/slack-person.ts';
import type { Happening } from '../slack/happening.ts';
import type { Place } from '../slack/heard.ts';
import type { Slack } from '../slack/port.ts';
import type { Speaker } from '../slack/speaker.ts';
import { mentioned } from '../slack/text.ts';
import { dateOf } from '../slack/timestamp.ts';
import { markdownOf } from '../slack/words.ts';
import { isIn } from './place.ts';
import type { Found, Reading } from './reading.ts';
import { naming } from './slack-naming.ts';
import { acquaint } from './slack-people.ts';

export type HearingPorts = {
  readonly store: Pick<Reading, 'message' | 'mirrorAt' | 'mirrorInThread' | 'slackPerson'>;
  readonly slack: Pick<Slack, 'channelName' | 'groups' | 'user'>;
  /** Whether our own app says it. */
  readonly isOurs: (by: Speaker) => Promise<boolean>;
};

/** Something that was said, edited or deleted. */
export type News = Extract<Happening, { kind: 'said' | 'edited' | 'deleted' }>;

/**
 * Makes a room show what happened in its channel. Returns whether it did not before.
 *
 * A message's id is Slack's own channel and `ts`, so what is heard of twice, or in two ways, is one message; edits and deletions that
 * come before it leave what it would have become.
 */
export async function* hear(ports: HearingPorts, where: Found<Link>, what: News): Work<boolean> {
  if (what.kind === 'deleted') return yield* remove(ports, where, what);
  const { place, by, words } = what;
  const speakers = [by, ...mentioned(words.text).map((id) => ({ id }))];
  const people = yield* acquaint(ports, place.team, speakers);
  const text = markdownOf(words, new Map([...people, ...(await naming(ports.slack, words.text))]));
  const edited = what.kind === 'edited' ? { edited: dateOf(what.at) } : {};
  if (yield* make(ports, where, place, by.id, { text, ...edited })) return true;
  return what.kind === 'edited' && (yield* advance(ports, where.id, place, { text, ...edited }));
}

/** Makes a message as of when it was said. Returns whether it was not there before. */
async function* make(
  ports: HearingPorts,
  where: Found<Link>,
  place: Place,
  by: string,
  what: { text: string; edited?: Date; deleted?: Date },
): Work<boolean> {
  const { id: room, value: link } = where;
  // The rules let nothing be made in a channel that the room has left, but answers in its threads: not even what is there.
  if (!isIn(place, link) && (await ports.store.message(room, slackMessageId(place.channel, place.ts))))
    return false;
  const made = yield create(pathOf(room, place), {
    author: { kind: 'slack', id: slackPersonId(place.team, by) },
    at: dateOf(place.ts),
    revision: 1,
    ...(await threadOf(ports, where, place)),
    ...what,
  });
  return made === 'done';
}

const pathOf = (room: string, { channel, ts }: Place): string =>
  messagePath(room, slackMessageId(channel, ts));

/** Whoever wrote a message that Slack tells nothing of but that it was deleted. */
const UNKNOWN = 'UNKNOWN';

/** A post of ours leaves the message in the web as it is: there its author decides. Its mirror knows that Slack shows it no more. */
async function* remove(
  ports: HearingPorts,
  where: Found<Link>,
  what: News & { kind: 'deleted' },
): Work<boolean> {
  const { id: room } = where;
  const { at, by, place } = what;
  const deleted = dateOf(at);
  const mirror = await ports.store.mirrorAt(room, place.channel, place.ts);
  if (mirror) {
    // Of its further parts we remove some ourselves, when it becomes shorter.
    if (mirror.gone || mirror.ts !== place.ts) return false;
    yield update(mirrorPath(room, mirror.message), { gone: deleted });
    return true;
  }
  // Our own, and no mirror knows it: nothing that was ever shown here.
  if (by && (await ports.isOurs(by))) return false;
  const change = { text: '', deleted };
  if (yield* make(ports, where, place, by?.id ?? UNKNOWN, change)) return true;
  return yield* advance(ports, room, place, change);
}

/** Changes a message that is there, unless it is as new already. A tombstone stays one. */
async function* advance(
  { store }: HearingPorts,
  room: string,
  { channel, ts }: Place,
  change: { text: string; edited?: Date; deleted?: Date },
): Work<boolean> {
  const id = slackMessageId(channel, ts);
  const was = await store.message(room, id);
  if (!was) throw new Error(`Message ${id} in ${room} is there but cannot be read.`);
  if (was.deleted || (change.edited && was.edited && was.edited >= change.edited)) return false;
  // A history has whole seconds: the same edit may seem later by it than it did before.
  if (change.edited && was.edited && change.text === was.text) return false;
  yield update(messagePath(room, id), { ...change, revision: was.revision + 1 });
  return true;
}

/** The message that the thread hangs on: Slack's own, or the web's by its mirror. */
async function threadOf({ store }: HearingPorts, { id: room, value: link }: Found<Link>, place: Place) {
  const { team, channel, thread } = place;
  // A room that is this thread itself shows it as what is said in it.
  if (thread === undefined || thread === link.thread) return {};
  const mirror = await store.mirrorAt(room, channel, thread);
  const said = slackMessageId(channel, thread);
  if (mirror || isIn(place, link) || (await store.message(room, said)))
    return { thread: mirror?.message ?? said };
  // The room was this thread, before it moved: its root is no message.
  const first = await store.mirrorInThread(team, channel, thread);
  if (!first) return {};
  const root = (await store.message(room, first.message))?.thread ?? '';
  // What it answers may be older than the link, and nowhere in Slack: the rules ask for something that is there.
  return { thread: slackOrigin(root)?.channel === channel ? root : first.message };
}
