import type { Fields } from '../../functions/model/effect.ts';
import type { Message } from '../../functions/model/message.ts';
import { messagePath, replyId, slackMessageId, slackOrigin } from '../../functions/model/message.ts';
import { isSettled, type Mirror, mirrorPath } from '../../functions/model/mirror.ts';
import { parts } from '../../functions/slack/text/parts.ts';
import { fromSlack, toSlack } from '../../functions/slack/text.ts';
import type { Said } from './plan.ts';
import type { Posted } from './slack-side.ts';

/** What is wrong in the end: of four kinds, each finding in words. */
export type Findings = {
  readonly lost: string[];
  readonly doubled: string[];
  readonly reordered: string[];
  readonly phantom: string[];
};

/** Both sides when all is quiet, and what happened on the way. */
export type Ends = {
  /** `thread`: the root of the thread that the room is in Slack, if it is one. */
  readonly rooms: readonly { readonly room: string; readonly thread?: string }[];
  /** All documents by path, times as dates. */
  readonly database: { readonly documents: ReadonlyMap<string, Fields> };
  readonly slack: {
    readonly messages: readonly Posted[];
    /** Calls that were made though Slack had asked to wait. */
    readonly hasty: number;
    /** Posts that were made though Slack had them, as far as anybody watched each call. */
    readonly twice?: readonly string[];
  };
  /** How many workers died, as long as these rooms were talked in. */
  readonly scheduler: { readonly deaths: number };
  /** Whether Slack gave events up: what was said and deleted in between may never be heard of. */
  readonly isDeaf?: boolean;
};

/** Compares what was said and accepted with what stands on both sides when all is quiet. */
export function check(world: Ends, history: readonly Said[]): Findings {
  const findings: Findings = { lost: [], doubled: [], reordered: [], phantom: [] };
  const messageAt = (room: string, id: string) =>
    world.database.documents.get(messagePath(room, id)) as unknown as Message | undefined;
  for (const said of history) {
    if (said.from === 'web') checkInSlack(world, said.room, said.id, wantedOf(said), findings);
    else {
      const heard = messageAt(said.room, slackMessageId(said.channel, said.id));
      if (heard || !(world.isDeaf && said.deleted)) checkInRoom(heard, said, findings);
    }
    if (said.answered) checkReply(world, said, messageAt, findings);
  }
  checkOthers(world, history, findings);
  checkOrder(world, history, findings);
  checkThreads(world, findings);
  for (const said of history) checkThread(world, said, messageAt, findings);
  for (const post of world.slack.twice ?? []) findings.doubled.push(`${post} was posted though Slack had it`);
  checkMirrors(world, findings);
  // Who dies with Slack's wish for a pause in hand takes it along: whoever comes next calls once, and is told again.
  if (world.slack.hasty > world.scheduler.deaths)
    findings.doubled.push(`${world.slack.hasty} calls within a Retry-After`);
  return findings;
}

const wantedOf = ({ deleted, texts }: Said): string | undefined => (deleted ? undefined : texts.at(-1));

const shows = (world: Ends, room: string, message: string): Posted[] =>
  world.slack.messages.filter(({ origin }) => origin?.room === room && origin.message === message);

/** `text`: what Slack should show; nothing where it should show nothing. */
function checkInSlack(
  world: Ends,
  room: string,
  id: string,
  text: string | undefined,
  { lost, doubled, phantom }: Findings,
): void {
  const posts = shows(world, room, id);
  const firsts = posts.filter(({ origin }) => origin?.part === 1).length;
  if (firsts > 1) doubled.push(`${id} is in Slack ${firsts} times`);
  const live = posts.filter(({ deleted }) => !deleted);
  const texts = text === undefined ? [] : parts(toSlack(text, { pings: 'none' }));
  const numbers = new Set(live.map(({ origin }) => origin?.part ?? 0));
  if (live.length > numbers.size) doubled.push(`${id} has parts in Slack several times`);
  for (const part of numbers)
    if (part > texts.length) phantom.push(`${id} has a part ${part} in Slack that is none of it`);
  for (const [nth, wanted] of texts.entries()) {
    const there = live.find(({ origin }) => origin?.part === nth + 1);
    if (!there) lost.push(`${id} is not in Slack (part ${nth + 1} of ${texts.length})`);
    else if (there.text !== wanted) lost.push(`${id} says the old in Slack (part ${nth + 1})`);
  }
}

