import type { Fields } from '../../functions/model/effect.ts';
import type { Message } from '../../functions/model/message.ts';
import { messagePath, replyId, slackMessageId } from '../../functions/model/message.ts';
import { isSettled, type Mirror } from '../../functions/model/mirror.ts';
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
  readonly rooms: readonly { readonly room: string }[];
  /** All documents by path, times as dates. */
  readonly database: { readonly documents: ReadonlyMap<string, Fields> };
  readonly slack: {
    readonly messages: readonly Posted[];
    /** Calls that were made though Slack had asked to wait. */
    readonly hasty: number;
  };
  /** How many workers died. */
  readonly scheduler: { readonly deaths: number };
};

/** Compares what was said and accepted with what stands on both sides when all is quiet. */
export function check(world: Ends, history: readonly Said[]): Findings {
  const findings: Findings = { lost: [], doubled: [], reordered: [], phantom: [] };
  const messageAt = (room: string, id: string) =>
    world.database.documents.get(messagePath(room, id)) as unknown as Message | undefined;
  for (const said of history) {
    if (said.from === 'web') checkInSlack(world, said.room, said.id, wantedOf(said), findings);
    else checkInRoom(messageAt(said.room, slackMessageId(said.channel, said.id)), said, findings);
    if (said.answered) checkReply(world, said, messageAt, findings);
  }
  checkOthers(world, history, findings);
  checkOrder(world, findings);
  checkMirrors(world, findings);
  // Who dies with Slack's wish for a pause in hand takes it along.
  if (world.slack.hasty > 0 && world.scheduler.deaths === 0)
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
  if (posts.length > 1) doubled.push(`${id} is in Slack ${posts.length} times`);
  const live = posts.filter(({ deleted }) => !deleted);
  if (text === undefined && live.length > 0) phantom.push(`${id} is deleted, and still in Slack`);
  if (text !== undefined && live.length === 0) lost.push(`${id} is not in Slack`);
  if (text !== undefined && live[0] && live[0].text !== toSlack(text, { pings: 'none' }))
    lost.push(`${id} says the old in Slack`);
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
    history.map((said) => (said.from === 'web' ? said.id : slackMessageId(said.channel, said.id))),
  );
  for (const [path, fields] of world.database.documents) {
    const [, id] = /^rooms\/\w+\/messages\/([^/]+)$/.exec(path) ?? [];
    if (id === undefined) continue;
    const { reply } = fields as unknown as Message;
    if (reply && replyId(reply.to) !== id) doubled.push(`${id} answers ${reply.to} once more`);
    if (!known.has(reply ? reply.to : id)) phantom.push(`nobody said ${path}`);
  }
  for (const { origin, ts } of world.slack.messages)
    if (origin && !world.database.documents.has(messagePath(origin.room, origin.message)))
      phantom.push(`${ts} in Slack shows no message`);
}

/** What came from a room stands in its channel in the room's order. */
function checkOrder(world: Ends, { reordered }: Findings): void {
  for (const { room } of world.rooms) {
    let last = 0;
    const posts = world.slack.messages.filter(({ origin }) => origin?.room === room);
    for (const { ts, origin } of posts.toSorted((a, b) => Number(a.ts) - Number(b.ts))) {
      const path = messagePath(room, origin?.message ?? '');
      const at = (world.database.documents.get(path) as unknown as Message | undefined)?.at.getTime() ?? last;
      if (at < last) reordered.push(`${origin?.message} stands at ${ts}, after later ones`);
      last = Math.max(last, at);
    }
  }
}

function checkMirrors(world: Ends, { lost }: Findings): void {
  for (const [path, fields] of world.database.documents) {
    if (path.startsWith('deadLetters/')) lost.push(`${path} was given up`);
    if (path.startsWith('inbox/') && fields.state === 'received') lost.push(`${path} was not applied`);
    if (path.startsWith('mirrors/') && !isSettled(fields as unknown as Mirror)) lost.push(`${path} waits`);
  }
}
