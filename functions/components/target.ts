import { Declined } from '../model/event.ts';
import type { Link } from '../model/link.ts';
import { keptIn } from '../slack/kept.ts';
import {
  codeOf,
  type HistoryPage,
  NOT_CONNECTED,
  SCOPES,
  SCOPES_BESIDE,
  type Slack,
  SlackError,
  THREAD_GONE,
} from '../slack/port.ts';
import { heading } from '../slack/post.ts';
import type { Reading } from './reading.ts';
import { sorry } from './sorry.ts';

export type TargetPorts = {
  readonly store: Pick<Reading, 'linksOfThread' | 'linksTo' | 'room'>;
  readonly slack: Pick<Slack, 'channel' | 'find' | 'history' | 'post' | 'workspace'>;
  readonly now: () => Date;
};

/** A room's tie, as it is asked for: to a whole channel, to a thread that is there, or to one that is begun for the room. */
export type Tie = {
  readonly room: string;
  readonly team: string;
  readonly channel: string;
  readonly mode?: Link['mode'] | undefined;
  /** The root of a thread that is there, or an answer in it, by its `ts`. */
  readonly thread?: string | undefined;
};

/** Where a room is in Slack. */
type Target = Pick<Link, 'channel' | 'mode' | 'team' | 'thread' | 'url'>;

/** What stands in the place of a message in the metadata of a thread's root. */
const ROOT = 'thread';
/** Milliseconds back to which a root is looked for that was begun and not linked. */
const LOOK_BACK = 15 * 60_000;

/** Where a room will be, once Slack has been asked whether the app can post there; declines with what has to be done. */
export async function targetOf(ports: TargetPorts, tie: Tie): Promise<Target> {
  const { team, channel, thread } = tie;
  const mode = tie.mode ?? (thread === undefined ? 'channel' : 'thread');
  if (mode === 'channel' && thread !== undefined) throw new Declined('invalid-argument', sorry.either());
  await declineTaken(ports, tie, mode);
  const { url, name } = await check(ports, tie);
  const place = { team, channel, mode, url };
  if (mode === 'channel') return place;
  if (thread === undefined) return { ...place, thread: await begin(ports, tie) };
  const root = await rootOf(ports, tie, thread, name);
  await declineTaken(ports, { ...tie, thread: root }, mode);
  return { ...place, thread: root };
}

/** A channel is one room at most, and so is each thread of it. */
async function declineTaken(
  { store }: TargetPorts,
  { room, team, channel, thread }: Tie,
  mode: Link['mode'],
): Promise<void> {
  if (mode === 'thread' && thread === undefined) return;
  const others =
    thread === undefined
      ? await store.linksTo(team, channel)
      : await store.linksOfThread(team, channel, thread);
  const other = others.find(({ id }) => id !== room);
  if (!other) return;
  const what = thread === undefined ? channel : `The thread ${thread} of ${channel}`;
  throw new Declined('failed-precondition', sorry.taken(what, other.id));
}

/** Asks Slack for the channel, and whether the app could post there. */
async function check(
  { slack }: TargetPorts,
  tie: Tie,
): Promise<{ readonly url: string; readonly name: string }> {
  const workspace = await asked(slack.workspace(), tie);
  const missing = SCOPES.filter((scope) => !workspace.scopes.includes(scope) && !SCOPES_BESIDE.has(scope));
  if (missing.length > 0) throw new Declined('failed-precondition', sorry.scopes(missing, tie.team));
  const { archived, joined, name } = await asked(slack.channel(tie.channel), tie);
  if (archived) throw new Declined('failed-precondition', sorry.archived(name));
  if (!joined) throw new Declined('failed-precondition', sorry.uninvited(name));
  return { url: workspace.url, name };
}

/** The root of the thread that a message is in, or that it may begin: whoever names an answer means its thread. Declines what Slack does not show. */
async function rootOf({ slack }: TargetPorts, tie: Tie, thread: string, name: string): Promise<string> {
  let seen: HistoryPage;
  try {
    seen = await slack.history(tie.channel, { thread });
  } catch (error) {
    if (codeOf(error) === THREAD_GONE) throw new Declined('not-found', sorry.absent(thread, name));
    throw declined(error, tie);
  }
  // Of an answer Slack shows that alone, with its root; of a root, that first.
  const [first] = keptIn(seen.messages);
  if (!first) throw new Declined('not-found', sorry.absent(thread, name));
  return first.thread_ts ?? first.ts;
}

/** Begins a thread: a post that names the room. One that was begun just before, and not linked, is taken. */
async function begin({ store, slack, now }: TargetPorts, tie: Tie): Promise<string> {
  const { room, channel } = tie;
  const name = (await store.room(room))?.name;
  if (name === undefined) throw new Declined('not-found', sorry.roomless(room));
  const since = new Date(now().getTime() - LOOK_BACK);
  const [begun] = await asked(slack.find(channel, { room, message: ROOT }, since), tie);
  if (begun) return begun.ts;
  const origin = { room, message: ROOT, revision: 1, part: 1 };
  return (await asked(slack.post(channel, heading(name), origin), tie)).ts;
}

async function asked<Answer>(answer: Promise<Answer>, tie: Tie): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw declined(error, tie);
  }
}

/** What Slack said, in words for whoever asked. */
function declined(error: unknown, { team, channel }: Tie): unknown {
  if (!(error instanceof SlackError)) return error;
  const code = codeOf(error);
  if (code === NOT_CONNECTED) return new Declined('failed-precondition', sorry.tokenless(team));
  if (code === 'channel_not_found') return new Declined('not-found', sorry.unseen(channel, team));
  return new Declined('failed-precondition', sorry.refused(code ?? error.trouble.kind));
}
