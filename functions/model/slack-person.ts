import * as v from 'valibot';
import { guard, words } from './guard.ts';
import { NAME_MAX, URL_MAX } from './limits.ts';

/** `slackPeople/{team}-{user}`: how somebody in Slack, or a bot there, appears in the web; a cache of what Slack tells. */
export const SlackPerson = v.strictObject({
  name: words(NAME_MAX),
  /** An https URL. */
  picture: v.optional(v.pipe(v.string(), v.maxLength(URL_MAX), v.startsWith('https://'))),
  fetched: v.date(),
});
export type SlackPerson = v.InferOutput<typeof SlackPerson>;

export const asSlackPerson = guard('Slack person', SlackPerson);
/** Whether a text can be such an id. */
export const isSlackPersonId = (id: string): boolean => /^[A-Z0-9]{2,40}-[A-Z0-9]{2,40}$/.test(id);
/** Whether the id is a bot's: Slack's ids of bots begin with B, those of people with U or W. */
export const isSlackBot = (id: string): boolean => /^[A-Z0-9]{2,40}-B[A-Z0-9]{1,39}$/.test(id);
export const slackPersonId = (team: string, user: string): string => `${team}-${user}`;
/** The workspace that such an id is of. */
export const teamOf = (id: string): string => id.slice(0, id.indexOf('-'));
/** `id` is {@link slackPersonId}'s, as in a message's author. */
export const slackPersonPath = (id: string): string => `slackPeople/${id}`;
