import { enqueue, Refused, update, type Work } from '../model/effect.ts';
import type { Arrived } from '../model/event.ts';
import { inboxPath } from '../model/inbox.ts';
import { asEventCallback } from '../slack/envelope.ts';
import { type Happening, happening } from '../slack/happening.ts';
import type { Slack } from '../slack/port.ts';
import { type Reacted, reacted } from '../slack/reaction.ts';
import { asSlashCommand, type SlashCommand } from '../slack/slash-command.ts';
import type { Speaker } from '../slack/speaker.ts';
import type { Reading } from './reading.ts';
import { type HearingPorts, hear } from './slack-hearing.ts';
import { renew } from './slack-people.ts';
import { type HearReactionPorts, hearReaction } from './slack-reactions.ts';

export type SlackApplyPorts = HearingPorts &
  HearReactionPorts & {
    readonly store: Pick<Reading, 'linksTo'>;
    readonly slack: Pick<Slack, 'workspace'>;
  };

/** What came of an event: `applied`, or why nothing did. Where nothing is said, it stays `received`, and the sweep brings it up again. */
type Came = { readonly state: 'applied' | 'ignored' | 'failed'; readonly reason?: string };

const APPLIED: Came = { state: 'applied' };
const ignored = (reason: string): Came => ({ state: 'ignored', reason });

/** Turns a stored Slack event into the room's messages, and records what came of it. */
export const slackApply = (given: SlackApplyPorts) => {
  const ports = { ...given, ownBot: once(async () => (await given.slack.workspace()).bot) };
  return async function* ({ id, entry }: Arrived): Work {
    const body: unknown = JSON.parse(entry.body);
    const command = asSlashCommand(body);
    const came = command.ok ? yield* pass(command.value) : yield* read(ports, body);
    if (came) yield* settle(id, came);
  };
};

type Ports = SlackApplyPorts & { readonly ownBot: () => Promise<string> };

/** Asks once, and again only when there was no answer. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return async () => {
    answer ??= ask();
    try {
      return await answer;
    } catch (error) {
      answer = undefined;
      throw error;
    }
  };
}

/** Records what came of an event, once: where it was recorded before, this is its second delivery. */
async function* settle(event: string, came: Came): Work {
  try {
    yield update(inboxPath(event), came);
  } catch (error) {
    // An entry that stays `received` for another reason is brought up again by the sweep, and given up in the end.
    if (!(error instanceof Refused)) throw error;
  }
}

/** A command is not for us to carry out: who ties rooms to channels may do no more than that. */
async function* pass(command: SlashCommand): Work<Came> {
  yield enqueue('slackCommand', command);
  return APPLIED;
}

async function* read(ports: Ports, body: unknown): Work<Came | undefined> {
  const seen = asEventCallback(body);
  return seen.ok
    ? yield* apply(ports, reacted(seen.value) ?? happening(seen.value))
    : { state: 'failed', reason: seen.wrong };
}

async function* apply(ports: Ports, what: Happening | Reacted): Work<Came | undefined> {
  if (what.kind === 'ignored') return ignored(what.reason);
  if (what.kind === 'renewed')
    return (yield* renew(ports, what.team, what.user, what.look))
      ? APPLIED
      : ignored('a change of somebody who never spoke here');

  const rooms = await ports.store.linksTo(what.place.team, what.place.channel);
  if (rooms.length === 0) return ignored('no room is linked to this channel');
  if (what.kind === 'reacted') {
    for (const room of rooms) if ((yield* hearReaction(ports, room.id, what)) === 'early') return undefined;
    return APPLIED;
  }
  if (what.kind !== 'deleted' && (await isOurs(ports, what.by))) return ignored('our own post');
  for (const room of rooms) yield* hear(ports, room.id, what);
  return APPLIED;
}

/** Whether our own app says it. Where Slack tells neither the app nor our metadata, the bot's id does, for which Slack is asked. */
async function isOurs({ ownBot }: Ports, { bot, id }: Speaker): Promise<boolean> {
  if (bot === undefined) return false;
  return bot.isOurs ?? (await ownBot()) === id;
}
