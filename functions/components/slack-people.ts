import { ABSENT, create, SERVER_TIME, update, type Work } from '../model/effect.ts';
import { NAME_MAX } from '../model/limits.ts';
import { slackPersonId, slackPersonPath } from '../model/slack-person.ts';
import type { PersonLook } from '../slack/person.ts';
import { type Slack, SlackError } from '../slack/port.ts';
import type { Speaker } from '../slack/speaker.ts';
import { cleaned } from '../slack/text/characters.ts';
import type { Reading } from './reading.ts';

type Ports = { readonly store: Pick<Reading, 'slackPerson'>; readonly slack: Pick<Slack, 'user'> };

/** The names of people and bots in Slack, by id. Whoever is not known yet is asked for and written down. */
export async function* acquaint(
  ports: Ports,
  team: string,
  speakers: readonly Speaker[],
): Work<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const [user, speaker] of new Map(speakers.map((one) => [one.id, one]))) {
    const id = slackPersonId(team, user);
    const known = await ports.store.slackPerson(id);
    const look: PersonLook | undefined = known ?? (await lookOf(ports.slack, speaker));
    // Slack is not on the path of a message: without an answer it appears under the bare id, and the next one asks again.
    if (look === undefined) continue;
    const page = pageOf(look);
    if (!known) yield create(slackPersonPath(id), page);
    names.set(user, page.name);
  }
  return names;
}

/**
 * Shows somebody as they show themself now. Word of two changes may come in either order, so Slack is asked how it stands; without
 * an answer, what was told is taken. Whoever was never heard of is passed over.
 */
export async function* renew(ports: Ports, team: string, user: string, told: PersonLook): Work<boolean> {
  const id = slackPersonId(team, user);
  if (!(await ports.store.slackPerson(id))) return false;
  yield update(slackPersonPath(id), { picture: ABSENT, ...pageOf((await asked(ports.slack, user)) ?? told) });
  return true;
}

const pageOf = ({ name, picture }: PersonLook) => ({
  name: Array.from(cleaned(name)).slice(0, NAME_MAX).join(''),
  ...(picture !== undefined && { picture }),
  fetched: SERVER_TIME,
});

/** A bot's look comes with what it says; for a person's, Slack is asked. */
async function lookOf(slack: Pick<Slack, 'user'>, { bot, id }: Speaker): Promise<PersonLook | undefined> {
  if (!bot) return asked(slack, id);
  const { name, picture } = bot;
  return name === undefined ? undefined : { name, ...(picture !== undefined && { picture }) };
}

async function asked(slack: Pick<Slack, 'user'>, user: string): Promise<PersonLook | undefined> {
  try {
    return await slack.user(user);
  } catch (error) {
    if (error instanceof SlackError) return undefined;
    throw error;
  }
}