function checkInRoom(message: Message | undefined, said: Said, { lost, phantom }: Findings): void {
  if (!message) {
    lost.push(`${said.id} of Slack is not in ${said.room}`);
    return;
  }
  if (said.deleted !== (message.deleted !== undefined))
    (said.deleted ? phantom : lost).push(
      `${said.id} of Slack is ${said.deleted ? 'still' : 'no longer'} there`,
    );
  if (said.deleted && message.text !== '')
    phantom.push(`${said.id} of Slack says something, and was deleted`);
  const text = fromSlack(said.texts.at(-1)?.replaceAll(/[<&>]/g, '') ?? '', new Map());
  if (!said.deleted && message.text !== text) lost.push(`${said.id} of Slack says the old in ${said.room}`);
}

/** What was deleted may have been answered before, or not; an answer that is there is in Slack once. */
function checkReply(
  world: Ends,
  said: Said,
  messageAt: (room: string, id: string) => Message | undefined,
  findings: Findings,
): void {
  const asked = said.from === 'web' ? said.id : slackMessageId(said.channel, said.id);
  const reply = messageAt(said.room, replyId(asked));
  if (!reply) {
    if (!said.deleted) findings.lost.push(`${asked} has no reply`);
    return;
  }
  if (reply.reply?.state !== 'done') {
    if (!said.deleted) findings.lost.push(`the reply to ${asked} is ${reply.reply?.state}`);
    return;
  }
  checkInSlack(world, said.room, replyId(asked), reply.text, findings);
}

/** Messages that nobody said, and posts of messages that are nowhere. */
function checkOthers(world: Ends, history: readonly Said[], { phantom, doubled }: Findings): void {
  const known = new Set(
    history.map(
      (said) => `${said.room}/${said.from === 'web' ? said.id : slackMessageId(said.channel, said.id)}`,
    ),
  );
  for (const [path, fields] of world.database.documents) {
    const [, room, id] = /^rooms\/(\w+)\/messages\/([^/]+)$/.exec(path) ?? [];
    if (id === undefined) continue;
    const { reply } = fields as unknown as Message;
    if (reply && replyId(reply.to) !== id) doubled.push(`${id} answers ${reply.to} once more`);
    if (!known.has(`${room}/${reply ? reply.to : id}`)) phantom.push(`nobody said ${path}`);
  }
  for (const { origin, ts } of world.slack.messages)
    if (origin && !world.database.documents.has(messagePath(origin.room, origin.message)))
      phantom.push(`${ts} in Slack shows no message`);
}

/**
 * What came from a room stands in its channel in the room's order, and so do the parts of a message, with nothing of the
 * room between them; only what an edit has added stands where Slack had got to by then, and so does a reply that was begun before it
 * was done: it holds up nobody.
 */
function checkOrder(world: Ends, history: readonly Said[], { reordered }: Findings): void {
  const edited = new Set(history.filter(({ texts }) => texts.length > 1).map(({ id }) => id));
  for (const { room } of world.rooms) {
    let last = 0;
    const parts = new Map<string, number>();
    const posts = world.slack.messages.filter(({ origin }) => origin?.room === room);
    for (const { ts, origin, deleted } of posts.toSorted((a, b) => Number(a.ts) - Number(b.ts))) {
      const path = messagePath(room, origin?.message ?? '');
      const said = world.database.documents.get(path) as unknown as Message | undefined;
      const at = said?.at.getTime() ?? last;
      const { message = '', part = 1 } = origin ?? {};
      if (!deleted && part < (parts.get(message) ?? 0))
        reordered.push(`part ${part} of ${message} stands last`);
      if (!deleted) parts.set(message, part);
      if (part > 1 && edited.has(message)) continue;
      const isLate = said?.reply !== undefined && said.revision > 1;
      if (at < last && !isLate) reordered.push(`${message} (${part}) stands at ${ts}, after later ones`);
      last = Math.max(last, at);
    }
  }
}

