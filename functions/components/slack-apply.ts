import { enqueue, update, type Work } from '../model/effect.ts';
import type { Arrived } from '../model/event.ts';
import { type InboxEntry, inboxPath } from '../model/inbox.ts';
import { asLook, LOOK } from '../model/look.ts';
import { asEventCallback, isHeldBack } from '../slack/envelope.ts';
import { type Happening, happening } from '../slack/happening.ts';
import { OWN_POST } from '../slack/heard.ts';
import { type Slack, SlackError } from '../slack/port.ts';
import { type Ignored, type Reacted, reacted } from '../slack/reaction.ts';
import { asSlashCommand, type SlashCommand } from '../slack/slash-command.ts';
import type { Speaker } from '../slack/speaker.ts';
import { allowed } from './allowed.ts';
import { feelersOf, type HearersPorts, hearersOf } from './hearers.ts';
import { type ForTeams, inTeam } from './in-team.ts';
import { onceEach } from './once.ts';
import { hear } from './slack-hearing.ts';
import { type LookingPorts, look } from './slack-looking.ts';
import { renew } from './slack-people.ts';
import { type HearReactionPorts, hearReaction } from './slack-reactions.ts';
import { answersUnrecorded } from './unrecorded.ts';

export type SlackApplyPorts = ForTeams<
  Omit<LookingPorts, 'isOurs' | 'ownUser'> &
    HearReactionPorts &
    HearersPorts & { readonly slack: Pick<Slack, 'workspace'> }
>;

/** What came of an event: `applied`, or why nothing did. Where nothing is said, it stays `received`, and the sweep brings it up again. */
type Came = { readonly state: 'applied' | 'ignored' | 'failed'; readonly reason?: string };

const APPLIED: Came = { state: 'applied' };
const ignored = (reason: string): Came => ({ state: 'ignored', reason });
const NOT_LINKED = ignored('no room is linked to this channel');

/** Turns a stored Slack event into the room's messages, and records what came of it. */
export const slackApply = (given: SlackApplyPorts) => {
  const workspaceOf = onceEach((team) => given.slackOf(team).workspace());
  return async function* ({ id, entry }: Arrived): Work {
    const ownBot = async () => (await workspaceOf(entry.team)).bot;
    const ownUser = async () => (await workspaceOf(entry.team)).user;
    // In a history Slack does not say whose an app's id is.
    const isOurs = async ({ bot, id: who }: Speaker) =>
      bot !== undefined && (bot.isOurs === true || (await ownBot()) === who);
    const how = yield* came({ ...inTeam(given, entry.team), ownBot, ownUser, isOurs }, entry);
    if (how) yield* settle(id, how);
  };
};

type Ports = Omit<SlackApplyPorts, 'slackOf'> &
  LookingPorts &
  HearersPorts &
  HearReactionPorts & { readonly ownBot: () => Promise<string> };

/**
 * Records what came of an event, once: where it was recorded before, this is its second delivery. An entry that stays `received`
 * for another reason is brought up again by the sweep, and given up in the end.
 */
async function* settle(event: string, came: Came): Work {
  yield* allowed(update(inboxPath(event), came));
}

/** What sweep may put beside Slack's events is told by its type, and is never taken for what Slack said. */
async function* came(ports: Ports, entry: InboxEntry): Work<Came | undefined> {
  const body: unknown = JSON.parse(entry.body);
  if (entry.type === LOOK) return yield* lookFor(ports, body, entry.received);
  const command = asSlashCommand(body);
  return command.ok ? yield* pass(command.value) : yield* read(ports, body, entry);
}

/** A channel that Slack does not let be looked through is looked through again: `sweep` asks for it. */
async function* lookFor(ports: Ports, body: unknown, now: Date): Work<Came> {
  const asked = asLook(body);
  if (!asked.ok) return { state: 'failed', reason: asked.wrong };
  try {
    const made = yield* look(ports, asked.value, now);
    if (made === undefined) return ignored('the room is not linked to this channel any more');
    return made === 0 ? APPLIED : { state: 'applied', reason: `made up for: ${made}` };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const { trouble } = error;
    return {
      state: 'failed',
      reason: `not looked through: ${'code' in trouble ? trouble.code : trouble.kind}`,
    };
  }
}

/** A command is not for us to carry out: who ties rooms to channels may do no more than that. */
async function* pass(command: SlashCommand): Work<Came> {
  yield enqueue('slackCommand', command);
  return APPLIED;
}

async function* read(ports: Ports, body: unknown, entry: InboxEntry): Work<Came | undefined> {
  // What was held back is looked for like all that Slack did not tell; operators see that it was.
  if (isHeldBack(body)) return ignored('Slack held events back: there were too many');
  const seen = asEventCallback(body);
  if (!seen.ok) return { state: 'failed', reason: seen.wrong };
  const reaction = reacted(seen.value);
  return reaction
    ? yield* feel(ports, reaction, entry.nudges === undefined)
    : yield* apply(ports, happening(seen.value), entry);
}

async function* feel(ports: Ports, what: Reacted | Ignored, isFirst: boolean): Work<Came | undefined> {
  if (what.kind === 'ignored') return ignored(what.reason);
  const rooms = await feelersOf(ports, what, isFirst);
  if (rooms === 'early') return undefined;
  if (rooms.length === 0) return NOT_LINKED;
  for (const room of rooms) if ((yield* hearReaction(ports, room, what)) === 'early') return undefined;
  return APPLIED;
}

async function* apply(ports: Ports, what: Happening, entry: InboxEntry): Work<Came | undefined> {
  if (what.kind === 'ignored') return ignored(what.reason);
  if (what.kind === 'renewed')
    return (yield* renew(ports, what.team, what.user, what.look))
      ? APPLIED
      : ignored('a change of somebody who never spoke here');

  const rooms = await hearersOf(ports, what);
  if (rooms.length === 0) return NOT_LINKED;
  // Where Slack tells neither the app nor our metadata, the bot's id does, for which Slack is asked.
  const isOurs = async ({ bot, id }: Speaker) =>
    bot !== undefined && (bot.isOurs ?? (await ports.ownBot()) === id);
  if (what.kind !== 'deleted' && (await isOurs(what.by))) return ignored(OWN_POST);
  if (await answersUnrecorded(ports, rooms, what.place, entry)) return undefined;
  for (const room of rooms) yield* hear({ ...ports, isOurs }, room, what);
  return APPLIED;
}
