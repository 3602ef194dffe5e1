import { ABSENT, update, type Work } from '../model/effect.ts';
import { ATTEMPTS_MAX } from '../model/limits.ts';
import {
  NAMES_SHOWN_MAX,
  type ReactionMirror,
  reactionMirrorId,
  reactionMirrorPath,
} from '../model/reaction-mirror.ts';
import { type Slack, SlackError } from '../slack/port.ts';
import { allowed } from './allowed.ts';
import { type Feeling, feelingIn } from './feeling.ts';
import { type Held, inTime } from './held.ts';
import { type ForTeams, inTeam } from './in-team.ts';
import type { ReactionsDue } from './reaction-queue.ts';
import type { Reading } from './reading.ts';
import { afterTrouble, giveUp, type Job, NOT_NOW, type Stop, type TroublePorts } from './trouble.ts';

export type SettleReactionsPorts = ForTeams<
  TroublePorts & {
    readonly store: Pick<Reading, 'message' | 'person' | 'reactionsOfPeople'>;
    readonly slack: Pick<Slack, 'note' | 'react' | 'unreact'>;
    /** Milliseconds since some fixed moment; never goes back. */
    readonly elapsed: () => number;
  }
>;

/** Makes the bot's reactions in Slack match the web's, message by message, until it is late. Returns what should stop the room's turn, if anything. */
export async function* settleReactions(
  ports: SettleReactionsPorts,
  held: Held,
  due: ReactionsDue,
  until: number,
): Work<Stop | undefined> {
  for (const one of due) {
    if (ports.elapsed() >= until) return undefined;
    const stop = yield* settle(ports, held, one);
    if (stop) return stop;
  }
  return undefined;
}

async function* settle(
  ports: SettleReactionsPorts,
  held: Held,
  { mark, place }: ReactionsDue[number],
): Work<Stop | undefined> {
  const { room, message, attempts } = mark;
  const path = reactionMirrorPath(room, message);
  const job: Job = { id: reactionMirrorId(room, message), path, message, attempts };
  if (attempts >= ATTEMPTS_MAX) return yield* giveUp(ports, held, job, mark.error ?? 'no answer from Slack');
  const feeling = await feelingIn(ports.store, mark, place);
  // On record before Slack hears of it: whoever comes after a crash takes back what is not wanted any more, and adds what is.
  const shown = [...new Set([...mark.shown, ...feeling.names])].slice(0, NAMES_SHOWN_MAX);
  const tries = update(path, { state: 'sending', attempts: attempts + 1, lease: held.number, shown });
  if (!(yield* allowed(tries))) return NOT_NOW;
  let done: readonly string[] = [];
  try {
    const names = feeling.names.filter((name) => shown.includes(name));
    if (place) done = await reach(ports, held, mark, place, { ...feeling, names });
  } catch (error) {
    if (!(error instanceof SlackError) || !place) throw error;
    const back = { attempts, lease: held.number };
    return yield* afterTrouble(ports, held, job, { trouble: error.trouble, back, at: place });
  }
  yield* record(path, held, mark, done, feeling.line);
  return undefined;
}

/** Does what is missing; returns with which emoji the bot has reacted now. What Slack answers of one that is there, or gone, is no trouble. */
async function reach(
  ports: SettleReactionsPorts,
  held: Held,
  mark: ReactionMirror,
  { team, channel, ts, ours }: NonNullable<ReactionsDue[number]['place']>,
  { names, line }: Feeling,
): Promise<string[]> {
  const slack = () => inTime(inTeam(ports, team), held);
  const sure = mark.state === 'wanted';
  const known = new Set(sure ? mark.shown : []);
  const done: string[] = [];
  for (const name of mark.shown) if (!names.includes(name)) await slack().unreact(channel, ts, name);
  for (const name of names) if (known.has(name) || (await slack().react(channel, ts, name))) done.push(name);
  if (ours && (!sure || line !== mark.line)) await slack().note(channel, ts, line);
  return done;
}

async function* record(
  path: string,
  { number }: Held,
  { wanted }: ReactionMirror,
  shown: readonly string[],
  line: string | undefined,
): Work {
  const seen = { sent: wanted, lease: number, attempts: 0, shown, line: line ?? ABSENT, error: ABSENT };
  // More was wanted meanwhile: the room's next turn does the rest.
  if (!(yield* allowed(update(path, { ...seen, state: 'sent' }))))
    yield update(path, { ...seen, state: 'wanted' });
}