/**
 * Both sides show it in the thread of what it answers. Where that is gone from Slack, Slack may have put the answer into the channel. A room
 * that is a thread has none of its own.
 */
function checkThread(
  world: Ends,
  { room, channel, from, id: own, thread }: Said,
  messageAt: (room: string, id: string) => Message | undefined,
  { phantom }: Findings,
): void {
  if (world.rooms.some((one) => one.room === room && one.thread !== undefined)) return;
  const id = from === 'web' ? own : slackMessageId(channel, own);
  const there = messageAt(room, id);
  const isAlone = there !== undefined && isRootless(world, room, there.thread, thread);
  if (there && !there.deleted && there.thread !== thread && !isAlone)
    phantom.push(`${id} is in the thread of ${there.thread ?? 'nothing'}, and not of ${thread ?? 'nothing'}`);
  const root = thread === undefined ? undefined : tsOf(world, room, thread);
  const isThere = world.slack.messages.some(
    (post) => post.channel === channel && post.ts === root && !post.deleted,
  );
  for (const post of shows(world, room, id)) {
    const isOutside = post.thread === undefined && !isThere;
    if (!post.deleted && post.thread !== root && !isOutside)
      phantom.push(
        `${id} is in the thread of ${post.thread ?? 'nothing'} in Slack, and not of ${root ?? 'nothing'}`,
      );
  }
}

/** Whether it hangs on the post of what it answers, and that was taken back before it was ever on record what the post showed. */
const isRootless = (
  world: Ends,
  room: string,
  shown: string | undefined,
  thread: string | undefined,
): boolean =>
  thread !== undefined &&
  tsOf(world, room, thread) === undefined &&
  shows(world, room, thread).some(
    ({ channel, ts, deleted }) => deleted && slackMessageId(channel, ts) === shown,
  );

/** Where a message is, or was, in Slack. */
const tsOf = ({ database }: Ends, room: string, message: string): string | undefined =>
  slackOrigin(message)?.ts ??
  (database.documents.get(mirrorPath(room, message)) as unknown as Mirror | undefined)?.ts;

/** A room that is a thread stands in it, whole, and no other room does. */
function checkThreads(world: Ends, { phantom }: Findings): void {
  const threads = new Map(
    world.rooms.flatMap(({ room, thread }) => (thread === undefined ? [] : [[thread, room]])),
  );
  const roomOf = new Map(world.rooms.map(({ room, thread }) => [room, thread]));
  for (const { ts, thread, origin } of world.slack.messages) {
    if (!origin) continue;
    const own = roomOf.get(origin.room);
    if (own !== undefined && thread !== own) phantom.push(`${ts} of ${origin.room} is not in its thread`);
    if (thread !== undefined && threads.has(thread) && threads.get(thread) !== origin.room)
      phantom.push(`${ts} of ${origin.room} is in a thread of another room`);
  }
}

function checkMirrors(world: Ends, { lost }: Findings): void {
  for (const [path, fields] of world.database.documents) {
    if (path.startsWith('deadLetters/')) lost.push(`${path} was given up: ${String(fields.error)}`);
    if (path.startsWith('inbox/') && fields.state === 'received' && !isInVain(world, fields))
      lost.push(`${path} was not applied`);
    if (path.startsWith('mirrors/') && !isSettled(fields as unknown as Mirror)) lost.push(`${path} waits`);
  }
}

/** Whether it is a reaction to a post that was gone before it was on record: it is brought up some times more, and given up. */
function isInVain({ slack }: Ends, { body }: Fields): boolean {
  const { event } = JSON.parse(String(body)) as { event?: { item?: { ts?: string } } };
  return slack.messages.some(({ deleted, origin, ts }) => deleted && origin && ts === event?.item?.ts);
}
