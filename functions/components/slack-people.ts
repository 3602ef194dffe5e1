import { create, SERVER_TIME, type Work } from '../model/effect.ts';
import { NAME_MAX } from '../model/limits.ts';
import { slackPersonId, slackPersonPath } from '../model/slack-person.ts';
import { type Slack, SlackError } from '../slack/port.ts';
import type { Reading } from './reading.ts';

type Ports = { readonly store: Pick<Reading, 'slackPerson'>; readonly slack: Pick<Slack, 'user'> };

/** The names of people in Slack, by user id. Whoever is not known yet is asked for and written down. */
export async function* acquaint(
  ports: Ports,
  team: string,
  users: readonly string[],
): Work<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const user of new Set(users)) {
    const id = slackPersonId(team, user);
    const known = await ports.store.slackPerson(id);
    const person = known ?? (await asked(ports.slack, user));
    // Slack is not on the path of a message: without an answer it appears under the bare id, and the next one asks again.
    if (person === undefined) continue;
    const name = Array.from(person.name).slice(0, NAME_MAX).join('');
    if (!known) yield create(slackPersonPath(id), { ...person, name, fetched: SERVER_TIME });
    names.set(user, name);
  }
  return names;
}

async function asked(slack: Pick<Slack, 'user'>, user: string) {
  try {
    return await slack.user(user);
  } catch (error) {
    if (error instanceof SlackError) return undefined;
    throw error;
  }
}
