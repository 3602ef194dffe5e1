import {
  ABSENT,
  create,
  type Effect,
  enqueue,
  type Outcome,
  Refused,
  remove,
  SERVER_TIME,
  update,
  type Work,
} from '../model/effect.ts';
import { Declined } from '../model/event.ts';
import { linkPath } from '../model/link.ts';
import { SCOPES, type Slack, SlackError } from '../slack/port.ts';
import type { Reading } from './reading.ts';

export type LinkingPorts = {
  readonly store: Pick<Reading, 'link' | 'linksTo'>;
  readonly slack: Pick<Slack, 'channel' | 'workspace'>;
  readonly now: () => Date;
};

/** A room's tie, as it is asked for. */
type Tie = { readonly room: string; readonly team: string; readonly channel: string };

/** Ties a room to a Slack channel, after asking Slack whether that will work. What is said from now on is mirrored. */
export async function* link(ports: LinkingPorts, tie: Tie, sorry = `There is no room ${tie.room}.`): Work {
  const { room, team, channel } = tie;
  if (await ports.store.link(room))
    throw new Declined('failed-precondition', `${room} is linked already: move it, or unlink it first.`);
  await check(ports, tie);
  const made = yield* attempt(
    create(linkPath(room), {
      team,
      channel,
      mode: 'channel',
      // Counted on from here: whoever worked under an earlier link of the room holds a smaller number.
      lease: { number: ports.now().getTime(), held: false, since: SERVER_TIME },
      pause: { since: SERVER_TIME, seconds: 0 },
      settled: SERVER_TIME,
      heard: SERVER_TIME,
    }),
    sorry,
  );
  if (made === 'exists')
    throw new Declined('failed-precondition', `${room} was linked by somebody else just now.`);
}

/** Points a room's tie to another channel. What is in the old one stays there, with its threads. */
export async function* move(ports: LinkingPorts, tie: Tie): Work {
  const { room, team, channel } = tie;
  await linked(ports, room);
  await check(ports, tie);
  // What was said in the new channel before is none of the room's.
  yield* attempt(update(linkPath(room), { team, channel, heard: SERVER_TIME }), busy(room));
  yield enqueue('slackPost', { room });
}

/** Unties a room. What Slack shows stays there. */
export async function* unlink(ports: LinkingPorts, room: string): Work {
  await linked(ports, room);
  yield* attempt(remove(linkPath(room)), busy(room));
}

/** Says that what made Slack refuse is mended: the room's turn comes at once. */
export async function* mend(ports: LinkingPorts, room: string): Work {
  const there = await linked(ports, room);
  if (there.error !== undefined)
    yield* attempt(
      update(linkPath(room), { error: ABSENT, pause: { since: SERVER_TIME, seconds: 0 } }),
      busy(room),
    );
  yield enqueue('slackPost', { room });
}

const busy = (room: string): string => `${room} is just being posted to Slack: try again in a minute.`;

async function* attempt(effect: Effect, sorry: string): Work<Outcome> {
  try {
    return yield effect;
  } catch (error) {
    if (error instanceof Refused) throw new Declined('failed-precondition', sorry);
    throw error;
  }
}

async function linked({ store }: LinkingPorts, room: string) {
  const link = await store.link(room);
  if (!link) throw new Declined('not-found', `${room} is not linked to Slack.`);
  return link;
}

/** Asks Slack whether the app could post there, and declines with what has to be done where it could not. */
async function check({ store, slack }: LinkingPorts, { room, team, channel }: Tie): Promise<void> {
  const others = (await store.linksTo(team, channel)).filter(({ id }) => id !== room);
  if (others[0])
    throw new Declined('failed-precondition', `${channel} is linked to ${others[0].id} already.`);
  const workspace = await asked(slack.workspace(), channel);
  if (workspace.team !== team)
    throw new Declined('failed-precondition', `The app is installed in ${workspace.team}, not in ${team}.`);
  const missing = SCOPES.filter((scope) => !workspace.scopes.includes(scope));
  if (missing.length > 0)
    throw new Declined(
      'failed-precondition',
      `The Slack app lacks ${missing.join(', ')}: add them, and install it anew.`,
    );
  const { archived, joined, name } = await asked(slack.channel(channel), channel);
  if (archived) throw new Declined('failed-precondition', `#${name} is archived.`);
  if (!joined) throw new Declined('failed-precondition', `The bot is not in #${name}: invite it there.`);
}

async function asked<Answer>(answer: Promise<Answer>, channel: string): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const code = 'code' in error.trouble ? error.trouble.code : undefined;
    if (code === 'channel_not_found')
      throw new Declined(
        'not-found',
        `Slack shows the bot no channel ${channel}: check the id, and invite the bot.`,
      );
    throw new Declined('failed-precondition', `Slack could not be asked: ${code ?? error.trouble.kind}.`);
  }
}
